import type { MeetingRequest, RequestSuggestion } from '@enlace/contracts'
import { strongestOf, type IntroductionState, type RequestState } from '@enlace/domain'
import { list } from '../locale/format.ts'
import { criterionWords } from '../matches/criterion-words.ts'
import { m } from '../paraglide/messages.js'
import type { Tone } from '../ui/tone.ts'

export const introductionWords: Readonly<Record<IntroductionState, () => string>> = {
  open: m.requests_introduction_open,
  agreed: m.requests_introduction_agreed,
  expired: m.requests_introduction_expired,
}
export const introductionTones: Readonly<Record<IntroductionState, Tone>> = {
  open: 'warn',
  agreed: 'good',
  expired: 'plain',
}
export const requestWords: Readonly<Record<Exclude<RequestState, 'waits'>, () => string>> = {
  accepted: m.requests_state_accepted,
  expired: m.requests_state_expired,
}

/** Who asks, in a few words. */
export function askedBy({ kind, must }: MeetingRequest): string {
  if (kind === 'introduction') return m.requests_by_organiser()
  return must ? m.requests_by_other_must() : m.requests_by_other()
}

const mostReason = 500
/** What a request says that is made of a suggestion; a need that hides its buyer is not named, and why it fits neither. */
export function reasonOf({ title, mine, open, criteria }: RequestSuggestion): string {
  if (!open) return ''
  const why = list(strongestOf(criteria).map(criterionWords))
  const need = mine ? m.requests_reason_own({ title }) : m.requests_reason_theirs({ title })
  return `${need} ${why}`.trim().slice(0, mostReason)
}
