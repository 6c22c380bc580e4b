import { Problem, type ProblemCode } from '../problem.ts'

/** What is wrong with a workbook as a whole. The page of an import knows each sentence in the reader's language. */
export const workbookSentences = {
  'workbook.damaged': 'This is no workbook, or it is damaged or cut off. Save it anew as .xlsx and give that.',
  'workbook.closed': 'This workbook has a password or is of the old kind (.xls). Save it without one as .xlsx or CSV.',
  'workbook.swells': 'Unpacked, this workbook is too large. Keep only the sheet with the list, or save it as CSV.',
  'workbook.headings': 'The first sheet with content must hold headings in row 1 and the list below them.',
} as const satisfies Partial<Record<ProblemCode, string>>

/** The problem of a workbook that cannot be read. */
export const workbookProblem = (code: keyof typeof workbookSentences): Problem =>
  new Problem(code, workbookSentences[code])
