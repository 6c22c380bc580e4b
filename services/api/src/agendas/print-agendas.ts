import { v7 as uuidv7 } from 'uuid'

import type { MatchdayPrint, printAgendas as printContract, readLastPrint as readContract } from '@enlace/contracts'
import {
  insertPrint,
  listMeetings,
  readPrint,
  type MeetingRow,
  type PrintRow,
  type Transaction,
} from '@enlace/database'
import { agendaSheets, asId, assert, type MatchdayId, type MatchdayPrintId, type PrintedMeeting } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { matchdayFor } from '../matchdays/matchday-for.ts'

/** A meeting with what a print keeps of it. */
export type SheetMeeting = MeetingRow & PrintedMeeting

/** The meetings that the actor may see, as sheets are made of them. */
export const listSheetMeetings = async (tx: Transaction, id: MatchdayId): Promise<SheetMeeting[]> =>
  (await listMeetings(tx, id)).map((row) => ({
    ...row,
    hostId: row.host.participantId,
    visitorId: row.visitor.participantId,
  }))

const viewPrint = ({ id, printedAt, meetings }: PrintRow, now: readonly PrintedMeeting[]): MatchdayPrint => ({
  ...{ id, printedAt },
  outdated: agendaSheets(now, { by: 'people', since: meetings }).length,
})

export const readLastPrint: Handler<typeof readContract> = async ({ tx, actor, params }) => {
  const { id } = await matchdayFor(tx, actor, params.id, 'matchday.run')
  const last = await readPrint(tx, id, null)
  return { last: last === null ? null : viewPrint(last, await listSheetMeetings(tx, id)) }
}

/** Keeps what paper says from now on; what is printed right after it may be newer by a moment, and never older. */
export const printAgendas: Handler<typeof printContract> = async ({ tx, actor, params }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run')
  const now = await listSheetMeetings(tx, day.id)
  const meetings = now.map(({ id, hostId, visitorId, slot, place, state, sequence }) => ({
    ...{ id, hostId, visitorId, slot, place, state, sequence },
  }))
  const id = asId<MatchdayPrintId>(uuidv7())
  await insertPrint(tx, { id, matchdayId: day.id, by: actor.userId, meetings })
  const print = await readPrint(tx, day.id, id)
  assert(print !== null, 'who just printed sees it')
  return viewPrint(print, now)
}
