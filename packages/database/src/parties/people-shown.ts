import { sql } from 'drizzle-orm'

import type { MatchdayId, MatchdaySide, MeetingId, PartyMemberId } from '@enlace/domain'

import type { Reader } from '../open.ts'

/** Who comes to a meeting for one side, whether that is only proposed, and whether nobody of its party can. */
export type SidePeople = {
  readonly people: readonly { readonly id: PartyMemberId; readonly name: string; readonly role: string }[]
  readonly proposed: boolean
  readonly nobody: boolean
}
/** Null for a side that did not say whom it brings. */
export type MeetingPeople = Readonly<Record<MatchdaySide, SidePeople | null>>

const nobodySaid: MeetingPeople = { host: null, visitor: null }
type Row = SidePeople & { readonly meetingId: MeetingId; readonly side: MatchdaySide }

/** Who comes to the meetings of a matchday that the actor may see, or to one of them. */
export async function listShownPeople(
  reader: Reader,
  matchdayId: MatchdayId,
  only: MeetingId | null,
): Promise<(meeting: MeetingId) => MeetingPeople> {
  const rows = await reader.execute<Row & Record<string, unknown>>(sql`
    select meeting_id as "meetingId", side, people, proposed, nobody from shown_people(${matchdayId}, ${only})`)
  const shown = new Map<MeetingId, MeetingPeople>()
  for (const { meetingId, side, ...people } of rows)
    shown.set(meetingId, { ...(shown.get(meetingId) ?? nobodySaid), [side]: people })
  return (meeting) => shown.get(meeting) ?? nobodySaid
}
