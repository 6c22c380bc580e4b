import type { Column } from '../cells/column.ts'
import { needColumns } from '../needs/need-columns.ts'
import { participantColumns } from '../participants/participant-columns.ts'
import { supplierColumns } from '../suppliers/supplier-columns.ts'
import type { Sheet } from '../workbooks/sheet-cell.ts'
import { exampleOf, type ColumnWords, type TemplateLanguage } from './column-words.ts'
import { needWords } from './need-words.ts'
import { participantWords } from './participant-words.ts'
import { supplierWords } from './supplier-words.ts'

const heads = {
  en: {
    tab: 'Columns',
    column: 'Column',
    means: 'What it holds',
    example: 'Example',
    names: 'Also known as',
    begin: 'Row 2 of the first sheet is an example: write over it. Columns may stand in any order or be left out.',
  },
  es: {
    tab: 'Columnas',
    column: 'Columna',
    means: 'Qué contiene',
    example: 'Ejemplo',
    names: 'También llamada',
    begin:
      'La fila 2 de la primera hoja es un ejemplo: escriba encima. Las columnas pueden ir en cualquier orden o faltar.',
  },
} as const

const templates = {
  suppliers: { columns: supplierColumns, words: supplierWords },
  needs: { columns: needColumns, words: needWords },
  participants: { columns: participantColumns, words: participantWords },
} as const satisfies Readonly<
  Record<string, { readonly columns: readonly Column[]; readonly words: Readonly<Record<string, ColumnWords>> }>
>

/** A workbook to fill in: the headings with one row as an example, and what each column is for. */
export function templateSheets(what: keyof typeof templates, language: TemplateLanguage): readonly Sheet[] {
  const { columns } = templates[what]
  const words: Readonly<Record<string, ColumnWords | undefined>> = templates[what].words
  const says = heads[language]
  const examples = new Map(Object.entries(words).map(([heading, one]) => [heading, one && exampleOf(one)]))
  const lines = columns.map(({ heading, aliases }) => {
    const one = words[heading]
    return [heading, one?.[language] ?? null, examples.get(heading) ?? null, aliases.join(', ')]
  })
  return [
    {
      name: what,
      headings: columns.map(({ heading }) => heading),
      batches: [[columns.map(({ heading }) => examples.get(heading) ?? null)]],
    },
    {
      name: says.tab,
      wraps: true,
      headings: [says.column, says.means, says.example, says.names],
      batches: [[[null, says.begin], [], ...lines]],
    },
  ]
}
