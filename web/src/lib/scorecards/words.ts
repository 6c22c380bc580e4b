import type { ConflictKind, Envelope } from '@enlace/domain'
import { days } from '../locale/format.ts'
import { m } from '../paraglide/messages.js'

export const envelopeWords: Readonly<Record<Envelope, () => string>> = {
  qualification: m.scorecards_envelope_qualification,
  technical: m.scorecards_envelope_technical,
  price: m.scorecards_envelope_price,
}
export const conflictWords: Readonly<Record<ConflictKind, () => string>> = {
  declared: m.scorecards_conflict_declared,
  organisation: m.scorecards_conflict_organisation,
  domain: m.scorecards_conflict_domain,
  ownership: m.scorecards_conflict_ownership,
  rival: m.scorecards_conflict_rival,
}

const dayMs = 86_400_000
/** How long a panel still has, as one says it. */
export function timeLeft(dueAt: string, now: string): string {
  const left = Math.ceil((Date.parse(dueAt) - Date.parse(now)) / dayMs)
  return left > 0 ? m.scorecards_days_left({ days: days(left) }) : m.scorecards_overdue()
}

/** How an agreement between 0 and 1 is read (Koo and Li 2016). */
export function agreementWords(value: number | null): string {
  if (value === null) return m.scorecards_agreement_unknown()
  if (value < 0.5) return m.scorecards_agreement_poor()
  if (value < 0.75) return m.scorecards_agreement_moderate()
  return value < 0.9 ? m.scorecards_agreement_good() : m.scorecards_agreement_excellent()
}
