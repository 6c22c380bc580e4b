import { createHash } from 'node:crypto'

import {
  asId,
  passportFromRow,
  publicationFaults,
  settleEntries,
  type CategoryCode,
  type EntryId,
  type FieldFault,
  type PassportContent,
} from '@enlace/domain'
import { categoryLabel } from '@enlace/taxonomy'
import type * as z from 'zod/mini'

import { byHeading, fromCells } from '../cells/column.ts'
import { parseRow } from '../cells/parse-row.ts'
import type { RowReading } from '../cells/row-reading.ts'
import type { FileForm } from '../files/read-rows.ts'
import { supplierColumns } from './supplier-columns.ts'
import { awardRow, isAward, supplierRow } from './supplier-row.ts'

/** A supplier as a row brings it; its entries have no ids yet. */
export type SupplierItem = {
  readonly externalId: string | null
  readonly taxId: string | null
  readonly name: string
  readonly content: PassportContent
  /** The same for rows that say the same. */
  readonly hash: string
}

type Row = Readonly<Record<string, unknown>>
const columns = byHeading(supplierColumns)
const noId = (): EntryId => asId<EntryId>('')

/** What a row says of a supplier. `country` is where the rows are from that do not say so themselves. */
export function readSupplier(form: FileForm, value: Row, country: string | null): RowReading<SupplierItem> {
  if (form === 'jsonl' && isAward(value)) return readAward(value)
  const given = form === 'table' ? fromCells(columns, value).value : value
  const table = form === 'table' ? supplierColumns : null
  const parsed = parseRow(supplierRow, given, table)
  if ('faults' in parsed) return parsed
  const { externalId, taxId, name, categories, ...draft } = parsed.data
  const written = settleEntries(
    { ...draft, capabilities: [...withCodes(draft.capabilities, categories, draft.language)] },
    null,
    noId,
  )
  const first = written.capabilities[0]?.text ?? written.references[0]?.text ?? name
  const content: PassportContent = {
    ...written,
    headline: written.headline === '' ? first.slice(0, 200) : written.headline,
    facts: { ...written.facts, country: written.facts.country ?? country },
  }
  return publishable({ externalId, taxId, name, content }, table)
}

function readAward(value: Row): RowReading<SupplierItem> {
  const parsed = parseRow(awardRow, value, null)
  if ('faults' in parsed) return parsed
  const row = parsed.data
  return publishable(
    { externalId: row.id, taxId: null, name: row.name, content: clipped(row.name, passportFromRow(row, noId)) },
    null,
  )
}

/** Award data knows no limits and no headline; ours are those of a passport. */
const clipped = (name: string, content: PassportContent): PassportContent => ({
  ...content,
  headline: content.headline === '' ? name : content.headline,
  facts: { ...content.facts, sites: content.facts.sites.slice(0, 30) },
  capabilities: content.capabilities.filter(({ text }) => text !== '').slice(0, 500),
  references: content.references.slice(0, 500).map((entry) => ({ ...entry, text: entry.text.slice(0, 2000) })),
})

type Draft = z.output<typeof supplierRow>['capabilities'][number]

/** Codes beside texts belong to the texts that have none; codes alone are what the firm does, by their names. */
function withCodes(entries: readonly Draft[], codes: readonly CategoryCode[], language: string): readonly Draft[] {
  if (codes.length === 0) return entries
  if (entries.length > 0)
    return entries.map((entry) => (entry.categories.length > 0 ? entry : { ...entry, categories: codes.slice(0, 10) }))
  const blank = { capacity: null, leadTimeDays: null, minimumOrder: null }
  return codes.map((code) => ({ ...blank, text: categoryLabel(code, language), categories: [code] }))
}

function publishable(item: Omit<SupplierItem, 'hash'>, table: typeof supplierColumns | null): RowReading<SupplierItem> {
  const faults = publicationFaults(item.content)
    .slice(0, 5)
    .map((fault) => toColumn(fault, table))
  if (faults.length > 0) return { faults }
  const hash = createHash('sha256').update(JSON.stringify(item)).digest('base64')
  return { item: { ...item, hash }, notes: [] }
}

const toColumn = (fault: FieldFault, table: typeof supplierColumns | null): FieldFault => {
  const path = fault.path.replace('body.content.', '')
  return { ...fault, path: table?.find((one) => path.startsWith(one.path.join('.')))?.heading ?? path }
}
