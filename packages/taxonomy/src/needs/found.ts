import type { Span } from '../words/word.ts'

/** Why a person should look at a found value; the words for it are the reader's language's. */
export const checkReasons = [
  'shortened',
  'language-guessed',
  'kind-guessed',
  'several-found',
  'separator-guessed',
  'unit-guessed',
  'period-missing',
  'year-guessed',
  'day-guessed',
  'order-guessed',
  'role-guessed',
  'currency-guessed',
  'bound-guessed',
  'place-guessed',
  'level-guessed',
] as const
export type CheckReason = (typeof checkReasons)[number]

/** A value read from a text: the words it came from, and why it needs a look (null where it is plain). */
export type Found<Value> = {
  readonly value: Value
  readonly spans: readonly Span[]
  readonly check: CheckReason | null
}

/** A text as its readers need it: as written, folded with the same offsets, and which language it is taken for. */
export type ReadText = {
  readonly written: string
  readonly folded: string
  readonly language: string
  readonly today: string
}

export const spanOf = ({ written }: ReadText, start: number, end: number): Span => ({
  start,
  end,
  text: written.slice(start, end),
})

export const overlaps = (a: Pick<Span, 'start' | 'end'>, b: Pick<Span, 'start' | 'end'>): boolean =>
  a.start < b.end && b.start < a.end

/** The clause or line around an offset: what a person would read as one statement. */
export function clauseAround({ written }: ReadText, start: number, end: number): Span {
  const before = written.slice(0, start)
  const from = Math.max(
    ...[...before.matchAll(/\n|[.;!?•](?=\s)|•|,\s(?=\D)|\s[–—-]\s/g)].map((match) => match.index + match[0].length),
    0,
  )
  const after = /\n|[.;!?](?=\s|$)|•|,\s|\s[–—-]\s/.exec(written.slice(end))
  const to = after === null ? written.length : end + after.index
  const text = written.slice(from, to)
  const lead = text.length - text.trimStart().length
  return { start: from + lead, end: from + text.trimEnd().length, text: text.trim() }
}

/** The sentence or line around an offset. */
export function sentenceAround(
  { folded }: ReadText,
  start: number,
  end: number,
): { readonly before: string; readonly after: string } {
  const head = folded.slice(0, start)
  const from = Math.max(...[...head.matchAll(/\n|[.;!?•](?=\s)/g)].map((match) => match.index + 1), 0)
  const tail = /\n|[.;!?](?=\s|$)/.exec(folded.slice(end))
  return {
    before: folded.slice(from, start),
    after: folded.slice(end, tail === null ? folded.length : end + tail.index),
  }
}
