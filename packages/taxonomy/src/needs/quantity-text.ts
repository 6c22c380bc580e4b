import type { Period, Quantity } from '@enlace/domain'
import { unitSpellings } from '../units/unit.ts'
import type { CheckReason, ReadText } from './found.ts'
import { multiplierOf, multiplierWordSource, numberSource, readNumber } from './number-text.ts'

/** A number with a unit in a text; `tolerance` stands behind ±. */
export type QuantityFound = Quantity & {
  readonly kind: string
  readonly start: number
  readonly end: number
  readonly tolerance: number | null
  readonly check: CheckReason | null
}

const largestAmount = 1e12

const escaped = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replace(/ /g, String.raw`\s+`)

let pattern: RegExp | undefined

function quantityPattern(): RegExp {
  if (pattern !== undefined) return pattern
  const spellings = [...unitSpellings().keys()]
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
  const tolerance = String.raw`(?:\s*(?:±|\+/-|\+-)\s*(?<tolerance>\d+(?:[.,]\d+)?))?`
  const number = `(?<number>${numberSource})(?:\\s*(?<times>${multiplierWordSource}))?`
  pattern = new RegExp(
    String.raw`${number}${tolerance}\s*(?:de\s+)?(?<unit>${spellings})(?![\p{L}\p{N}²³]|/(?!\s?(?:day|week|month|year|yr|dia|semana|mes|ano)))`,
    'gu',
  )
  return pattern
}

const periodWords: readonly (readonly [Period, string])[] = [
  ['day', 'day|dia|jornada'],
  ['week', 'week|wk|semana'],
  ['month', 'month|mes'],
  ['year', 'year|yr|annum|ano'],
]
const periodAdverbs: readonly (readonly [Period, RegExp])[] = [
  ['year', /\b(?:annual(?:ly)?|yearly|anual(?:es|mente)?|anuais|p\.\s?a\.)/],
  ['month', /\b(?:monthly|mensual(?:es|mente)?|mensa(?:l|is|lmente))\b/],
  ['week', /\b(?:weekly|semana(?:l|les|is|lmente))\b/],
  ['day', /\b(?:daily|diari[oa]s?|diariamente)\b/],
]
const periodAfter = periodWords.map(
  ([period, words]) =>
    [
      period,
      new RegExp(String.raw`(?:\b(?:an?|per|each|every|por|al|a\s+la|cada|ao|a)\s+|/\s?)(?:${words})(?:es|s)?\b`),
    ] as const,
)

type PeriodFound = {
  readonly per: Period | null
  /** How far behind the amount its words reach. */ readonly length: number
}

/** "a year", "/month", "al mes", "anuales" within the words that follow, up to the next number; else "annual" before it. */
function periodIn(after: string, before: string): PeriodFound {
  const near = after.slice(0, 60).split(/[\d\n;]|[.,](?=\s)/)[0] ?? ''
  const found = [...periodAfter, ...periodAdverbs]
    .flatMap(([per, words]) => {
      const match = words.exec(near)
      return match === null ? [] : [{ per, at: match.index, length: match.index + match[0].length }]
    })
    .toSorted((a, b) => a.at - b.at)[0]
  if (found !== undefined) return found
  const lead =
    before
      .slice(-40)
      .split(/[\d\n;.,]/)
      .at(-1) ?? ''
  return { per: periodAdverbs.find(([, words]) => words.test(lead))?.[0] ?? null, length: 0 }
}

/** Every number with a unit in the text, in reading order. */
export function findQuantities(text: ReadText): readonly QuantityFound[] {
  const found: QuantityFound[] = []
  for (const match of text.folded.matchAll(quantityPattern())) {
    const { number = '', times, tolerance, unit: spelling = '' } = match.groups ?? {}
    const unit = unitSpellings().get(spelling.replace(/\s+/g, ' '))
    if (unit === undefined) continue
    const { value, isSure } = readNumber(number, text.language)
    const start = match.index
    const behind = /^\s*(?:±|\+\/-|\+-)\s*(\d+(?:[.,]\d+)?)/.exec(
      text.folded.slice(start + match[0].length, start + match[0].length + 20),
    )
    const end = start + match[0].length + (behind?.[0].length ?? 0)
    const { per, length } =
      unit.kind === 'time' ? { per: null, length: 0 } : periodIn(text.folded.slice(end), text.folded.slice(0, start))
    const deviation = tolerance ?? behind?.[1]
    const amount = value * multiplierOf(times)
    if (amount > largestAmount) continue
    found.push({
      value: amount,
      unit: unit.id,
      per,
      kind: unit.kind,
      start,
      end: end + length,
      tolerance: deviation === undefined ? null : readNumber(deviation, text.language).value,
      check: isSure ? null : 'separator-guessed',
    })
  }
  return found
}

const countPattern = new RegExp(
  String.raw`(?<number>${numberSource})(?:\s*(?<times>${multiplierWordSource}))?\s+(?:\p{L}[\p{L}-]*\s+){1,4}?(?=(?:an?|per|each|every|por|al|a\s+la|cada|ao)\s+(?:day|week|month|year|dia|semana|mes|ano)\b)`,
  'gu',
)

/** "12,000 uniforms a year": things counted without a unit's name, only where a period follows. */
export function findCounts(text: ReadText): readonly QuantityFound[] {
  return [...text.folded.matchAll(countPattern)].flatMap((match) => {
    const { number = '', times } = match.groups ?? {}
    const start = match.index
    const end = start + match[0].trimEnd().length
    const value = readNumber(number, text.language).value * multiplierOf(times)
    const { per, length } = periodIn(text.folded.slice(end), '')
    return value > largestAmount
      ? []
      : [
          {
            value,
            unit: 'pcs',
            per,
            kind: 'count',
            start,
            end: end + length,
            tolerance: null,
            check: 'unit-guessed' as const,
          },
        ]
  })
}
