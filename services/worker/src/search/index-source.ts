import {
  asSystem,
  readIndexable,
  readIndexableNeeds,
  readIndexableSuppliers,
  type Database,
  type IndexableRows,
  type SearchIndexName,
  type Transaction,
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

const supplierStamp = (changedXid: string): string => `${supplierShape}.${changedXid}`
const needStamp = (changedXid: string): string => `${needShape}.${changedXid}`

/** The documents of those of these suppliers that may be found now. */
export async function supplierDocuments(tx: Transaction, ids: readonly string[]): Promise<SupplierDocument[]> {
  const rows = await readIndexableSuppliers(tx, ids)
  return rows.map((row) =>
    toSupplierDocument({ ...row, organisationId: row.id, stamp: supplierStamp(row.changedXid) }, wordsOf),
  )
}

/** The documents of those of these needs that may be found now. */
export async function needDocuments(tx: Transaction, ids: readonly string[]): Promise<NeedDocument[]> {
  const rows = await readIndexableNeeds(tx, ids)
  return rows
    .map((row) => toNeedDocument({ ...row, buyerName: row.name, stamp: needStamp(row.changedXid) }, wordsOf))
    .filter((document) => document !== null)
}

export function openSupplierSource(database: Database): IndexSource {
  return {
    name: 'suppliers',
    plan: supplierIndex,
    stamp: supplierStamp,
    changed: (from) => asSystem(database, (tx) => readIndexable(tx, 'suppliers', from)),
    load: (ids) => asSystem(database, (tx) => supplierDocuments(tx, ids)),
    words: (document) => supplierWords(document as SupplierDocument),
  }
}

export function openNeedSource(database: Database): IndexSource {
  return {
    name: 'needs',
    plan: needIndex,
    stamp: needStamp,
    changed: (from) => asSystem(database, (tx) => readIndexable(tx, 'needs', from)),
    load: (ids) => asSystem(database, (tx) => needDocuments(tx, ids)),
    words: (document) => needWords(document as NeedDocument),
  }
}
