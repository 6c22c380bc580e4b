import type {
  DecisionAudience,
  DecisionRole,
  FollowUpAnswer,
  LinkageSide,
  LinkageStage,
  ReportReason,
  SampleVerdict,
  TermKind,
} from '@enlace/domain'
import { m } from '../paraglide/messages.js'
import type { Tone } from '../ui/tone.ts'

type Words<Key extends string> = Readonly<Record<Key, () => string>>

export const stageWords: Words<LinkageStage> = {
  requested: m.linkages_stage_requested,
  match: m.linkages_stage_match,
  conversation: m.linkages_stage_conversation,
  sample: m.linkages_stage_sample,
  rfq: m.linkages_stage_rfq,
  offer: m.linkages_stage_offer,
  contract: m.linkages_stage_contract,
  repeat: m.linkages_stage_repeat,
  stopped: m.linkages_stage_stopped,
}
export const stageTones: Readonly<Record<LinkageStage, Tone>> = {
  requested: 'warn',
  match: 'teal',
  conversation: 'teal',
  sample: 'copper',
  rfq: 'copper',
  offer: 'copper',
  contract: 'good',
  repeat: 'good',
  stopped: 'plain',
}
export const sideWords: Words<LinkageSide> = { buyer: m.linkages_side_buyer, supplier: m.linkages_side_supplier }
export const answerWords: Words<FollowUpAnswer> = {
  talking: m.linkages_answer_talking,
  contract: m.linkages_answer_contract,
  stopped: m.linkages_answer_stopped,
  'no-answer': m.linkages_answer_no_answer,
}
export const verdictWords: Words<SampleVerdict> = {
  accepted: m.linkages_verdict_accepted,
  'with-remarks': m.linkages_verdict_with_remarks,
  rejected: m.linkages_verdict_rejected,
}
export const termWords: Words<TermKind> = {
  exclusivity: m.linkages_term_exclusivity,
  'non-compete': m.linkages_term_non_compete,
}
export const reasonWords: Words<ReportReason> = {
  spam: m.linkages_reason_spam,
  abuse: m.linkages_reason_abuse,
  fraud: m.linkages_reason_fraud,
  other: m.linkages_reason_other,
}
export const roleWords: Words<DecisionRole> = {
  needs: m.linkages_role_needs,
  decides: m.linkages_role_decides,
  tests: m.linkages_role_tests,
  buys: m.linkages_role_buys,
  signs: m.linkages_role_signs,
}
export const audienceWords: Words<DecisionAudience> = {
  match: m.linkages_map_shown_match,
  conversation: m.linkages_map_shown_conversation,
  offer: m.linkages_map_shown_offer,
  contract: m.linkages_map_shown_contract,
}

/** Words of a table as something to choose from. */
export const optionsOf = <Key extends string>(words: Words<Key>): readonly { value: Key; label: string }[] =>
  (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value]() }))
