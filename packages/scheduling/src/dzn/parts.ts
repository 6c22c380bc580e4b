import { Cursor, type At } from './cursor.ts'
import { DznError } from './dzn-error.ts'

/** How each part of a file is written; there are no others, and each must be there once. */
const readers = {
  nBusiness: (from: Cursor) => from.number(),
  nMeetings: (from: Cursor) => from.number(),
  nTables: (from: Cursor) => from.number(),
  nTotalSlots: (from: Cursor) => from.number(),
  nMorningSlots: (from: Cursor) => from.number(),
  requested: (from: Cursor) => from.rows(),
  meetingsxBusiness: (from: Cursor) => from.list(() => from.numbers()),
  nMeetingsBusiness: (from: Cursor) => from.list(() => from.number()),
  forbidden: (from: Cursor) => from.list(() => from.numbers()),
  fixed: (from: Cursor) => from.list(() => from.number()),
  precedences: (from: Cursor) => from.list(() => from.numbers()),
}

type Name = keyof typeof readers
/** What a file says, part by part, as it is written. */
export type Parts = { readonly [N in Name]: ReturnType<(typeof readers)[N]> }

/** Reads all parts of a file, in whichever order they stand. */
export function readParts(text: string): Parts {
  const from = new Cursor(text)
  const parts: { [name: string]: At<unknown> } = {}
  while (!from.atEnd) {
    const line = from.line
    const name = from.name()
    if (!isName(name)) throw new DznError('dzn.unknown-name', line, `the format knows no "${name}"`)
    if (parts[name] !== undefined) throw new DznError('dzn.given-twice', line, `${name} was given before`)
    from.sign('=')
    parts[name] = readers[name](from)
    from.sign(';')
  }
  const missing = Object.keys(readers).filter((name) => parts[name] === undefined)
  if (missing.length > 0) throw new DznError('dzn.missing', from.line, `the file ends without ${missing.join(', ')}`)
  return parts as Parts
}

const isName = (name: string): name is Name => Object.hasOwn(readers, name)
