import type { MatchdayParticipantId, MeetingId } from '../brand.ts'

export const incidentKinds = ['absent', 'late', 'place-closed', 'called-off', 'missed', 'pair-added'] as const
/** What happens while a matchday runs: somebody does not come, comes late, a place is lost, a meeting falls out or is added. */
export type IncidentKind = (typeof incidentKinds)[number]

/** Where a meeting was before an incident; null where it had no time. */
export type MeetingSpot = { readonly slot: number; readonly place: string }

export const changeKinds = ['moved', 'lost', 'found', 'ended'] as const
/** What an incident did to a meeting; `found` was on standby and has a time now, `ended` is the one that was reported. */
export type IncidentChange = {
  readonly meetingId: MeetingId
  readonly hostId: MatchdayParticipantId
  readonly visitorId: MatchdayParticipantId
  readonly what: (typeof changeKinds)[number]
  readonly from: MeetingSpot | null
  readonly to: MeetingSpot | null
  /** The rule that took its time. */
  readonly rule: string | null
  /** How often it had been moved before, for taking it back. */
  readonly moves: number
}

/** After a timetable is published nobody's meeting moves more often than this, unless the organiser insists. */
export const mostMoves = 2
