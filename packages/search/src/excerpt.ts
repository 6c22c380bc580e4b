import { fold } from '@enlace/domain'

import { clipped, foldedWords } from './document.ts'

/** A piece of a text and where in it words of the query stand (character positions, end exclusive). */
export type Excerpt = {
  readonly text: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}

/** Letters that may be wrong in a word of this length: as many as the index forgives. */
const forgiven = (length: number): number => (length < 5 ? 0 : length < 9 ? 1 : 2)

/** Whether two words lie within `most` single-letter changes; the first letter must be right. */
function isNear(a: string, b: string, most: number): boolean {
  if (most === 0 || a[0] !== b[0] || Math.abs(a.length - b.length) > most) return a === b
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [row, letter] of a.split('').entries()) {
    const current = [row + 1]
    for (let column = 1; column <= b.length; column += 1)
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + (letter === b[column - 1] ? 0 : 1),
        ),
      )
    previous = current
  }
  return (previous[b.length] ?? most + 1) <= most
}

const meets = (word: string, wanted: string): boolean =>
  word.startsWith(wanted) ||
  isNear(word, wanted, forgiven(wanted.length)) ||
  (wanted.length > 5 && isNear(word.slice(0, wanted.length), wanted, forgiven(wanted.length)))

type Hit = { readonly start: number; readonly end: number; readonly wanted: string }
const hitsIn = (text: string, wanted: readonly string[]): Hit[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap((match) => {
    const met = wanted.find((word) => meets(fold(match[0]), word))
    return met === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, wanted: met }]
  })

const longest = 180

/** The piece of the texts that meets most words of the query, with those words marked; null where none does. */
export function excerptOf(texts: readonly string[], query: string): Excerpt | null {
  const wanted = foldedWords(query)
    .filter((word) => word.length > 1)
    .slice(0, 10)
  if (wanted.length === 0) return null
  let best: { text: string; hits: Hit[]; worth: number } | null = null
  for (const text of clipped(texts)) {
    const hits = hitsIn(text, wanted)
    const worth = new Set(hits.map((hit) => hit.wanted)).size
    if (worth > (best?.worth ?? 0)) best = { text, hits, worth }
  }
  return best === null ? null : cut(best.text, best.hits)
}

function cut(text: string, hits: readonly Hit[]): Excerpt {
  const first = hits[0]?.start ?? 0
  const wordStart = text.lastIndexOf(' ', Math.max(0, first - 50)) + 1
  const from = text.length <= longest || first < 50 ? 0 : wordStart
  const whole = text.length - from <= longest
  const lastSpace = text.lastIndexOf(' ', from + longest)
  const until = whole ? text.length : lastSpace > first ? lastSpace : from + longest
  const before = from === 0 ? '' : '… '
  return {
    text: `${before}${text.slice(from, until)}${whole ? '' : ' …'}`,
    marks: hits
      .filter((hit) => hit.start >= from && hit.end <= until)
      .map((hit) => ({ start: hit.start - from + before.length, end: hit.end - from + before.length })),
  }
}
