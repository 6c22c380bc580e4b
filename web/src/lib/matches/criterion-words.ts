import type { CriterionId, CriterionResult, EvidenceSource, MatchReason } from '@enlace/domain'
import { days, kilometres, list, money, percent } from '../locale/format.ts'
import { m } from '../paraglide/messages.js'
import { amountIn, type Detail, has, numberOf, placeIn, textOf } from './detail-values.ts'

const names: Readonly<Record<CriterionId, () => string>> = {
  'capability-text': m.matches_criterion_capability_text,
  category: m.matches_criterion_category,
  certificates: m.matches_criterion_certificates,
  capacity: m.matches_criterion_capacity,
  geography: m.matches_criterion_geography,
  'track-record': m.matches_criterion_track_record,
  price: m.matches_criterion_price,
  innovation: m.matches_criterion_innovation,
  inclusion: m.matches_criterion_inclusion,
  willingness: m.matches_criterion_willingness,
}
export const criterionName = (id: CriterionId): string => names[id]()

const sources: Readonly<Record<EvidenceSource, () => string>> = {
  capability: m.matches_source_capability,
  reference: m.matches_source_reference,
  certificate: m.matches_source_certificate,
  facts: m.matches_source_facts,
  categories: m.matches_source_categories,
  none: m.matches_source_none,
}
/** Where in the passport evidence stands. */
export const sourceName = (source: EvidenceSource): string => sources[source]()

function capacityWords(detail: Detail): string {
  const stated = m.matches_why_capacity({
    capacity: amountIn(textOf(detail, 'capacity')),
    volume: amountIn(textOf(detail, 'volume')),
    percent: percent(numberOf(detail, 'percent')),
  })
  if (!has(detail, 'leadTimeDays')) return stated
  return `${stated} ${m.matches_why_late({ needed: days(numberOf(detail, 'leadTimeDays')), left: days(numberOf(detail, 'daysLeft')) })}`
}
function willingnessWords(detail: Detail): string {
  const parts = [
    ...(has(detail, 'asked')
      ? [m.matches_why_answers({ asked: numberOf(detail, 'asked'), interested: numberOf(detail, 'interested') })]
      : []),
    ...(has(detail, 'minimumOrder')
      ? [m.matches_why_minimum({ least: amountIn(textOf(detail, 'minimumOrder')) })]
      : []),
  ]
  return list(parts)
}
const innovationWords = (detail: Detail): string =>
  list([
    ...(has(detail, 'researchPercent')
      ? [m.matches_why_research({ percent: percent(numberOf(detail, 'researchPercent')) })]
      : []),
    ...(has(detail, 'patents') ? [m.matches_why_patents({ count: numberOf(detail, 'patents') })] : []),
  ])
const inclusionWords = (detail: Detail): string =>
  list([
    ...(has(detail, 'localOwnershipPercent')
      ? [m.matches_why_local({ percent: percent(numberOf(detail, 'localOwnershipPercent')) })]
      : []),
    ...(has(detail, 'womenOwnershipPercent')
      ? [m.matches_why_women({ percent: percent(numberOf(detail, 'womenOwnershipPercent')) })]
      : []),
  ])

const sentences: Readonly<Record<CriterionId, (detail: Detail, quote: string) => string>> = {
  'capability-text': (detail) =>
    numberOf(detail, 'entries') === 0
      ? m.matches_why_no_words()
      : m.matches_why_entries({ count: numberOf(detail, 'entries') }),
  category: (detail) => {
    if (!has(detail, 'own')) return m.matches_why_other_category()
    const isSame = textOf(detail, 'own') === textOf(detail, 'wanted')
    return isSame ? m.matches_why_same_category() : m.matches_why_near_category()
  },
  certificates: (detail) =>
    m.matches_why_certificates({ held: numberOf(detail, 'held'), wanted: numberOf(detail, 'wanted') }),
  capacity: capacityWords,
  geography: (detail, quote) =>
    has(detail, 'km')
      ? m.matches_why_distance({ km: kilometres(numberOf(detail, 'km')), place: placeIn(textOf(detail, 'place')) })
      : m.matches_why_place({ place: placeIn(textOf(detail, 'place')), tie: placeIn(quote) }),
  'track-record': (detail) =>
    numberOf(detail, 'references') === 0
      ? m.matches_why_no_record()
      : m.matches_why_record({ count: numberOf(detail, 'references'), confirmed: numberOf(detail, 'confirmed') }),
  price: (detail) =>
    m.matches_why_price({
      worth: money({ amountMinor: numberOf(detail, 'amountMinor'), currency: textOf(detail, 'currency') }),
    }),
  innovation: innovationWords,
  inclusion: inclusionWords,
  willingness: willingnessWords,
}

/** What speaks for a match, in the reader's language. */
export const reasonWords = ({ id, detail, quote }: MatchReason): string => sentences[id](detail, quote)

/** What a criterion found, in the reader's language; where the passport says nothing, that. */
export const criterionWords = ({ id, score, detail, evidence }: CriterionResult): string =>
  score === null ? m.matches_why_unstated() : reasonWords({ id, detail, quote: evidence?.quote ?? '' })
