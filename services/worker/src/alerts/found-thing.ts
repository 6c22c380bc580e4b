import type { SearchRow, Transaction } from '@enlace/database'
import type { SearchedThings } from '@enlace/domain'
import { needWords, supplierWords } from '@enlace/search'

import { needDocuments, supplierDocuments } from '../search/index-source.ts'

/** A thing that everyone may find now: as searches are compared with it, and as a mail shows it. */
export type FoundThing = {
  readonly row: SearchRow
  readonly title: string
  /** Who asks, where it may be known, or what a supplier says of itself in short; may be empty. */
  readonly note: string
}

const readers: Readonly<Record<SearchedThings, (tx: Transaction, ids: readonly string[]) => Promise<FoundThing[]>>> = {
  needs: async (tx, ids) =>
    (await needDocuments(tx, ids)).map((need) => ({ row: needWords(need), title: need.title, note: need.buyer ?? '' })),
  suppliers: async (tx, ids) =>
    (await supplierDocuments(tx, ids)).map((supplier) => ({
      row: supplierWords(supplier),
      title: supplier.name,
      note: supplier.headline,
    })),
}

/** Those of these things that everyone may find now. */
export const readFound = (tx: Transaction, searched: SearchedThings, ids: readonly string[]): Promise<FoundThing[]> =>
  readers[searched](tx, ids)
