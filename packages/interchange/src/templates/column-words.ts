import type { SheetCell } from '../workbooks/sheet-cell.ts'

export type TemplateLanguage = 'en' | 'es'

/** What a column of a template is for, to people, and what it may hold. */
export type ColumnWords = Readonly<Record<TemplateLanguage, string>> & { readonly example: SheetCell }

/** The same day of each year is never past for long. */
export const inDays = (days: number): SheetCell => {
  const at = new Date()
  at.setUTCHours(0, 0, 0, 0)
  at.setUTCDate(at.getUTCDate() + days)
  return { at, shows: 'day' }
}
