import { createHash } from 'node:crypto'

import { needContent } from '@enlace/contracts'
import { checkPublishable, dateFaults, needFromRow, Problem, type FieldFault, type NeedContent } from '@enlace/domain'
import type * as z from 'zod/mini'

import { byHeading, type Column, fromCells } from '../cells/column.ts'
import { parseRow } from '../cells/parse-row.ts'
import type { RowReading } from '../cells/row-reading.ts'
import type { FileForm } from '../files/read-rows.ts'
import { needColumns } from './need-columns.ts'
import { isNotice, needRow, noticeRow } from './need-row.ts'

/** A need as a row brings it, with who asks. */
export type NeedItem = {
  readonly externalId: string | null
  readonly buyer: { readonly name: string; readonly country: string | null }
  readonly content: NeedContent
  /** The same for rows that say the same. */
  readonly hash: string
}

type Row = Readonly<Record<string, unknown>>
type Place = { readonly country: string | null; readonly today: string }
const columns = byHeading(needColumns)

/** What a row says of a need. `country` is where the rows are from that do not say so themselves; `today` an ISO date. */
export function readNeed(form: FileForm, value: Row, { country, today }: Place): RowReading<NeedItem> {
  if (form === 'jsonl' && isNotice(value)) return readNotice(value, { country, today })
  const given = form === 'table' ? fromCells(columns, value).value : value
  const table = form === 'table' ? needColumns : null
  const parsed = parseRow(needRow, given, table)
  if ('faults' in parsed) return parsed
  const { externalId, buyer, ...content } = parsed.data
  return publishable({ externalId, buyer: { ...buyer, country: buyer.country ?? country }, content }, today, table)
}

/** Notices of the United Kingdom do not say where they are from, but their numbers do. */
const countryOf = (row: z.output<typeof noticeRow>, otherwise: string | null): string | null =>
  row.country ?? (row.currency === 'GBP' || row.id.startsWith('UK') ? 'GB' : otherwise)

function readNotice(value: Row, { country, today }: Place): RowReading<NeedItem> {
  const parsed = parseRow(noticeRow, value, null)
  if ('faults' in parsed) return parsed
  const row = parsed.data
  const from = countryOf(row, country)
  if (from === null)
    return {
      faults: [
        {
          path: 'country',
          code: 'invalid_type',
          message: 'Say in which country this is, or give one for the whole file.',
        },
      ],
    }
  const content = parseRow(needContent, tidied(needFromRow(row, from)), null)
  if ('faults' in content) return content
  const name = row.buyer === '' ? 'Unnamed buyer' : row.buyer.slice(0, 200)
  const dated = withoutContradiction(content.data, today)
  const reading = publishable(
    { externalId: row.id, buyer: { name, country: from }, content: dated.content },
    today,
    null,
  )
  return 'faults' in reading ? reading : { ...reading, notes: [...dated.notes, ...reading.notes] }
}

/** Notices know no limits: what does not fit into a title goes on in the text, and a text that says little gets its title. */
function tidied(content: NeedContent): NeedContent {
  const long = content.title.length > 200
  const text = long || content.text.trim().length < 20 ? `${content.title}. ${content.text}` : content.text
  return {
    ...content,
    title: long ? `${content.title.slice(0, 199)}…` : content.title,
    text: text.slice(0, 20_000),
    categories: content.categories.filter(({ code }) => /^[0-9A-Z.]{1,12}$/.test(code)).slice(0, 10),
    specification: content.specification.slice(0, 100),
    // A list of all regions is no place that a supplier could be near to.
    place:
      content.place !== null && (content.place.region ?? '').length > 120
        ? { ...content.place, region: null }
        : content.place,
  }
}

/** Open notices often end before answers are in; then the end is left open, and said so. */
function withoutContradiction(
  content: NeedContent,
  today: string,
): { content: NeedContent; notes: readonly FieldFault[] } {
  const wrong = dateFaults(content, today).filter((fault) => fault.path === 'body.deliverUntil')
  if (wrong.length === 0) return { content, notes: [] }
  return {
    content: { ...content, deliverUntil: null },
    notes: wrong
      .slice(0, 1)
      .map((fault) => ({ ...fault, path: 'end', message: `${fault.message} The end was left out.` })),
  }
}

const passed = (fault: FieldFault): boolean => fault.path === 'body.answerBy'

/** A list may hold needs whose day has passed; they come in, and no supplier passes their gate. */
function publishable(
  item: Omit<NeedItem, 'hash'>,
  today: string,
  table: readonly Column[] | null,
): RowReading<NeedItem> {
  const dates = dateFaults(item.content, today)
  const faults = [...dates.filter((fault) => !passed(fault)), ...missingIn(item.content, today)]
  const told = (fault: FieldFault): FieldFault => {
    const path = fault.path.replace('body.', '')
    return { ...fault, path: table?.find((one) => one.path[0] === path)?.heading ?? path }
  }
  if (faults.length > 0) return { faults: faults.map(told) }
  const hash = createHash('sha256').update(JSON.stringify(item)).digest('base64')
  const notes = dates
    .filter(passed)
    .map((fault) => ({ ...told(fault), code: 'date_passed', message: 'The day for answers has passed.' }))
  return { item: { ...item, hash }, notes }
}

/** What is missing before a need can be published, its dates aside. */
function missingIn(content: NeedContent, today: string): readonly FieldFault[] {
  try {
    checkPublishable({ ...content, answerBy: null, deliverFrom: null, deliverUntil: null }, today)
    return []
  } catch (error) {
    if (error instanceof Problem) return error.faults
    throw error
  }
}
