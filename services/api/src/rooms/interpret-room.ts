import { setTimeout as sleep } from 'node:timers/promises'

import type {
  InterpretedRoomView,
  readInterpretedRoom as readContract,
  writeAsInterpreter as writeContract,
} from '@enlace/contracts'
import {
  asActor,
  keepInterpretedMessage,
  listInterpretedMessages,
  readInterpretedRoom as read,
  readRoomClock,
  record,
  type Database,
  type InterpretedRoom,
  type Transaction,
} from '@enlace/database'
import { anonymous, roomPhase, type MeetingId } from '@enlace/domain'
import { allow, hashToken, type Identity } from '@enlace/identity'

import type { OpenHandler } from '../http/mount.ts'
import { absent } from '../matchdays/matchday-for.ts'
import { checkWriting, isNew, ownMessage } from './room-messages.ts'
import { windowOf } from './room-view.ts'

/** Messages that an interpreter reads: the last of a meeting, at which two write thirty a minute at most. */
const shown = 200
/** How long who waits for a message is kept waiting, and how often it is looked for meanwhile. */
const waitMs = 8000
const lookEveryMs = 500

type Seat = { readonly ip: string; readonly hash: string; readonly meetingId: MeetingId }

/** Reads or writes as whoever holds a link; a link that is none counts as a guess of its address. */
async function asInterpreter<Given>(
  database: Database,
  { settings }: Identity,
  { ip, hash, meetingId }: Seat,
  act: (tx: Transaction, room: InterpretedRoom) => Promise<Given>,
): Promise<Given> {
  const done = await asActor(database, anonymous, async (tx) => {
    const room = await read(tx, hash, meetingId)
    return room === null ? null : { given: await act(tx, room) }
  })
  if (done !== null) return done.given
  await allow(settings, 'tokenPerAddress', ip)
  throw absent()
}

/** Whether there is something to tell whoever knows so many messages, or nothing to wait for. */
const tells = ({ phase, text, items }: InterpretedRoomView, known: number): boolean =>
  phase !== 'open' || !text || (items[0]?.seq ?? 0) > known

/** The text room of a meeting for whoever holds the link of its interpreter. No transaction is held while they wait. */
export const readInterpretedRoom =
  (database: Database, identity: Identity): OpenHandler<typeof readContract> =>
  async ({ body: { token, meetingId, known }, request: { ip, socket } }) => {
    const seat = { ip, hash: hashToken(token), meetingId }
    await allow(identity.settings, 'roomPerInterpreter', seat.hash)
    const look = (): Promise<InterpretedRoomView> =>
      asInterpreter(database, identity, seat, async (tx, room) => {
        const phase = roomPhase(windowOf(room, room), Date.parse(await readRoomClock(tx)))
        return { phase, text: room.text, items: await listInterpretedMessages(tx, seat.hash, meetingId, shown) }
      })
    const end = Date.now() + waitMs
    let view = await look()
    while (known !== undefined && !tells(view, known) && Date.now() < end && !socket.destroyed) {
      await sleep(lookEveryMs)
      view = await look()
    }
    return view
  }

/** Keeps what an interpreter writes; one message under one id. */
export const writeAsInterpreter =
  (database: Database, identity: Identity): OpenHandler<typeof writeContract> =>
  async ({ body: { token, meetingId, id, text }, request: { ip }, requestId }) => {
    const hash = hashToken(token)
    await allow(identity.settings, 'roomPerInterpreter', hash)
    return asInterpreter(database, identity, { ip, hash, meetingId }, async (tx, room) => {
      const find = async () => (await listInterpretedMessages(tx, hash, meetingId, shown)).find((one) => one.id === id)
      const before = await find()
      if (before !== undefined) return ownMessage(before)
      await checkWriting(tx, room, room)
      if (isNew(await keepInterpretedMessage(tx, hash, meetingId, { id, text }))) {
        const { matchdayId, organisationId, hostId, visitorId } = room
        const told = { matchdayId, organisationId, meetingId, hostId, visitorId }
        await record(tx, 'room.written', told, { organisationId, requestId })
      }
      return ownMessage(await find())
    })
  }
