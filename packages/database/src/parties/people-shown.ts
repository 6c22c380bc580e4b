import { sql } from 'drizzle-orm'

import type { MatchdaySide, PartyMemberId } from '@enlace/domain'

/** Who comes to a meeting for one side, whether that is only proposed, and whether nobody of its party can. */
export type SidePeople = {
  readonly people: readonly { readonly id: PartyMemberId; readonly name: string; readonly role: string }[]
  readonly proposed: boolean
  readonly nobody: boolean
}
/** Null for a side that did not say whom it brings. */
export type MeetingPeople = Readonly<Record<MatchdaySide, SidePeople | null>>

const side = (name: MatchdaySide): ReturnType<typeof sql> =>
  sql`(select json_build_object('people', people, 'proposed', proposed, 'nobody', nobody) from shown where meeting_id = meetings.id and side = ${name})`

/** The people of `meetings`, from what shown_people() tells as `shown`. */
export const peopleOf = sql`json_build_object('host', ${side('host')}, 'visitor', ${side('visitor')})`
