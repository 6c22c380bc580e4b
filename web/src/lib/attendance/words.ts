import type { ParticipantsImport } from '@enlace/contracts'
import { issueWords } from '$lib/imports/words.ts'
import { m } from '$lib/paraglide/messages.js'

const sentences: Readonly<Record<string, () => string>> = {
  nobody: m.attendance_fault_nobody,
  session: m.attendance_fault_session,
  'unknown-firm': m.attendance_fault_unknown,
  ambiguous: m.attendance_fault_ambiguous,
  side: m.attendance_fault_side,
  'stays-out': m.attendance_fault_stays_out,
}
/** What is wrong with a row and what to do. */
export const faultWords = (issue: ParticipantsImport['issues'][number]): string =>
  sentences[issue.code]?.() ?? issueWords(issue)
