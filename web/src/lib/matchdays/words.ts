import type {
  MatchdaySide,
  MatchdayState,
  MeetingState,
  ParticipantState,
  PlaceKind,
  Wish,
  WishStanding,
} from '@enlace/domain'
import { m } from '$lib/paraglide/messages.js'
import type { Tone } from '$lib/ui/tone.ts'

export const stateWords: Readonly<Record<MatchdayState, () => string>> = {
  draft: m.matchdays_state_draft,
  open: m.matchdays_state_open,
  published: m.matchdays_state_published,
  closed: m.matchdays_state_closed,
  cancelled: m.matchdays_state_cancelled,
}
export const stateTones: Readonly<Record<MatchdayState, Tone>> = {
  draft: 'plain',
  open: 'warn',
  published: 'good',
  closed: 'plain',
  cancelled: 'bad',
}
export const participantWords: Readonly<Record<ParticipantState, () => string>> = {
  applied: m.matchdays_participant_applied,
  admitted: m.matchdays_participant_admitted,
  declined: m.matchdays_participant_declined,
  withdrawn: m.matchdays_participant_withdrawn,
}
export const participantTones: Readonly<Record<ParticipantState, Tone>> = {
  applied: 'warn',
  admitted: 'good',
  declined: 'plain',
  withdrawn: 'plain',
}
export const placeKindWords: Readonly<Record<PlaceKind, () => string>> = {
  table: m.matchdays_kind_table,
  booth: m.matchdays_kind_booth,
  virtual: m.matchdays_kind_virtual,
}
export const sideWords: Readonly<Record<MatchdaySide, () => string>> = {
  host: m.matchdays_side_host,
  visitor: m.matchdays_side_visitor,
}
export const wishWords: Readonly<Record<Wish, () => string>> = {
  must: m.matchdays_wish_must,
  meet: m.matchdays_wish_meet,
  no: m.matchdays_wish_no,
}
export const standingWords: Readonly<Record<Exclude<WishStanding, 'none'>, () => string>> = {
  asked: m.matchdays_standing_asked,
  asks: m.matchdays_standing_asks,
  agreed: m.matchdays_standing_agreed,
  expired: m.requests_standing_expired,
}
export const standingTones: Readonly<Record<Exclude<WishStanding, 'none'>, Tone>> = {
  asked: 'plain',
  asks: 'warn',
  agreed: 'good',
  expired: 'bad',
}
export const meetingWords: Readonly<Record<MeetingState, () => string>> = {
  planned: m.matchdays_meeting_planned,
  held: m.matchdays_meeting_held,
  missed: m.matchdays_meeting_missed,
  cancelled: m.matchdays_meeting_cancelled,
}
export const meetingTones: Readonly<Record<MeetingState, Tone>> = {
  planned: 'plain',
  held: 'good',
  missed: 'warn',
  cancelled: 'bad',
}
const causes: Readonly<Record<string, () => string>> = {
  chosen: m.matchdays_cause_chosen,
  'no-common-language': m.matchdays_cause_language,
  'interpreters-full': m.matchdays_cause_interpreters,
  'no-common-slot': m.matchdays_cause_slot,
}
/** Why a pair has no time. */
export const causeWords = (cause: string): string => (causes[cause] ?? m.matchdays_cause_full)()
