import { wire } from '@enlace/contracts'
import { matchdaySides, slotsOf, type FieldFault, type MatchdayContent, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { byHeading, fromCells } from '../cells/column.ts'
import { parseRow } from '../cells/parse-row.ts'
import type { RowReading } from '../cells/row-reading.ts'
import type { FileForm } from '../files/read-rows.ts'
import { participantColumns } from './participant-columns.ts'

const orNull = <Schema extends z.ZodMiniType>(schema: Schema) => z._default(z.nullable(schema), null)
const participantRow = z.object({
  id: orNull(wire.id<OrganisationId>()),
  taxId: orNull(wire.text(60)),
  name: orNull(wire.text(200)),
  country: orNull(wire.country),
  side: orNull(z.enum(matchdaySides)),
  type: orNull(wire.text(120)),
  languages: z._default(z.array(wire.language).check(z.maxLength(20)), []),
  absent: z._default(z.array(wire.text(80)).check(z.maxLength(20)), []),
  note: z._default(wire.text(1000), ''),
})

/** A firm that a row lets in: how it is found, and what it says. */
export type ParticipantItem = Omit<z.output<typeof participantRow>, 'absent'> & { readonly away: readonly number[] }

const known = byHeading(participantColumns)
const nobody: FieldFault = {
  path: 'name',
  code: 'nobody',
  message: 'Give an id, a tax id, or a name with its country.',
}

/** The headings of a table that name no column. */
export const unknownHeadings = (value: Readonly<Record<string, unknown>>): readonly string[] =>
  fromCells(known, value).unknown

/** The slots of sessions that are called by name or by number from 1; a name that there is none of is a fault. */
function awayOf(content: MatchdayContent, names: readonly string[]): readonly number[] | FieldFault {
  const { sessions } = content
  const wanted = names.map((name) => {
    const byName = sessions.findIndex((one) => one.name !== '' && one.name.toLowerCase() === name.toLowerCase())
    return byName >= 0 || !/^\d{1,2}$/.test(name) ? byName : Number(name) - 1
  })
  const at = wanted.findIndex((session) => session < 0 || session >= sessions.length)
  if (at >= 0)
    return {
      path: 'absent sessions',
      code: 'session',
      message: `There is no session "${names[at] ?? ''}"; use its name, or its number from 1 to ${sessions.length}.`,
    }
  return (slotsOf(content) ?? []).flatMap(({ session }, slot) => (wanted.includes(session) ? [slot] : []))
}

/** What a row says of a participant of a matchday. */
export function readParticipantRow(
  form: FileForm,
  value: Readonly<Record<string, unknown>>,
  content: MatchdayContent,
): RowReading<ParticipantItem> {
  const given = form === 'table' ? fromCells(known, value).value : value
  const parsed = parseRow(participantRow, given, form === 'table' ? participantColumns : null)
  if ('faults' in parsed) return parsed
  const { absent, ...row } = parsed.data
  if (row.id === null && row.taxId === null && (row.name === null || row.country === null)) return { faults: [nobody] }
  const away = awayOf(content, absent)
  if ('code' in away) return { faults: [away] }
  return { item: { ...row, languages: [...new Set(row.languages)], away }, notes: [] }
}
