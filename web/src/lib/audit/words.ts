import type { ReceiptFault } from '@enlace/audit-log'
import type { Act } from '@enlace/contracts'
import { m } from '../paraglide/messages.js'

/** What was done; total, so that a new decision has words in both languages. */
export const actWords: Readonly<Record<Act, () => string>> = {
  'need.published': m.audit_act_need_published,
  'need.amended': m.audit_act_need_amended,
  'need.closed': m.audit_act_need_closed,
  'need.cancelled': m.audit_act_need_cancelled,
  'need.weighed': m.audit_act_need_weighed,
  'match.chosen': m.audit_act_match_chosen,
  'supplier.merged': m.audit_act_supplier_merged,
  'supplier.unmerged': m.audit_act_supplier_unmerged,
  'member.joined': m.audit_act_member_joined,
  'member.changed': m.audit_act_member_changed,
  'member.left': m.audit_act_member_left,
  'model.switched': m.audit_act_model_switched,
  'fairness.changed': m.audit_act_fairness_changed,
  'scorecard.submitted': m.audit_act_scorecard_submitted,
  'score.moderated': m.audit_act_score_moderated,
  'interests.declared': m.audit_act_interests_declared,
  'call.published': m.audit_act_call_published,
  'call.amended': m.audit_act_call_amended,
  'call.cancelled': m.audit_act_call_cancelled,
  'call.invited': m.audit_act_call_invited,
  'call.released': m.audit_act_call_released,
  'call.opened': m.audit_act_call_opened,
  'call.settled': m.audit_act_call_settled,
  'call.seated': m.audit_act_call_seated,
  'call.closed': m.audit_act_call_closed,
  'bid.submitted': m.audit_act_bid_submitted,
  'bid.confirmed': m.audit_act_bid_confirmed,
  'bid.withdrawn': m.audit_act_bid_withdrawn,
  'award.proposed': m.audit_act_award_proposed,
  'award.refused': m.audit_act_award_refused,
  'award.approved': m.audit_act_award_approved,
  'award.carried': m.audit_act_award_carried,
  'debrief.sent': m.audit_act_debrief_sent,
  'complaint.filed': m.audit_act_complaint_filed,
  'complaint.answered': m.audit_act_complaint_answered,
  'opener.registered': m.audit_act_opener_registered,
  'opener.revoked': m.audit_act_opener_revoked,
  'brief.submitted': m.audit_act_brief_submitted,
  'brief.voted': m.audit_act_brief_voted,
  'buyer.joined': m.audit_act_buyer_joined,
  'buyer.left': m.audit_act_buyer_left,
  'cluster.formed': m.audit_act_cluster_formed,
  'proposal.moved': m.audit_act_proposal_moved,
  'proposal.answered': m.audit_act_proposal_answered,
  'terms.set': m.audit_act_terms_set,
  'terms.accepted': m.audit_act_terms_accepted,
  'knowledge.deposited': m.audit_act_knowledge_deposited,
  'knowledge.revealed': m.audit_act_knowledge_revealed,
  'participants.imported': m.audit_act_participants_imported,
  'participant.decided': m.audit_act_participant_decided,
  'separations.changed': m.audit_act_separations_changed,
  'no-show.decided': m.audit_act_no_show_decided,
  'innovation.published': m.audit_act_innovation_published,
  'innovation.withdrawn': m.audit_act_innovation_withdrawn,
  'innovation.answered': m.audit_act_innovation_answered,
  'innovation.opened': m.audit_act_innovation_opened,
  'question.answered': m.audit_act_question_answered,
  'sign.explained': m.audit_act_sign_explained,
  'exclusion.stated': m.audit_act_exclusion_stated,
  'exclusion.answered': m.audit_act_exclusion_answered,
  'exclusions.set': m.audit_act_exclusions_set,
  'audit.denied': m.audit_act_audit_denied,
}

export const faultWords: Readonly<Record<ReceiptFault, () => string>> = {
  unreadable: m.audit_fault_unreadable,
  'wrong-key': m.audit_fault_wrong_key,
  unsigned: m.audit_fault_unsigned,
  'not-included': m.audit_fault_not_included,
  'other-facts': m.audit_fault_other_facts,
}

const factNames: Readonly<Record<string, () => string>> = {
  needId: m.audit_fact_needId,
  supplierId: m.audit_fact_supplierId,
  survivorId: m.audit_fact_survivorId,
  absorbedId: m.audit_fact_absorbedId,
  mergeId: m.audit_fact_mergeId,
  modelId: m.audit_fact_modelId,
  replacedId: m.audit_fact_replacedId,
  keeperId: m.audit_fact_keeperId,
  fromId: m.audit_fact_fromId,
  bidderId: m.audit_fact_bidderId,
  person: m.audit_fact_person,
  version: m.audit_fact_version,
  content: m.audit_fact_content,
  reason: m.audit_fact_reason,
  role: m.audit_fact_role,
  choice: m.audit_fact_choice,
  weights: m.audit_fact_weights,
  country: m.audit_fact_country,
  take: m.audit_fact_take,
  operation: m.audit_fact_operation,
  code: m.audit_fact_code,
}

export type Fact = { readonly name: string; readonly value: string }

/** What an entry is about and the facts it was written with, as names and values; a name without words stays itself. */
export function factsOf(subject: Readonly<Record<string, string>>, facts: string | null): readonly Fact[] {
  const given = { ...subject, ...(facts === null ? {} : (JSON.parse(facts) as Record<string, unknown>)) }
  return Object.entries(given).map(([name, value]) => ({
    name: factNames[name]?.() ?? name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }))
}
