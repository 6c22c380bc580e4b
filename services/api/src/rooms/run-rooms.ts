import type { listRooms as listContract, RoomsView, setRoom as setContract } from '@enlace/contracts'
import {
  keepRoomAddress,
  listMeetings,
  listRoomAddresses,
  listTextRooms,
  listVisits,
  readRoomClock,
  type MatchdayRow,
  type Transaction,
} from '@enlace/database'
import { roomPhase } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { isVirtual, viewRunning, windowOf } from './room-view.ts'

const states = ['draft', 'open', 'published'] as const

async function shown(tx: Transaction, day: MatchdayRow): Promise<RoomsView> {
  const [now, visits] = [await readRoomClock(tx), await listVisits(tx, day.id)]
  const addresses = new Map((await listRoomAddresses(tx, day.id)).map(({ place, address }) => [place, address]))
  const meetings = (await listMeetings(tx, day.id)).filter(
    (one) => isVirtual(day, one.place) && (one.state === 'planned' || one.state === 'held'),
  )
  const running = meetings.filter((one) => roomPhase(windowOf(day, one), Date.parse(now)) === 'open')
  const texts = await listTextRooms(
    tx,
    running.map(({ id }) => id),
  )
  return {
    ...{ now, timeZone: day.content.timeZone, title: day.content.title, open: states.some((one) => one === day.state) },
    rooms: day.content.places
      .filter(({ kind }) => kind === 'virtual')
      .map(({ key, name }) => ({ key, name, address: addresses.get(key) ?? null })),
    running: running.map((one) => viewRunning(day, one, { visits, texts, now })),
  }
}

export const listRooms: Handler<typeof listContract> = async ({ tx, actor, params }) =>
  shown(tx, await matchdayFor(tx, actor, params.id, 'matchday.run'))

/** Gives a virtual room its address, or takes it away. */
export const setRoom: Handler<typeof setContract> = async ({ tx, actor, params, body, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run', { states })
  if (!isVirtual(day, params.place)) throw absent()
  await keepRoomAddress(tx, day.id, params.place, body.address)
  await record('matchday.saved', { matchdayId: day.id, organisationId: day.organisationId })
  return shown(tx, day)
}
