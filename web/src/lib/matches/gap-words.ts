import type { Gap, PassportSection } from '@enlace/domain'
import { groundsIn } from '../exclusions/words.ts'
import { kilometres, money } from '../locale/format.ts'
import { m } from '../paraglide/messages.js'
import { amountIn, countriesIn, type Detail, has, languagesIn, numberOf, placeIn, textOf } from './detail-values.ts'

const sentences: Readonly<Record<Gap['id'], (detail: Detail) => string>> = {
  certificates: (detail) => (has(detail, 'scheme') ? textOf(detail, 'scheme') : m.matches_gap_certificates()),
  capacity: (detail) =>
    has(detail, 'capacity')
      ? m.matches_gap_capacity({
          volume: amountIn(textOf(detail, 'volume')),
          capacity: amountIn(textOf(detail, 'capacity')),
        })
      : m.matches_gap_capacity_unstated({ volume: amountIn(textOf(detail, 'volume')) }),
  country: (detail) => m.matches_gap_country({ country: countriesIn(textOf(detail, 'country')) }),
  radius: (detail) =>
    m.matches_gap_radius({ place: placeIn(textOf(detail, 'place')), radius: kilometres(numberOf(detail, 'radiusKm')) }),
  geography: (detail) => m.matches_gap_geography({ place: placeIn(textOf(detail, 'place')) }),
  languages: (detail) => m.matches_gap_languages({ wanted: languagesIn(textOf(detail, 'wanted')) }),
  'track-record': (detail) =>
    has(detail, 'unconfirmed')
      ? m.matches_gap_confirmations({ count: numberOf(detail, 'unconfirmed') })
      : m.matches_gap_reference(),
  price: (detail) =>
    m.matches_gap_price({
      worth: money({ amountMinor: numberOf(detail, 'amountMinor'), currency: textOf(detail, 'currency') }),
    }),
  inclusion: () => m.matches_gap_inclusion(),
  'answer-date': () => m.matches_gap_late(),
  exclusions: (detail) => m.matches_gap_exclusions({ open: groundsIn(textOf(detail, 'open')) }),
  'capability-text': () => m.matches_gap_words(),
  category: () => m.matches_gap_category(),
  innovation: () => m.matches_gap_innovation(),
  willingness: () => m.matches_gap_willingness(),
}

/** Where in the passport a gap is closed; null where nothing that a passport says could. */
export const gapSections: Readonly<Record<Gap['id'], PassportSection | 'exclusions' | null>> = {
  certificates: 'certificates',
  capacity: 'capabilities',
  willingness: 'capabilities',
  'capability-text': 'capabilities',
  category: 'capabilities',
  'track-record': 'references',
  price: 'references',
  country: 'facts',
  radius: 'facts',
  geography: 'facts',
  languages: 'facts',
  inclusion: 'facts',
  innovation: 'facts',
  exclusions: 'exclusions',
  'answer-date': null,
}

/** What is missing, in the reader's language. */
export const gapWords = (gap: Gap): string => sentences[gap.id](gap.detail)
