import type { readBoard as boardContract, readMoves as movesContract } from '@enlace/contracts'
import {
  listBoardFirms,
  listBoardMeetings,
  listHolds,
  readMeeting,
  readMoveBasis,
  type MatchdayRow,
  type Transaction,
} from '@enlace/database'
import { movesOf, slotsOf, type MeetingId, type MoveBasis, type MoveRule } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'

export const readBoard: Handler<typeof boardContract> = async ({ tx, actor, params }) => {
  const { id } = await matchdayFor(tx, actor, params.id, 'matchday.run')
  const [firms, meetings, holds] = [
    await listBoardFirms(tx, id),
    await listBoardMeetings(tx, id),
    await listHolds(tx, id),
  ]
  return { firms, meetings, holds }
}

/** All that decides now where a meeting may go, in all slots or in one. */
export async function moveBasisOf(
  tx: Transaction,
  { id, content }: Pick<MatchdayRow, 'id' | 'content'>,
  meetingId: MeetingId,
  slot: number | null = null,
): Promise<MoveBasis> {
  const { places, walkingMinutes } = content
  return {
    ...(await readMoveBasis(tx, id, meetingId, slot)),
    ...{ slots: slotsOf(content) ?? [], places, walkingMinutes, now: Date.now() },
  }
}

/** The places by the rule that forbids them, so that a rule is told once. */
function byRule(places: ReadonlyMap<string, MoveRule>): { rule: MoveRule; places: string[] }[] {
  const groups = new Map<MoveRule, string[]>()
  for (const [key, rule] of places) {
    const group = groups.get(rule)
    if (group === undefined) groups.set(rule, [key])
    else group.push(key)
  }
  return [...groups].map(([rule, keys]) => ({ rule, places: keys }))
}

export const readMoves: Handler<typeof movesContract> = async ({ tx, actor, params }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run')
  if ((await readMeeting(tx, day.id, params.meetingId)) === null) throw absent()
  const moves = movesOf(await moveBasisOf(tx, day, params.meetingId))
  return { slots: moves.map(({ rule, places }) => ({ rule, refused: byRule(places) })) }
}
