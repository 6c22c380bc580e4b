import type { Actor } from '@enlace/domain'

import { fromCursor, invalidCursor, toCursor } from '../http/keyset.ts'
import type { Finder, Finding, Searched, Wanted } from './finder.ts'

/** How far the last row of a page may have moved before the next page is asked for, at first look and at second. */
const near = 25
const far = 1000
/** No list is longer than this. */
const deepest = 200_000

export type Asked = Omit<Wanted, 'offset' | 'limit'>
export type FoundPage = Finding & { readonly next: string | null }

/**
 * A page of what is found, after the row that the cursor names wherever that row stands by now, so that rows which
 * came or went meanwhile neither repeat nor hide others. If that row left the list, the page begins where it stood.
 */
export async function findPage(
  find: Finder,
  actor: Actor,
  searched: Searched,
  asked: Asked,
  cursor: string | undefined,
  limit: number,
): Promise<FoundPage> {
  const after = positionOf(cursor)
  const start = Math.max(0, (after?.offset ?? 0) - near)
  const found = await find(actor, searched, { ...asked, offset: start, limit: near + limit + 1 + near })
  if (after === null) return cutAt(found, start, 0, limit)
  const at = found.ids.indexOf(after.id)
  if (at >= 0) return cutAt(found, start, at + 1, limit)
  const wideStart = Math.max(0, after.offset - far)
  const wide = await find(actor, searched, { ...asked, facets: [], offset: wideStart, limit: far + limit + 1 + far })
  const moved = wide.ids.indexOf(after.id)
  if (moved < 0) return cutAt(found, start, after.offset - start, limit)
  return cutAt({ ...wide, facets: found.facets }, wideStart, moved + 1, limit)
}

function positionOf(cursor: string | undefined): { readonly offset: number; readonly id: string } | null {
  const position = fromCursor(cursor, { offset: 'number', id: 'string' })
  if (position !== null && !(Number.isInteger(position.offset) && position.offset > 0 && position.offset <= deepest))
    throw invalidCursor()
  return position
}

const cutAt = (found: Finding, start: number, from: number, limit: number): FoundPage => {
  const ids = found.ids.slice(from, from + limit)
  const last = ids.at(-1)
  const more = found.ids.length > from + limit
  return {
    ...found,
    ids,
    next: more && last !== undefined ? toCursor({ offset: start + from + limit, id: last }) : null,
  }
}
