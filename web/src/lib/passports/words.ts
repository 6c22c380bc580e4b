import type {
  Audience,
  CertificateStanding,
  CriterionId,
  GateId,
  HintId,
  PassportField,
  PassportSection,
  PassportState,
  Visibility,
} from '@enlace/domain'
import { m } from '$lib/paraglide/messages.js'
import type { Tone } from '$lib/ui/tone.ts'

type Words<Key extends string> = Readonly<Record<Key, () => string>>

export const stateWords: Words<PassportState> = {
  draft: m.passports_state_draft,
  published: m.passports_state_published,
  withdrawn: m.passports_state_withdrawn,
}
export const stateTones: Readonly<Record<PassportState, Tone>> = {
  draft: 'plain',
  published: 'good',
  withdrawn: 'warn',
}

export const sectionWords: Words<PassportSection> = {
  facts: m.passports_section_facts,
  capabilities: m.passports_section_capabilities,
  references: m.passports_section_references,
  certificates: m.passports_section_certificates,
  visibility: m.passports_section_visibility,
}

export const hintWords: Words<HintId> = {
  headline: m.passports_hint_headline,
  about: m.passports_hint_about,
  country: m.passports_hint_country,
  entries: m.passports_hint_entries,
  categories: m.passports_hint_categories,
  capacity: m.passports_hint_capacity,
  'lead-time': m.passports_hint_lead_time,
  'minimum-order': m.passports_hint_minimum_order,
  references: m.passports_hint_references,
  'reference-value': m.passports_hint_reference_value,
  certificates: m.passports_hint_certificates,
  'certificate-evidence': m.passports_hint_certificate_evidence,
  'certificate-dates': m.passports_hint_certificate_dates,
  'certificates-expired': m.passports_hint_certificates_expired,
  site: m.passports_hint_site,
  languages: m.passports_hint_languages,
  ownership: m.passports_hint_ownership,
  innovation: m.passports_hint_innovation,
  size: m.passports_hint_size,
  contact: m.passports_hint_contact,
}

/** What buyers' needs ask, as the reason why a hint matters. */
export const feedWords: Partial<Words<GateId | CriterionId>> = {
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

export const fieldWords: Words<PassportField> = {
  turnover: m.passports_turnover,
  balance: m.passports_balance,
  localOwnershipPercent: m.passports_local_ownership,
  womenOwnershipPercent: m.passports_women_ownership,
  staff: m.passports_staff,
  references: m.passports_section_references,
  certificates: m.passports_section_certificates,
  minimumOrder: m.passports_minimum_order,
  contact: m.passports_contact,
}
export const visibilityWords: Words<Visibility> = {
  everyone: m.passports_visible_everyone,
  matched: m.passports_visible_matched,
  nobody: m.passports_visible_nobody,
}
export const audienceWords: Words<Audience> = {
  own: m.passports_audience_own,
  matched: m.passports_audience_matched,
  everyone: m.passports_audience_everyone,
}
export const standingWords: Words<CertificateStanding> = {
  undated: m.passports_standing_undated,
  valid: m.passports_standing_valid,
  expiring: m.passports_standing_expiring,
  expired: m.passports_standing_expired,
}
export const standingTones: Readonly<Record<CertificateStanding, Tone>> = {
  undated: 'plain',
  valid: 'good',
  expiring: 'warn',
  expired: 'bad',
}
