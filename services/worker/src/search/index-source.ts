import {
  asSystem,
  readIndexable,
  readIndexableNeeds,
  readIndexableSuppliers,
  type Database,
  type IndexableRows,
  type SearchIndexName,
} from '@enlace/database'
import {
  needIndex,
  needShape,
  needWords,
  supplierIndex,
  supplierShape,
  supplierWords,
  toNeedDocument,
  toSupplierDocument,
  type CategoryWords,
  type IndexPlan,
  type NeedDocument,
  type SearchDocument,
  type SearchWords,
  type SupplierDocument,
} from '@enlace/search'
import { categoryLabel, nearestCategory } from '@enlace/taxonomy'

/** What an index is a copy of. */
export type IndexSource = {
  readonly name: SearchIndexName
  readonly plan: IndexPlan
  /** Rows changed since a snapshot; `stamp` is what the document made from the row as it is now would carry. */
  readonly changed: (from: string) => Promise<IndexableRows>
  readonly stamp: (changedXid: string) => string
  /** The documents of those of these rows that may be found now. */
  readonly load: (ids: readonly string[]) => Promise<SearchDocument[]>
  /** The same document for a database without a search engine. */
  readonly words: (document: SearchDocument) => SearchWords
}

const wordsOf: CategoryWords = (code) =>
  nearestCategory(code) === null ? [] : [categoryLabel(code, 'en'), categoryLabel(code, 'es')]

export function openSupplierSource(database: Database): IndexSource {
  const stamp = (changedXid: string): string => `${supplierShape}.${changedXid}`
  return {
    name: 'suppliers',
    plan: supplierIndex,
    stamp,
    changed: (from) => asSystem(database, (tx) => readIndexable(tx, 'suppliers', from)),
    load: async (ids) => {
      const rows = await asSystem(database, (tx) => readIndexableSuppliers(tx, ids))
      return rows.map((row) =>
        toSupplierDocument({ ...row, organisationId: row.id, stamp: stamp(row.changedXid) }, wordsOf),
      )
    },
    words: (document) => supplierWords(document as SupplierDocument),
  }
}

export function openNeedSource(database: Database): IndexSource {
  const stamp = (changedXid: string): string => `${needShape}.${changedXid}`
  return {
    name: 'needs',
    plan: needIndex,
    stamp,
    changed: (from) => asSystem(database, (tx) => readIndexable(tx, 'needs', from)),
    load: async (ids) => {
      const rows = await asSystem(database, (tx) => readIndexableNeeds(tx, ids))
      return rows
        .map((row) => toNeedDocument({ ...row, buyerName: row.name, stamp: stamp(row.changedXid) }, wordsOf))
        .filter((document) => document !== null)
    },
    words: (document) => needWords(document as NeedDocument),
  }
}
