import type {
  BudgetBand,
  LanguageSkill,
  NeedKind,
  Place,
  Quantity,
  RequiredCertificate,
  SpecificationRow,
} from '@enlace/domain'
import { suggestCategories, type CategorySuggestion } from '../categories/suggest-categories.ts'
import { findCertificates } from '../certificates/find-certificates.ts'
import { guessLanguage } from '../words/stop-words.ts'
import { fold } from '../words/word.ts'
import { findBudget, findMoney } from './budget-text.ts'
import { findDates } from './date-text.ts'
import { findDeadlines, type Deadlines } from './deadlines.ts'
import { clauseAround, overlaps, sentenceAround, spanOf, type Found, type ReadText } from './found.ts'
import { findLanguages } from './language-text.ts'
import { findPlace } from './place-text.ts'
import { findCounts, findQuantities, type QuantityFound } from './quantity-text.ts'
import { findTitle } from './title-text.ts'

/** What a pasted text says about a need, each with the words it came from; null or empty where it says nothing. */
export type ParsedNeed = Deadlines & {
  readonly title: Found<string> | null
  readonly language: Found<string>
  readonly kind: Found<NeedKind> | null
  readonly volume: Found<Quantity> | null
  readonly specification: readonly Found<SpecificationRow>[]
  readonly place: Found<Place> | null
  readonly deliveryRadiusKm: Found<number> | null
  readonly requiredCertificates: readonly Found<RequiredCertificate>[]
  readonly languages: readonly Found<LanguageSkill>[]
  readonly budget: Found<BudgetBand> | null
  readonly localContentPercent: Found<number> | null
  readonly categories: readonly CategorySuggestion[]
}

const longestText = 20_000
const mostRows = 30

/**
 * Reads what a buyer pasted: nothing is certain, so every value says where it stands and why to look at it.
 * `language` is the page's, used where the text does not show its own; `today` (yyyy-mm-dd) completes days without a year.
 */
export function parseNeedText(written: string, language: string, today: string): ParsedNeed {
  const shown = written.slice(0, longestText)
  const guess = guessLanguage(shown)
  const text: ReadText = { written: shown, folded: fold(shown), language: guess?.language ?? language, today }
  const title = findTitle(text)
  const place = findPlace(text)
  const money = findMoney(text, place?.value.country ?? null)
  const certificates = findCertificates(shown)
  const taken = [...money, ...findDates(text), ...certificates.flatMap(({ spans }) => spans)]
  const free = findQuantities(text).filter((quantity) => !taken.some((span) => overlaps(span, quantity)))
  const radius = free.find((quantity) => isRadius(text, quantity))
  const local = free.find((quantity) => quantity.unit === '%' && isLocalShare(text, quantity))
  const amounts = free.filter((quantity) => quantity !== radius && quantity !== local)
  const volume = volumeOf(
    amounts,
    findCounts(text).filter((count) => ![...taken, ...free].some((span) => overlaps(span, count))),
  )
  return {
    title,
    language: { value: text.language, spans: [], check: guess?.isSure === true ? null : 'language-guessed' },
    kind: kindOf(text),
    volume:
      volume === null
        ? null
        : {
            value: { value: volume.value, unit: volume.unit, per: volume.per },
            spans: [spanOf(text, volume.start, volume.end)],
            check: volume.check ?? (volume.per === null ? 'period-missing' : null),
          },
    specification: rowsOf(
      text,
      amounts.filter((quantity) => volume === null || !isSameAmount(quantity, volume)),
    ),
    ...findDeadlines(text),
    place,
    deliveryRadiusKm:
      radius === undefined || radius.value < 1
        ? null
        : { value: radius.value, spans: [spanOf(text, radius.start, radius.end)], check: radius.check },
    requiredCertificates: certificates.map(({ scheme, spans }) => ({
      value: { scheme: scheme.name, mandatory: !isWish(text, spans[0]?.start ?? 0, spans[0]?.end ?? 0) },
      spans,
      check: null,
    })),
    languages: findLanguages(text),
    budget: findBudget(text, place?.value.country ?? null),
    localContentPercent:
      local === undefined || local.value > 100
        ? null
        : { value: local.value, spans: [spanOf(text, local.start, local.end)], check: local.check },
    categories: suggestCategories(shown, text.language, 6),
  }
}

