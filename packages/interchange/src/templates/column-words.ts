import type { SheetCell } from '../workbooks/sheet-cell.ts'

export type TemplateLanguage = 'en' | 'es'

/** What a column of a template is for, to people, and what it may hold; a day that must lie ahead as how far it does. */
export type ColumnWords = Readonly<Record<TemplateLanguage, string>> & {
  readonly example: SheetCell | { readonly daysAhead: number }
}

/** A column's example as it is today. */
export function exampleOf({ example }: ColumnWords): SheetCell {
  if (example === null || typeof example !== 'object' || 'at' in example) return example
  const at = new Date()
  at.setUTCHours(0, 0, 0, 0)
  at.setUTCDate(at.getUTCDate() + example.daysAhead)
  return { at, shows: 'day' }
}
