import { Problem } from '@enlace/domain'

/** An opaque cursor over the sort key of the last row of a page. */
export const toCursor = (position: Readonly<Record<string, string | number>>): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url')

/** The position a cursor names, if it has the wanted fields with the wanted types. */
export function fromCursor<const Shape extends Readonly<Record<string, 'string' | 'number'>>>(
  cursor: string | undefined,
  shape: Shape,
): { [Key in keyof Shape]: Shape[Key] extends 'string' ? string : number } | null {
  if (cursor === undefined) return null
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (
      typeof value === 'object' &&
      value !== null &&
      Object.entries(shape).every(([key, type]) => typeof (value as Record<string, unknown>)[key] === type)
    )
      return value as never
  } catch {
    // Falls through to the one refusal.
  }
  throw invalidCursor()
}

export const invalidCursor = (): Problem =>
  new Problem('cursor.invalid', 'This page mark is not one of ours. Start from the first page.', [
    { path: 'query.cursor', code: 'invalid_format', message: 'Start from the first page.' },
  ])

/** Cuts a list read with limit + 1 rows into a page and the cursor of the next. */
export const cutPage = <Item>(
  rows: readonly Item[],
  limit: number,
  position: (last: Item) => Readonly<Record<string, string | number>>,
): { items: Item[]; next: string | null } => {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? toCursor(position(last)) : null }
}
