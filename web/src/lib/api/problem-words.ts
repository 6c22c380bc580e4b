import { m } from '../paraglide/messages.js'
import { CallError, type CallErrorCode } from './call-error.ts'

export type ProblemWords = {
  readonly title: string
  readonly text: string
  readonly offline: boolean
  readonly requestId: string | null
}
type Words = readonly [title: () => string, text: () => string]

const words: Partial<Readonly<Record<CallErrorCode, Words>>> = {
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
}

/** What went wrong in the reader's language; the server's own sentence where it says more than ours would. */
export function problemWords(error: unknown): ProblemWords {
  if (!(error instanceof CallError))
    return { title: m.problems_page_title(), text: m.problems_page_text(), offline: false, requestId: null }
  const known = words[error.code]
  return {
    title: known === undefined ? m.problems_refused_title() : known[0](),
    text: known === undefined ? error.message || m.problems_fault_text() : known[1](),
    offline: error.code === 'network.unreachable',
    requestId: error.code === 'service.fault' ? error.requestId : null,
  }
}
