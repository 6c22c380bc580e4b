import type { MatchdayParticipantId, MeetingId } from '../brand.ts'
import type { MeetingState } from '../matchdays/matchday.ts'

/** A meeting as a print shows it. */
export type PrintedMeeting = {
  readonly id: MeetingId
  readonly hostId: MatchdayParticipantId
  readonly visitorId: MatchdayParticipantId
  readonly slot: number
  readonly place: string
  readonly state: MeetingState
  readonly sequence: number
}

export type AgendaChange = 'new' | 'moved' | 'cancelled'
/** What became of a meeting since a print; `before` is what the paper still says. */
export type ChangedMeeting = {
  readonly id: MeetingId
  readonly change: AgendaChange
  readonly before: PrintedMeeting | null
}

const off = ({ state }: PrintedMeeting): boolean => state === 'cancelled'

/** What became of one meeting; null where the paper is still right. */
function changeOf(before: PrintedMeeting | undefined, now: PrintedMeeting): AgendaChange | null {
  if (before === undefined || off(before)) return off(now) ? null : 'new'
  if (off(now)) return 'cancelled'
  return before.slot !== now.slot || before.place !== now.place ? 'moved' : null
}

/**
 * What a paper says wrongly by now: meetings that are new, moved or off. One that was held or missed where it was
 * printed is no change, however often its sequence rose; neither is one that moved there and back.
 */
export function changedSince(
  printed: readonly PrintedMeeting[],
  now: readonly PrintedMeeting[],
): ReadonlyMap<MeetingId, ChangedMeeting> {
  const before = new Map(printed.map((meeting) => [meeting.id, meeting]))
  return new Map(
    now.flatMap((meeting) => {
      const change = changeOf(before.get(meeting.id), meeting)
      return change === null ? [] : [[meeting.id, { id: meeting.id, change, before: before.get(meeting.id) ?? null }]]
    }),
  )
}
