import type { BudgetBand } from '@enlace/domain'
import { currencyDigits, homeCurrency, moneyOf } from '../names/currency.ts'
import { sentenceAround, spanOf, type CheckReason, type Found, type ReadText } from './found.ts'
import { multiplierOf, multiplierSource, numberSource, readNumber } from './number-text.ts'

/** Signs and words of money, folded; a bare $ or peso is the money of the place. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/^(?:us\s?\$|u\$s|usd|us dollars?|dolares(?: estadounidenses| americanos)?|dollars?)$/, 'USD'],
  [/^(?:€|eur|euros?)$/, 'EUR'],
  [/^(?:£|gbp|pounds sterling|libras esterlinas)$/, 'GBP'],
  [/^(?:clp|clp\$|ch\$|pesos chilenos|chilean pesos)$/, 'CLP'],
  [/^(?:mxn|mx\$|pesos mexicanos|mexican pesos)$/, 'MXN'],
  [/^(?:cop|cop\$|col\$|pesos colombianos|colombian pesos)$/, 'COP'],
  [/^(?:ars|ar\$|pesos argentinos)$/, 'ARS'],
  [/^(?:r\$|brl|reais|real)$/, 'BRL'],
  [/^(?:s\/\.?|pen|soles)$/, 'PEN'],
  [/^(?:rm|myr|ringgits?)$/, 'MYR'],
  [/^(?:uf)$/, 'CLF'],
]
const word = String.raw`us dollars?|dolares(?: estadounidenses| americanos)?|dollars?|euros?|pounds sterling|libras esterlinas|pesos (?:chilenos|mexicanos|colombianos|argentinos)|(?:chilean|mexican|colombian) pesos|pesos|reais|soles|ringgits?`
const code = String.raw`usd|eur|gbp|clp|mxn|cop|ars|brl|pen|myr`
const sign = String.raw`us\s?\$|u\$s|mx\$|ch\$|col\$|ar\$|r\$|s\/\.?|\$|€|£|(?<!\p{L})rm(?=\s?\d)`
const number = (name: string): string =>
  String.raw`(?<${name}>${numberSource})(?:\s?(?<${name}Times>${multiplierSource}))?`
const joiner = String.raw`\s*(?:-|–|—|to|and|a|y|e|hasta|ate)\s*`
const before = String.raw`(?<before>(?<!\p{L})(?:${code})\s?\$?|${sign})\s?`
const pattern = new RegExp(
  String.raw`${before}${number('low')}(?:${joiner}(?:${sign}|(?:${code})\s?)?\s?${number('high')})?(?:\s*(?<more>${code})(?!\p{L}))?|${number('lowB')}(?:${joiner}${number('highB')})?\s*(?:de\s+)?(?<after>(?:${code}|${word})(?!\p{L})|€|£)`,
  'gu',
)

const priceOf = /^\s*(?:\/|per\s+(?!year|month|annum)|por\s+(?!ano|mes|una?\b|el\b|la\b|los\b|las\b)|c\/u|each|cada)/
const budgetCue =
  /budget|presupuesto|orcamento|valor|value|amount|monto|fund|financ|worth|inversion|ceiling|tope|premio|prize/
const maxCue =
  /(?:up to|max\w*|not exceed\w*|no more than|below|ceiling|hasta|tope|no mas de|ate|no maximo|limite)\W*(?:\p{L}+\W+){0,2}$/u
const minCue =
  /(?:at least|min\w*|from|over|above|more than|desde|al menos|mas de|sobre|pelo menos|acima de)\W*(?:\p{L}+\W+){0,1}$/u

type MoneyFound = {
  readonly low: number
  readonly high: number | null
  readonly currency: string
  readonly isGuess: boolean
  readonly start: number
  readonly end: number
  readonly isSure: boolean
}

function currencyOf(
  text: string,
  country: string | null,
): { readonly currency: string; readonly isGuess: boolean } | null {
  const known = signs.find(([names]) => names.test(text.trim()))?.[1]
  if (known !== undefined) return known === 'CLF' ? null : { currency: known, isGuess: false }
  return /^(?:\$|pesos)$/.test(text.trim())
    ? { currency: (country === null ? null : homeCurrency(country)) ?? 'USD', isGuess: true }
    : null
}

function moneyFound(match: RegExpMatchArray, text: ReadText, country: string | null): MoneyFound | null {
  const groups = match.groups ?? {}
  const money =
    currencyOf(groups['more'] ?? (groups['before'] ?? '').replace(/(?<=[a-z]{3})\s?\$$/, '') ?? '', country) ??
    currencyOf(groups['after'] ?? '', country)
  if (money === null) return null
  const lowText = groups['low'] ?? groups['lowB'] ?? ''
  const highText = groups['high'] ?? groups['highB']
  const highTimes = groups['highTimes'] ?? groups['highBTimes']
  const low = readNumber(lowText, text.language)
  const highNumber = highText === undefined ? null : readNumber(highText, text.language).value
  const high = highNumber === null ? null : highNumber * multiplierOf(highTimes)
  // "20 to 30 thousand" multiplies both ends; "900,000 to 1.2 million" only the second.
  const lowTimes =
    groups['lowTimes'] ??
    groups['lowBTimes'] ??
    (highNumber !== null && low.value <= highNumber ? highTimes : undefined)
  const start = match.index ?? 0
  return {
    low: low.value * multiplierOf(lowTimes),
    high,
    ...money,
    start,
    end: start + match[0].length,
    isSure: low.isSure,
  }
}

function bandOf(found: MoneyFound, text: ReadText): { readonly value: BudgetBand; readonly check: CheckReason | null } {
  const low = moneyOf(found.low, found.currency)
  const guess = found.isGuess ? 'currency-guessed' : found.isSure ? null : 'separator-guessed'
  if (found.high !== null) return { value: { min: low, max: moneyOf(found.high, found.currency) }, check: guess }
  const { before: lead } = sentenceAround(text, found.start, found.end)
  if (maxCue.test(lead)) return { value: { min: null, max: low }, check: guess }
  if (minCue.test(lead)) return { value: { min: low, max: null }, check: guess }
  return { value: { min: null, max: low }, check: guess ?? 'bound-guessed' }
}

const largest = 9e15
const isUsable = (found: MoneyFound): boolean =>
  Math.max(found.low, found.high ?? 0) * 10 ** currencyDigits(found.currency) <= largest &&
  (found.high === null || found.high >= found.low)

/** Every amount of money in the text, prices per unit included, so that other readers leave those numbers alone. */
export const findMoney = (text: ReadText, country: string | null): readonly MoneyFound[] =>
  [...text.folded.matchAll(pattern)].flatMap((match) => moneyFound(match, text, country) ?? []).filter(isUsable)

/** The budget: the amount that a budget's word stands by, else the largest; prices per unit are not one. */
export function findBudget(text: ReadText, country: string | null): Found<BudgetBand> | null {
  const amounts = findMoney(text, country).filter((found) => !priceOf.test(text.folded.slice(found.end)))
  const isNamed = (found: MoneyFound): boolean => {
    const { before: lead, after } = sentenceAround(text, found.start, found.end)
    return budgetCue.test(lead) || budgetCue.test(after.slice(0, 40))
  }
  const named = amounts.filter(isNamed)
  const chosen = named[0] ?? amounts.toSorted((a, b) => (b.high ?? b.low) - (a.high ?? a.low))[0]
  if (chosen === undefined) return null
  const { value, check } = bandOf(chosen, text)
  const isOneOfSeveral = named.length !== 1 && amounts.length > 1
  return {
    value,
    spans: [spanOf(text, chosen.start, chosen.end)],
    check: check ?? (isOneOfSeveral ? 'several-found' : null),
  }
}