const radiusBefore =
  /(?:within|radius of|closer than|no more than|less than|radio de|a menos de|dentro de|en un radio|raio de|a ate)\s*(?:a|un|los|de|about)?\s*$/
const radiusAfter =
  /^\s*(?:radius|around|of (?:the )?(?:site|plant|mine)|from (?:the )?(?:site|plant|mine)|de radio|a la redonda|alrededor|de distancia|de raio)/
const isRadius = (text: ReadText, quantity: QuantityFound): boolean =>
  quantity.unit === 'km' &&
  (radiusBefore.test(text.folded.slice(0, quantity.start)) || radiusAfter.test(text.folded.slice(quantity.end)))

const isLocalShare = (text: ReadText, quantity: QuantityFound): boolean =>
  /local|nacional|region/.test(text.folded.slice(quantity.end, quantity.end + 30)) ||
  /(?:contenido|conteudo) (?:local|nacional)|local (?:content|share)/.test(
    text.folded.slice(Math.max(0, quantity.start - 40), quantity.start),
  )

const isSameAmount = (a: QuantityFound, b: QuantityFound): boolean =>
  a === b || (a.value === b.value && a.unit === b.unit && a.per === b.per)

const volumeKinds = ['mass', 'volume', 'count', 'package', 'area', 'service', 'energy', 'length', 'time']

/** The amount wanted: a rate before a single amount, a named unit before a bare count, goods before lengths, the first before the next. */
function volumeOf(amounts: readonly QuantityFound[], counts: readonly QuantityFound[]): QuantityFound | null {
  const rank = (quantity: QuantityFound): number =>
    (quantity.per === null ? 100 : 0) +
    (quantity.check === 'unit-guessed' ? 50 : 0) +
    volumeKinds.indexOf(quantity.kind)
  const candidates = [...amounts, ...counts].filter(
    (quantity) =>
      volumeKinds.includes(quantity.kind) &&
      quantity.value > 0 &&
      (quantity.per !== null || !['time', 'length'].includes(quantity.kind)),
  )
  return candidates.toSorted((a, b) => rank(a) - rank(b) || a.start - b.start)[0] ?? null
}

const must =
  /must|shall|mandatory|required|minimum|maximum|at least|no more than|\bmin\b|\bmax\b|debe|exig|obligatori|minim|maxim|al menos|deve|requerid|requisito/
const wish =
  /desirable|preferabl|preferred|nice to have|plus\b|advantage|ideally|deseable|preferent|ideal|valor[ae]|desejavel|preferencia/
const isWish = (text: ReadText, start: number, end: number): boolean => {
  const { before, after } = sentenceAround(text, start, end)
  return wish.test(before.slice(-60)) || wish.test(after.slice(0, 40).split(/[,;(]|\b(?:and|y|e)\b/)[0] ?? '')
}

/** Every other number with a unit is a row of the specification: its clause, value, unit and tolerance. */
function rowsOf(text: ReadText, quantities: readonly QuantityFound[]): readonly Found<SpecificationRow>[] {
  const rows = quantities.filter((quantity) => quantity.kind !== 'time').slice(0, mostRows)
  return rows.map((quantity) => {
    const clause = clauseAround(text, quantity.start, quantity.end)
    const { before } = sentenceAround(text, quantity.start, quantity.end)
    const mandatory = must.test(before) || must.test(fold(clause.text))
    return {
      value: {
        text: clause.text.replace(/^[*•\-\s]+/, '').slice(0, 500),
        value: quantity.value,
        unit: quantity.unit,
        tolerance: quantity.tolerance,
        mandatory,
      },
      spans: [clause],
      check: quantity.check,
    }
  })
}

const challengeCue =
  /challenge|open innovation|looking for (?:new )?solutions|seek(?:ing)? (?:new )?solutions|ways? to (?:reduce|avoid|cut|detect)|pilot project|proof of concept|desafio|innovacion abierta|buscamos soluciones|busca de solucoes|procuramos solucoes|piloto|prueba de concepto/
function kindOf(text: ReadText): Found<NeedKind> | null {
  const match = challengeCue.exec(text.folded)
  return match === null
    ? null
    : { value: 'challenge', spans: [spanOf(text, match.index, match.index + match[0].length)], check: 'kind-guessed' }
}
