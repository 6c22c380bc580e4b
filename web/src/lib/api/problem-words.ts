import { m } from '../paraglide/messages.js'
import { CallError, type CallErrorCode } from './call-error.ts'

export type ProblemWords = {
  readonly title: string
  readonly text: string
  readonly offline: boolean
  readonly requestId: string | null
}
type Words = readonly [title: () => string, text: () => string]

/** Total: a new code does not compile until somebody has said what it means to a person. */
const words: Readonly<Record<CallErrorCode, Words>> = {
  'network.aborted': [m.problems_unreachable_title, m.problems_unreachable_text],
  'network.unreachable': [m.problems_unreachable_title, m.problems_unreachable_text],
  'service.unavailable': [m.problems_unavailable_title, m.problems_unavailable_text],
  'service.fault': [m.problems_fault_title, m.problems_fault_text],
  'identity.required': [m.problems_signed_out_title, m.problems_signed_out_text],
  'identity.forbidden': [m.problems_forbidden_title, m.problems_forbidden_text],
  'identity.organisation-required': [m.problems_no_organisation_title, m.problems_no_organisation_text],
  'identity.rate-limited': [m.problems_too_often_title, m.problems_too_often_text],
  'identity.credentials': [m.problems_credentials_title, m.problems_credentials_text],
  'identity.code': [m.problems_code_title, m.problems_code_text],
  'identity.link': [m.problems_link_title, m.problems_link_text],
  'identity.two-factor': [m.problems_two_factor_title, m.problems_two_factor_text],
  'password.short': [m.problems_password_short_title, m.problems_password_short_text],
  'password.common': [m.problems_password_common_title, m.problems_password_common_text],
  'password.wrong': [m.problems_password_wrong_title, m.problems_password_wrong_text],
  'organisation.role': [m.problems_role_title, m.problems_role_text],
  'organisation.last-owner': [m.problems_last_owner_title, m.problems_last_owner_text],
  'invitation.spent': [m.problems_invitation_title, m.problems_invitation_text],
  'invitation.other-person': [m.problems_other_person_title, m.problems_other_person_text],
  'thing.not-found': [m.problems_not_found_title, m.problems_not_found_text],
  'route.not-found': [m.problems_not_found_title, m.problems_not_found_text],
  'thing.changed': [m.problems_changed_title, m.problems_changed_text],
  'thing.conflict': [m.problems_conflict_title, m.problems_conflict_text],
  'input.invalid': [m.problems_invalid_title, m.problems_invalid_text],
  'input.too-large': [m.problems_too_large_title, m.problems_too_large_text],
  'input.unreadable': [m.problems_unreadable_title, m.problems_unreadable_text],
  'input.media-type': [m.problems_media_title, m.problems_media_text],
  'identity.origin': [m.problems_origin_title, m.problems_origin_text],
  'route.method': [m.problems_not_found_title, m.problems_not_found_text],
  'idempotency.reused': [m.problems_reused_title, m.problems_reused_text],
  'idempotency.in-flight': [m.problems_in_flight_title, m.problems_in_flight_text],
  'cursor.invalid': [m.problems_cursor_title, m.problems_cursor_text],
  'need.not-draft': [m.problems_not_draft_title, m.problems_not_draft_text],
  'need.not-published': [m.problems_not_published_title, m.problems_not_published_text],
  'need.incomplete': [m.problems_need_incomplete_title, m.problems_need_incomplete_text],
  'need.dates': [m.problems_need_dates_title, m.problems_need_dates_text],
  'category.unknown': [m.problems_category_title, m.problems_category_text],
  'passport.incomplete': [m.problems_passport_incomplete_title, m.problems_passport_incomplete_text],
  'passport.not-found': [m.problems_passport_missing_title, m.problems_passport_missing_text],
  'match.not-answerable': [m.problems_answer_title, m.problems_answer_text],
  'model.not-candidate': [m.problems_changed_title, m.problems_changed_text],
  'model.nothing-before': [m.problems_model_before_title, m.problems_model_before_text],
  'model.too-few-labels': [m.problems_model_labels_title, m.problems_model_labels_text],
  'file.type': [m.problems_file_type_title, m.problems_file_type_text],
  'file.lies': [m.problems_file_lies_title, m.problems_file_lies_text],
  'file.too-large': [m.problems_file_large_title, m.problems_file_large_text],
  'import.format': [m.problems_import_format_title, m.problems_import_format_text],
  'twin.joined': [m.problems_twin_joined_title, m.problems_twin_joined_text],
  'twin.shared': [m.problems_twin_shared_title, m.problems_twin_shared_text],
  'twin.merged': [m.problems_twin_merged_title, m.problems_twin_merged_text],
  'merge.undone': [m.problems_merge_undone_title, m.problems_merge_undone_text],
  'merge.late': [m.problems_merge_late_title, m.problems_merge_late_text],
  'merge.changed': [m.problems_merge_changed_title, m.problems_merge_changed_text],
  'alert.limit': [m.problems_alert_limit_title, m.problems_alert_limit_text],
  'alert.link': [m.problems_alert_link_title, m.problems_alert_link_text],
  'rival.own': [m.problems_rival_own_title, m.problems_rival_own_text],
  'rival.kind': [m.problems_rival_kind_title, m.problems_rival_kind_text],
  'rival.limit': [m.problems_rival_limit_title, m.problems_rival_limit_text],
  'fairness.keeper': [m.problems_fairness_keeper_title, m.problems_fairness_keeper_text],
  'glossary.wordless': [m.problems_glossary_wordless_title, m.problems_glossary_wordless_text],
  'glossary.twice': [m.problems_glossary_twice_title, m.problems_glossary_twice_text],
  'glossary.limit': [m.problems_glossary_limit_title, m.problems_glossary_limit_text],
  'import.state': [m.problems_import_state_title, m.problems_import_state_text],
  'challenge.brief-state': [m.problems_challenge_state_title, m.problems_challenge_state_text],
  'challenge.brief-incomplete': [m.problems_brief_incomplete_title, m.problems_brief_incomplete_text],
  'challenge.not-screened': [m.problems_not_screened_title, m.problems_not_screened_text],
  'challenge.board-small': [m.problems_board_small_title, m.problems_board_small_text],
  'challenge.author': [m.problems_challenge_author_title, m.problems_challenge_author_text],
  'challenge.not-open': [m.problems_challenge_closed_title, m.problems_challenge_closed_text],
  'lockbox.late': [m.problems_lockbox_late_title, m.problems_lockbox_late_text],
  'cluster.size': [m.problems_cluster_size_title, m.problems_cluster_size_text],
  'cluster.unready': [m.problems_cluster_unready_title, m.problems_cluster_unready_text],
  'cluster.answered': [m.problems_cluster_answered_title, m.problems_cluster_answered_text],
  'candidate.reviewed': [m.problems_candidate_reviewed_title, m.problems_candidate_reviewed_text],
  'candidate.kind': [m.problems_candidate_kind_title, m.problems_candidate_kind_text],
  'team.kind': [m.problems_team_kind_title, m.problems_team_kind_text],
  'proposal.state': [m.problems_proposal_state_title, m.problems_proposal_state_text],
  'proposal.reason': [m.problems_proposal_reason_title, m.problems_proposal_reason_text],
  'proposal.incomplete': [m.problems_proposal_incomplete_title, m.problems_proposal_incomplete_text],
  'proposal.exists': [m.problems_proposal_exists_title, m.problems_proposal_exists_text],
}

/** What went wrong and what to do, in the reader's language. */
export function problemWords(error: unknown): ProblemWords {
  if (!(error instanceof CallError))
    return { title: m.problems_page_title(), text: m.problems_page_text(), offline: false, requestId: null }
  const [title, text] = words[error.code]
  return {
    title: title(),
    text: text(),
    offline: error.code === 'network.unreachable',
    requestId: error.code === 'service.fault' ? error.requestId : null,
  }
}
