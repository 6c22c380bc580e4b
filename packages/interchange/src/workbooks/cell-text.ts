import { workbookProblem } from '@enlace/domain'

import { safeCell } from '../cells/safe-cell.ts'
import type { CellFault } from './cell-fault.ts'
import { fromSerial, type DateSystem } from './serial-date.ts'
import type { NumberKind } from './number-format.ts'
import { fromXmlText } from './shared-strings.ts'

/** A cell as its sheet writes it. */
export type RawCell = {
  readonly type: string
  readonly style: number
  readonly value: string | null
  readonly formula: boolean
}

/** What the numbers in cells refer to. */
export type CellWords = {
  readonly strings: readonly string[]
  readonly kinds: readonly NumberKind[]
  readonly dateSystem: DateSystem
}

/** A spreadsheet holds fifteen digits; what it writes beyond is how it counts. */
const shown = (value: number): string => String(Number(value.toPrecision(15)))

function numberText(value: string, kind: NumberKind, system: DateSystem): string {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return safeCell(value)
  if (kind === 'number') return shown(number)
  if (kind === 'percent') return `${shown(number * 100)}%`
  if (typeof kind === 'object') return Number.isInteger(number) ? value.padStart(kind.digits, '0') : shown(number)
  return fromSerial(number, kind, system) ?? shown(number)
}

/** What a cell says, as it would be written in CSV; or why that cannot be told. */
export function cellText(cell: RawCell, words: CellWords): { readonly text: string } | { readonly fault: CellFault } {
  const { type, value, formula } = cell
  if (value === null) return formula ? { fault: 'cell-uncounted' } : { text: '' }
  if (type === 'e') return { fault: 'cell-error' }
  if (type === 's') {
    const text = words.strings[Number(value)]
    if (text === undefined) throw workbookProblem('workbook.damaged')
    return { text: safeCell(text) }
  }
  if (type === 'b') return { text: value.trim() === '1' ? 'true' : 'false' }
  if (type === 'd') return { text: value.replace(/T00:00(:00(\.0+)?)?Z?$/, '') }
  if (type === 'str' || type === 'inlineStr') return { text: safeCell(fromXmlText(value)) }
  return { text: numberText(value, words.kinds[cell.style] ?? 'number', words.dateSystem) }
}
