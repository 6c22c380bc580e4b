import type { CoFinancing } from '../cofinancing/borne.ts'
import type { MatchdayParticipantId, OrganisationId } from '../brand.ts'
import type { ParticipantType } from '../participant-types/participant-types.ts'
import type { Appeal } from '../rotation/appeal.ts'

export const matchdayStates = ['draft', 'open', 'published', 'closed', 'cancelled'] as const
/** Draft is being set up, open takes firms and wishes, published has a timetable. */
export type MatchdayState = (typeof matchdayStates)[number]

export const placeKinds = ['table', 'booth', 'virtual'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** A run of slots of one length, with the same pause after each. */
export type MatchdaySession = {
  readonly name: string
  /** On the calendar and the clock of the matchday's own zone. */
  readonly date: string
  readonly starts: string
  readonly slotCount: number
  readonly slotMinutes: number
  readonly pauseMinutes: number
  /** How good all its hours are; see `hourAppeals` for what they are where it is not said. */
  readonly appeal?: Appeal | undefined
}

/** One meeting at a time takes place there. */
export type MatchdayPlace = {
  /** Never changes, so that a meeting finds its place under another name. */
  readonly key: string
  readonly name: string
  readonly kind: PlaceKind
  /** Places of one zone are a few steps apart. */
  readonly zone: string
  /** How good a table it is; `usualAppeal` where it is not said. */
  readonly appeal?: Appeal | undefined
}

export type MatchdayContent = {
  readonly title: string
  readonly text: string
  readonly language: string
  readonly venue: string
  /** IANA name. */
  readonly timeZone: string
  readonly sessions: readonly MatchdaySession[]
  readonly places: readonly MatchdayPlace[]
  /** Between two zones; with less time between two slots nobody is planned in both. */
  readonly walkingMinutes: number
  /** A firm has no more meetings than this. */
  readonly mostMeetings: number
  /** What every supplier that is admitted should have at least; `usualFloor` where it is not said. */
  readonly leastMeetings?: number
  /** What suppliers pay to come and how much of it the organiser bears; nothing is said of money where it is not there. */
  readonly cofinancing?: CoFinancing | undefined
  /** Until when firms register (ISO 8601); as long as it takes any, where it is not said. */
  readonly registerBy?: string | undefined
  /** Until when firms answer each other's requests, an instant; as long as they like where it is not there. */
  readonly answerBy?: string | undefined
  /** Firms to which rules of their own apply; none where it is not said. */
  readonly types?: readonly ParticipantType[] | undefined
}

/** Buyers receive, suppliers visit. */
export const matchdaySides = ['host', 'visitor'] as const
export type MatchdaySide = (typeof matchdaySides)[number]

export const participantStates = ['applied', 'admitted', 'declined', 'withdrawn'] as const
export type ParticipantState = (typeof participantStates)[number]

export const wishes = ['must', 'meet', 'no'] as const
/** What a participant says about meeting another; "no" is told to nobody. */
export type Wish = (typeof wishes)[number]

export const meetingStates = ['planned', 'held', 'missed', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

/** A firm at a matchday. */
export type MatchdayParticipant = {
  readonly id: MatchdayParticipantId
  readonly organisationId: OrganisationId
  readonly side: MatchdaySide
  readonly state: ParticipantState
  /** The key of its type, as the organiser has it. */
  readonly type: string | null
  /** Slots in which it does not come, by number. */
  readonly away: readonly number[]
  readonly languages: readonly string[]
}
