import type {
  BriefState,
  BuyerState,
  CompetenceArea,
  NdaTier,
  ProposalReadWay,
  ReviewAspect,
  ReviewSide,
  Stage,
  StageAct,
  TermsSection,
  TermsTemplate,
  Theme,
} from '@enlace/domain'
import { days } from '$lib/locale/format.ts'
import { m } from '$lib/paraglide/messages.js'
import type { Tone } from '$lib/ui/tone.ts'

export const themeWords: Readonly<Record<Theme, () => string>> = {
  water: m.challenges_theme_water,
  energy: m.challenges_theme_energy,
  health: m.challenges_theme_health,
  safety: m.challenges_theme_safety,
  environment: m.challenges_theme_environment,
  community: m.challenges_theme_community,
  people: m.challenges_theme_people,
  operations: m.challenges_theme_operations,
}
export const briefWords: Readonly<Record<BriefState | 'none', () => string>> = {
  none: m.challenges_brief_none,
  draft: m.challenges_brief_draft,
  screening: m.challenges_brief_screening,
  approved: m.challenges_brief_approved,
  refused: m.challenges_brief_refused,
}
export const briefTones: Readonly<Record<BriefState | 'none', Tone>> = {
  none: 'plain',
  draft: 'plain',
  screening: 'warn',
  approved: 'good',
  refused: 'bad',
}
export const buyerWords: Readonly<Record<BuyerState, () => string>> = {
  asked: m.challenges_buyer_state_asked,
  joined: m.challenges_buyer_state_joined,
  declined: m.challenges_buyer_state_declined,
  left: m.challenges_buyer_state_left,
}
export const buyerTones: Readonly<Record<BuyerState, Tone>> = {
  asked: 'warn',
  joined: 'good',
  declined: 'plain',
  left: 'bad',
}
export const stageWords: Readonly<Record<Stage, () => string>> = {
  screening: m.challenges_stage_screening,
  proposal: m.challenges_stage_proposal,
  pilot: m.challenges_stage_pilot,
  'test-site': m.challenges_stage_test_site,
  contract: m.challenges_stage_contract,
  stopped: m.challenges_stage_stopped,
  withdrawn: m.challenges_stage_withdrawn,
}
export const stageTones: Readonly<Record<Stage, Tone>> = {
  screening: 'plain',
  proposal: 'plain',
  pilot: 'copper',
  'test-site': 'copper',
  contract: 'good',
  stopped: 'bad',
  withdrawn: 'plain',
}
export const actWords: Readonly<Record<StageAct, () => string>> = {
  'hand-in': m.challenges_act_hand_in,
  advance: m.challenges_act_advance,
  stop: m.challenges_act_stop,
  withdraw: m.challenges_act_withdraw,
}
export const wayWords: Readonly<Record<ProposalReadWay, () => string>> = {
  record: m.challenges_way_record,
  list: m.challenges_way_list,
  search: m.challenges_way_search,
  export: m.challenges_way_export,
}

const dayMs = 86_400_000
/** How the buyer's clock stands on a proposal: late, or how long it has. */
export function dueWords(dueAt: string, now: number): { readonly text: string; readonly late: boolean } {
  const left = (Date.parse(dueAt) - now) / dayMs
  return left < 0
    ? { text: m.challenges_late({ time: days(Math.ceil(-left)) }), late: true }
    : { text: m.challenges_time_left({ time: days(Math.ceil(left)) }), late: false }
}

export const aspectWords: Readonly<Record<ReviewAspect, () => string>> = {
  speed: m.challenges_aspect_speed,
  potential: m.challenges_aspect_potential,
  commitment: m.challenges_aspect_commitment,
}
export const sideWords: Readonly<Record<ReviewSide, () => string>> = {
  buyer: m.challenges_side_buyer,
  outside: m.challenges_side_outside,
}
export const areaWords: Readonly<Record<CompetenceArea, () => string>> = {
  management: m.challenges_area_management,
  processes: m.challenges_area_processes,
  strategy: m.challenges_area_strategy,
  marketing: m.challenges_area_marketing,
  governance: m.challenges_area_governance,
  culture: m.challenges_area_culture,
  technology: m.challenges_area_technology,
}
export const templateWords: Readonly<Record<TermsTemplate, () => string>> = {
  open: m.challenges_template_open,
  shared: m.challenges_template_shared,
  transferred: m.challenges_template_transferred,
  kept: m.challenges_template_kept,
}
export const templateHelp: Readonly<Record<TermsTemplate, () => string>> = {
  open: m.challenges_template_open_help,
  shared: m.challenges_template_shared_help,
  transferred: m.challenges_template_transferred_help,
  kept: m.challenges_template_kept_help,
}
export const tierWords: Readonly<Record<NdaTier, () => string>> = {
  none: m.challenges_tier_none,
  organisation: m.challenges_tier_organisation,
  person: m.challenges_tier_person,
}
export const sectionWords: Readonly<Record<TermsSection, () => string>> = {
  ownership: m.challenges_section_ownership,
  background: m.challenges_section_background,
  use: m.challenges_section_use,
  publication: m.challenges_section_publication,
  confidentiality: m.challenges_section_confidentiality,
  payment: m.challenges_section_payment,
}
