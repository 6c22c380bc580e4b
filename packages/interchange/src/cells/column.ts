import type { Cell } from './cell.ts'
import { bareCell } from './safe-cell.ts'

/** A column of a table: its heading, other names people give it, and the field of the row that it holds. */
export type Column = {
  readonly heading: string
  readonly aliases: readonly string[]
  readonly path: readonly string[]
  readonly cell: Cell
}

export const column = (heading: string, path: string, cell: Cell, aliases = ''): Column => ({
  heading,
  path: path.split('.'),
  cell,
  aliases: aliases === '' ? [] : aliases.split('|'),
})

type Row = Readonly<Record<string, unknown>>
type Tree = { [key: string]: unknown }

/** Headings are compared by their letters and digits alone. */
const letters = (heading: string): string =>
  heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Columns by every name they go by. */
export const byHeading = (columns: readonly Column[]): ReadonlyMap<string, Column> =>
  new Map(
    columns.flatMap((one) => [one.heading, one.path.join('.'), ...one.aliases].map((name) => [letters(name), one])),
  )

/** The row that the cells of a table's row say, and the headings that name no column. Empty cells say nothing. */
export function fromCells(
  columns: ReadonlyMap<string, Column>,
  cells: Row,
): { readonly value: Row; readonly unknown: readonly string[] } {
  const value: Tree = {}
  const unknown: string[] = []
  for (const [heading, given] of Object.entries(cells)) {
    const known = columns.get(letters(heading))
    if (known === undefined) {
      if (heading !== '') unknown.push(heading)
      continue
    }
    const text = bareCell(String(given).trim())
    if (text !== '') put(value, known.path, known.cell.read(text))
  }
  return { value, unknown }
}

function put(tree: Tree, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path
  if (rest.length === 0) tree[key] = value
  else put((tree[key] ??= {}) as Tree, rest, value)
}

const get = (row: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Row | null | undefined)?.[key], row)

const saysNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** What a row holds in each column; null where it says nothing. */
export const valuesOf = (columns: readonly Column[], row: Row): { readonly cell: Cell; readonly value: unknown }[] =>
  columns.map(({ cell, path }) => {
    const value = get(row, path)
    return { cell, value: saysNothing(value) ? null : value }
  })

/** The cells of one row, in the order of the columns. */
export const toCells = (columns: readonly Column[], row: Row): string[] =>
  valuesOf(columns, row).map(({ cell, value }) => (value === null ? '' : cell.write(value)))
