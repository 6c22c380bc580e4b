import { v7 as uuidv7 } from 'uuid'

import type {
  acceptSeat as acceptContract,
  leaveSeat as leaveContract,
  listSeats as listContract,
  nameSeat as nameContract,
} from '@enlace/contracts'
import {
  deleteSeat,
  findOpenerKey,
  insertSeat,
  listSeats as list,
  readCall,
  setSeatKey,
  takeSeat,
  takenSeats,
  type CallRow,
  type SeatRow,
} from '@enlace/database'
import { asId, heldTogether, Problem, type Seat, type SeatId, type Sealing, type UserId } from '@enlace/domain'

import { decideInCall, inCall } from './decide-in-call.ts'
import type { Handler } from '../http/mount.ts'
import { allow, callFor, heldCallFor } from './call-for.ts'

export const listSeats: Handler<typeof listContract> = async ({ tx, params }) => ({
  items: await list(tx, (await callFor(tx, params.id, 'look-in')).id),
})

const refuse = (pairs: readonly (readonly [Seat, Seat])[]): void => {
  const [pair] = pairs
  if (pair !== undefined) throw new Problem('call.seats', `Nobody is both ${pair[0]} and ${pair[1]} of a sealed call.`)
}
function checkStays({ phase }: CallRow, seat: Seat): void {
  if (seat === 'opener' && phase !== 'draft')
    throw new Problem('call.seats', 'Bids are sealed to those who open, so they stay as they were published.')
}
const heldBy = (seats: readonly SeatRow[], userId: UserId): Seat[] =>
  takenSeats(seats).flatMap((one) => (one.userId === userId ? [one.seat] : []))

/** A barred pair by the address is refused when it is named, so that nobody finds out at the publication. */
function checkPairs(seats: readonly SeatRow[], email: string, seat: Seat, sealing: Sealing): void {
  refuse(heldTogether([...seats.filter((one) => one.email === email).map((one) => one.seat), seat], sealing))
}

export const nameSeat: Handler<typeof nameContract> = async ({ tx, params, body, record, audit }) => {
  const call = await heldCallFor(tx, params.id, 'seat')
  const seats = await list(tx, call.id)
  checkStays(call, body.seat)
  if (seats.length >= 40) throw new Problem('call.seats', 'A call has at most forty seats.')
  checkPairs(seats, body.email, body.seat, call.sealing)
  await insertSeat(tx, { id: asId<SeatId>(uuidv7()), callId: call.id, seat: body.seat, email: body.email })
  await decideInCall({ record, audit }, 'call.seated', inCall(call))
  return { items: await list(tx, call.id) }
}

export const leaveSeat: Handler<typeof leaveContract> = async ({ tx, params, record, audit }) => {
  const call = await heldCallFor(tx, params.id, 'seat')
  const seat = (await list(tx, call.id)).find(({ id }) => id === params.seatId)
  if (seat === undefined) throw new Problem('thing.not-found', 'There is no such seat in this call.')
  if (seat.seat === 'author') throw new Problem('call.seats', 'A call keeps its author.')
  checkStays(call, seat.seat)
  await deleteSeat(tx, call.id, params.seatId)
  await decideInCall({ record, audit }, 'call.seated', inCall(call))
  return undefined
}

/** Takes a seat, or says to which key one opens; an approver or author is always of the buyer's own organisation. */
export const acceptSeat: Handler<typeof acceptContract> = async ({ tx, actor, params, body, record, audit }) => {
  const call = await readCall(tx, params.id)
  const seats = await list(tx, params.id)
  const seat = seats.find(({ id }) => id === params.seatId)
  if (call === null || seat === undefined)
    throw new Problem('thing.not-found', 'There is no such seat, or nobody asked you to take it.')
  checkStays(call, seat.seat)
  if (body.publicKey !== null && (await findOpenerKey(tx, body.publicKey)) === null)
    throw new Problem('opener.key', 'This is no opening key of yours that is in use.')
  if (seat.userId === actor.userId) {
    if (body.publicKey === null || !(await setSeatKey(tx, seat.id, body.publicKey)))
      throw new Problem('call.seats', 'You sit there already.')
  } else {
    if (actor.organisationKind === 'supplier')
      throw new Problem('call.seats', 'Suppliers bid; they take no seat in a call.')
    if ((seat.seat === 'author' || seat.seat === 'approver') && actor.organisationId !== call.organisationId)
      throw new Problem('call.seats', 'Only members of the buyer write and approve its calls.')
    refuse(heldTogether([...heldBy(seats, actor.userId), seat.seat], call.sealing))
    const taken = await takeSeat(tx, {
      id: seat.id,
      userId: actor.userId,
      organisationId: actor.organisationId,
      publicKey: body.publicKey,
    })
    if (!taken) throw new Problem('thing.not-found', 'There is no such seat, or nobody asked you to take it.')
  }
  await decideInCall({ record, audit }, 'call.seated', inCall(call))
  return allow(await readCall(tx, call.id), 'read')
}
