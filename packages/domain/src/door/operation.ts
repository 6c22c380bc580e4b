import type { BadgeId, MatchdayParticipantId, MeetingId, OperationId } from '../brand.ts'
import type { MeetingState } from '../matchdays/matchday.ts'
import type { ProblemCode } from '../problem.ts'

export const operationKinds = ['check-in', 'undo', 'move', 'outcome'] as const
export const operationOutcomes = ['applied', 'superseded', 'refused'] as const
type OperationOutcome = (typeof operationOutcomes)[number]

/** What a device does at a matchday, with the network or without it. */
export type OperationDeed =
  | {
      readonly kind: 'check-in'
      readonly participantId: MatchdayParticipantId
      /** Of which day, on the matchday's own calendar. */
      readonly day: string
      /** Where it is said that a participant sits at the table of a meeting; null at the door. */
      readonly meetingId: MeetingId | null
      /** The badge that was shown; null where somebody is known by sight. */
      readonly badgeId: BadgeId | null
    }
  | { readonly kind: 'undo'; readonly operationId: OperationId }
  | { readonly kind: 'move'; readonly meetingId: MeetingId; readonly slot: number; readonly place: string }
  | {
      readonly kind: 'outcome'
      readonly meetingId: MeetingId
      readonly state: 'held' | 'missed'
      readonly note: string
    }

/** An operation as it is folded; instants are ms since 1970 by the server's clock. */
export type Operation = {
  readonly id: OperationId
  readonly at: number
  /** When the server had it. */
  readonly receivedAt: number
  /** As whom it was done; null for the organiser. */
  readonly as: MatchdayParticipantId | null
  readonly deed: OperationDeed
}

/** What became of an operation: done, done and replaced by a later one, or refused by a rule. */
export type Fate = { readonly outcome: OperationOutcome; readonly reason: ProblemCode | null }

/** A meeting as operations find it. */
export type DoorMeeting = {
  readonly id: MeetingId
  readonly hostId: MatchdayParticipantId
  readonly visitorId: MatchdayParticipantId
  readonly slot: number
  readonly place: string
  readonly state: MeetingState
  readonly note: string
  readonly at: number
}

/** What operations are folded onto. */
export type Ground = {
  readonly slotCount: number
  readonly places: ReadonlySet<string>
  /** Those who are admitted. */
  readonly participants: ReadonlySet<MatchdayParticipantId>
  readonly badges: ReadonlyMap<
    BadgeId,
    { readonly participantId: MatchdayParticipantId; readonly voidAt: number | null }
  >
  readonly meetings: readonly DoorMeeting[]
  /** Who interprets a meeting that needs it, and goes where it goes. */
  readonly interpreters: ReadonlyMap<MeetingId, string>
  /** What is taken by no meeting, as `slot who-or-where`: somebody is out, a place is closed or held free. */
  readonly taken: ReadonlySet<string>
}

/** The time of an operation by the server's clock; however wrong a device's own is, how far off it is was measured. */
export const correctedTime = (deviceAt: number, offsetMs: number): number => deviceAt + offsetMs

/** Devices measure the server's clock no better than this. */
export const clockToleranceMs = 120_000
