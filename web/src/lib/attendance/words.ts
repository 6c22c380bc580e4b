import type { ParticipantsImport } from '@enlace/contracts'
import { issueWords } from '$lib/imports/words.ts'
import { list } from '$lib/locale/format.ts'
import { m } from '$lib/paraglide/messages.js'

const sentences: Readonly<Record<string, () => string>> = {
  nobody: m.attendance_fault_nobody,
  session: m.attendance_fault_session,
  'unknown-firm': m.attendance_fault_unknown,
  ambiguous: m.attendance_fault_ambiguous,
  side: m.attendance_fault_side,
  'stays-out': m.attendance_fault_stays_out,
  seats: m.attendance_fault_seats,
}
const typeWords = (types: readonly string[]): string =>
  types.length === 0 ? m.attendance_fault_type_none() : m.attendance_fault_type({ types: list(types) })

/** What is wrong with a row and what to do, at a matchday that has these types of firms. */
export const faultWords =
  (types: readonly string[]) =>
  (issue: ParticipantsImport['issues'][number]): string =>
    issue.code === 'type' ? typeWords(types) : (sentences[issue.code]?.() ?? issueWords(issue))
