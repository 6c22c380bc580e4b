/** The sizes that the grid's styles have, in pixels. */
export const cellWidth = 150
export const cellHeight = 56
export const headWidth = 120
export const headHeight = 37

export type Spot = { readonly row: number; readonly column: number }

const clamp = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value))

/** Where a key leads from a cell of a grid (as in the ARIA pattern of one); null for a key that leads nowhere. */
export function step(
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  { row, column }: Spot,
  size: { readonly rows: number; readonly columns: number },
  page: number,
): Spot | null {
  const to = (down: number, along: number): Spot => ({
    row: clamp(row + down, size.rows),
    column: clamp(column + along, size.columns),
  })
  switch (key) {
    case 'ArrowUp':
      return to(-1, 0)
    case 'ArrowDown':
      return to(1, 0)
    case 'ArrowLeft':
      return to(0, -1)
    case 'ArrowRight':
      return to(0, 1)
    case 'PageUp':
      return to(-page, 0)
    case 'PageDown':
      return to(page, 0)
    case 'Home':
      return to(ctrlKey ? -row : 0, -column)
    case 'End':
      return to(ctrlKey ? size.rows : 0, size.columns)
    default:
      return null
  }
}

/** The cell at a point of the whole grid, counted from its corner; null on its heads and beyond its end. */
export function spotAt(x: number, y: number, size: { readonly rows: number; readonly columns: number }): Spot | null {
  const [column, row] = [Math.floor((x - headWidth) / cellWidth), Math.floor((y - headHeight) / cellHeight)]
  return row >= 0 && column >= 0 && row < size.rows && column < size.columns ? { row, column } : null
}
