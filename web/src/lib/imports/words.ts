import { workbookSentences, type ImportKind, type ImportState, type IssueSeverity } from '@enlace/domain'
import { m } from '../paraglide/messages.js'
import type { Tone } from '../ui/tone.ts'

export const kindWords: Readonly<Record<ImportKind, () => string>> = {
  suppliers: m.imports_suppliers,
  needs: m.imports_needs,
}

export const stateWords: Readonly<Record<ImportState, () => string>> = {
  receiving: m.imports_state_receiving,
  requested: m.imports_state_requested,
  running: m.imports_state_running,
  checked: m.imports_state_checked,
  finished: m.imports_state_finished,
  failed: m.imports_state_failed,
  undoing: m.imports_state_undoing,
  undone: m.imports_state_undone,
}
export const stateTones: Readonly<Record<ImportState, Tone>> = {
  receiving: 'plain',
  requested: 'plain',
  running: 'teal',
  checked: 'copper',
  finished: 'good',
  failed: 'bad',
  undoing: 'teal',
  undone: 'plain',
}
/** What the state means and what comes next. */
export const stateSentences: Readonly<Record<ImportState, () => string>> = {
  receiving: m.imports_says_waiting,
  requested: m.imports_says_waiting,
  running: m.imports_says_running,
  checked: m.imports_says_checked,
  finished: m.imports_says_finished,
  failed: m.imports_says_failed,
  undoing: m.imports_says_running,
  undone: m.imports_says_undone,
}

export const severityWords: Readonly<Record<IssueSeverity, () => string>> = {
  fault: m.imports_severity_fault,
  note: m.imports_severity_note,
  kept: m.imports_severity_kept,
}
export const severityTones: Readonly<Record<IssueSeverity, Tone>> = { fault: 'bad', note: 'warn', kept: 'teal' }

const sentences: Readonly<Record<string, () => string>> = {
  namesake: m.imports_says_namesake,
  'changed-since': m.imports_says_changed_since,
  joined: m.imports_says_joined,
  answered: m.imports_says_answered,
  'imported-again': m.imports_says_imported_again,
  date_passed: m.imports_says_date_passed,
  'unknown-column': m.imports_says_unknown_column,
  'cell-error': m.imports_says_cell_error,
  'cell-uncounted': m.imports_says_cell_uncounted,
  'cell-unheaded': m.imports_says_cell_unheaded,
  'cell-cut': m.imports_says_cell_cut,
  'row-long': m.imports_says_row_long,
}

/** The server's own sentences about single cells, which people meet most. */
const cellSentences: Readonly<Record<string, () => string>> = {
  'This is missing.': m.imports_says_missing,
  'Write a number.': m.imports_says_number,
  'Write a whole number.': m.imports_says_whole_number,
  'Write text.': m.imports_says_text,
  'Use the two-letter country code.': m.imports_says_country,
  'This has the wrong form.': m.imports_says_form,
  'Add at least one thing you can do or have done.': m.imports_says_entries,
  'This line is not valid JSON.': m.imports_says_json,
  'A quotation mark is never closed.': m.imports_says_quote,
  'This row has more cells than there are headings; put cells with commas in quotation marks.': m.imports_says_cells,
  'Some characters cannot be read; save the file as UTF-8.': m.imports_says_characters,
  'Say what you need in a sentence or two, or add specification rows.': m.imports_says_short,
}

/** What is said of a row, in the reader's language; the server's own sentence where it says more than ours would. */
export function issueWords({ code, message }: { readonly code: string; readonly message: string }): string {
  const row = /\d+/.exec(message)?.[0]
  if (code === 'duplicate' && row !== undefined) return m.imports_says_duplicate({ row })
  const name = /^Looks like (.+?): /.exec(message)?.[1]
  if (code === 'lookalike' && name !== undefined) return m.imports_says_lookalike({ name })
  return sentences[code]?.() ?? cellSentences[message]?.() ?? message
}

/** The server's own sentences about a file as a whole. */
const problemSentences: Readonly<Record<string, () => string>> = {
  [workbookSentences['workbook.damaged']]: m.problems_workbook_damaged_text,
  [workbookSentences['workbook.closed']]: m.problems_workbook_closed_text,
  [workbookSentences['workbook.swells']]: m.problems_workbook_swells_text,
  [workbookSentences['workbook.headings']]: m.problems_workbook_headings_text,
  'A file may have 250000 rows; give the rest as another one.': m.imports_problem_rows,
  'The first line must hold the headings; we know none of its columns.': m.imports_problem_headings,
  'The packed file is damaged or was cut off; pack it anew.': m.imports_problem_packed,
}

/** Why a file could not be read to its end, in the reader's language. */
export const problemText = (problem: string): string => problemSentences[problem]?.() ?? problem
