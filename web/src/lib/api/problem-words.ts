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
