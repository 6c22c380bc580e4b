import type { GateId, GateResult, GateVerdict } from '@enlace/domain'
import { day, kilometres, percent } from '../locale/format.ts'
import { m } from '../paraglide/messages.js'
import { groundsIn } from '../exclusions/words.ts'
import { amountIn, countriesIn, datesIn, type Detail, has, languagesIn, numberOf, textOf } from './detail-values.ts'

const names: Readonly<Record<GateId, () => string>> = {
  certificates: m.matches_gate_certificates,
  country: m.matches_gate_country,
  radius: m.matches_gate_radius,
  capacity: m.matches_gate_capacity,
  languages: m.matches_gate_languages,
  'answer-date': m.matches_gate_answer_date,
  exclusions: m.matches_gate_exclusions,
}
export const gateName = (id: GateId): string => names[id]()

const verdicts: Readonly<Record<GateVerdict, () => string>> = {
  pass: m.matches_passed,
  fail: m.matches_failed,
  unstated: m.matches_to_verify,
}
export const verdictName = (verdict: GateVerdict): string => verdicts[verdict]()

type Sentences = Readonly<Record<GateVerdict, (detail: Detail) => string>>
const capacityStated = (detail: Detail): string =>
  m.matches_gate_capacity_stated({
    capacity: amountIn(textOf(detail, 'capacity')),
    volume: amountIn(textOf(detail, 'volume')),
    percent: percent(numberOf(detail, 'percent')),
  })
const distance = (detail: Detail): { km: string; radius: string } => ({
  km: kilometres(numberOf(detail, 'km')),
  radius: kilometres(numberOf(detail, 'radiusKm')),
})

const said = (detail: Detail): { by: string; on: string; grounds: string; source: string } => ({
  by: textOf(detail, 'by'),
  on: has(detail, 'on') ? day(textOf(detail, 'on')) : '',
  grounds: groundsIn(textOf(detail, 'grounds')),
  source: textOf(detail, 'source'),
})

const sentences: Readonly<Record<GateId, Sentences>> = {
  certificates: {
    pass: (detail) =>
      m.matches_gate_certificates_pass({ wanted: textOf(detail, 'wanted'), on: day(textOf(detail, 'on')) }),
    fail: (detail) => m.matches_gate_certificates_fail({ expired: textOf(detail, 'expired') }),
    unstated: (detail) =>
      m.matches_gate_certificates_open({ missing: textOf(detail, 'missing'), on: day(textOf(detail, 'on')) }),
  },
  country: {
    pass: (detail) => m.matches_gate_country_pass({ country: countriesIn(textOf(detail, 'country')) }),
    fail: (detail) =>
      m.matches_gate_country_fail({
        country: countriesIn(textOf(detail, 'country')),
        wanted: countriesIn(textOf(detail, 'wanted')),
      }),
    unstated: (detail) => m.matches_gate_country_open({ wanted: countriesIn(textOf(detail, 'wanted')) }),
  },
  radius: {
    pass: (detail) => m.matches_gate_radius_pass(distance(detail)),
    fail: (detail) => m.matches_gate_radius_fail(distance(detail)),
    unstated: (detail) => m.matches_gate_radius_open(distance(detail)),
  },
  capacity: {
    pass: capacityStated,
    fail: capacityStated,
    unstated: (detail) => m.matches_gate_capacity_open({ volume: amountIn(textOf(detail, 'volume')) }),
  },
  languages: {
    pass: (detail) => m.matches_gate_languages_pass({ wanted: languagesIn(textOf(detail, 'wanted')) }),
    fail: (detail) => m.matches_gate_languages_fail({ missing: languagesIn(textOf(detail, 'missing')) }),
    unstated: (detail) => m.matches_gate_languages_open({ wanted: languagesIn(textOf(detail, 'wanted')) }),
  },
  'answer-date': {
    pass: (detail) => m.matches_gate_answer_date_pass({ date: day(textOf(detail, 'answerBy')) }),
    fail: (detail) => m.matches_gate_answer_date_fail({ date: day(textOf(detail, 'answerBy')) }),
    unstated: () => m.matches_to_verify(),
  },
  exclusions: {
    pass: (detail) =>
      has(detail, 'by') ? m.matches_gate_exclusions_looked(said(detail)) : m.matches_gate_exclusions_pass(said(detail)),
    fail: (detail) =>
      has(detail, 'by') ? m.matches_gate_exclusions_found(said(detail)) : m.matches_gate_exclusions_fail(said(detail)),
    unstated: (detail) => m.matches_gate_exclusions_open({ open: groundsIn(textOf(detail, 'open')) }),
  },
}

/** Why a gate stands as it does, in the reader's language. */
export const gateWords = (gate: GateResult): string => sentences[gate.id][gate.verdict](gate.detail)

const facts: Partial<Record<GateId, (quote: string) => string>> = {
  certificates: datesIn,
  country: countriesIn,
  capacity: amountIn,
  languages: languagesIn,
}
/** What the passport states that decided a gate, in the reader's way of writing. */
export const gateFact = (id: GateId, quote: string): string => facts[id]?.(quote) ?? quote
