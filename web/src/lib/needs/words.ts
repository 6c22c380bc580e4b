import type { Confidentiality, GovernanceType, NeedState } from '@enlace/domain'
import { m } from '$lib/paraglide/messages.js'
import type { Tone } from '$lib/ui/tone.ts'

export const stateWords: Readonly<Record<NeedState, () => string>> = {
  draft: m.needs_state_draft,
  published: m.needs_state_published,
  closed: m.needs_state_closed,
  cancelled: m.needs_state_cancelled,
}
export const stateTones: Readonly<Record<NeedState, Tone>> = {
  draft: 'plain',
  published: 'good',
  closed: 'teal',
  cancelled: 'bad',
}

export const governanceWords: Readonly<Record<GovernanceType, () => string>> = {
  'producer-driven': m.needs_governance_producer,
  'buyer-driven': m.needs_governance_buyer,
  'open-challenge': m.needs_governance_challenge,
}
export const governanceHelp: Readonly<Record<GovernanceType, () => string>> = {
  'producer-driven': m.needs_governance_producer_help,
  'buyer-driven': m.needs_governance_buyer_help,
  'open-challenge': m.needs_governance_challenge_help,
}
export const confidentialityWords: Readonly<Record<Confidentiality, () => string>> = {
  open: m.needs_confidentiality_open,
  alias: m.needs_confidentiality_alias,
  invited: m.needs_confidentiality_invited,
}
export const confidentialityHelp: Readonly<Record<Confidentiality, () => string>> = {
  open: m.needs_confidentiality_open_help,
  alias: m.needs_confidentiality_alias_help,
  invited: m.needs_confidentiality_invited_help,
}
