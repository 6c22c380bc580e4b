import { v7 as uuidv7 } from 'uuid'

import type {
  bookMeeting as bookContract,
  confirmMeeting as confirmContract,
  MeetingView,
  moveMeeting as moveContract,
} from '@enlace/contracts'
import {
  bookMeeting as book,
  hasMeeting,
  holdMeeting,
  holdPair,
  nextFreeSlot,
  readMeeting,
  readParticipant,
  rebookMeeting,
  settleMeeting,
  type MatchdayRow,
  type MeetingRow,
  type Transaction,
} from '@enlace/database'
import { asId, assert, checkMove, checkSlots, Problem, standingOf, type MeetingId } from '@enlace/domain'

import { moveBasisOf } from '../boards/read-board.ts'
import type { Call, Handler } from '../http/mount.ts'
import { asFaults, offersOf } from './list-offers.ts'
import { settleAbsence } from '../outcomes/note-absence.ts'
import { absent, matchdayFor } from './matchday-for.ts'
import { slotTimes } from './matchday-view.ts'
import { viewMeetings } from './meeting-view.ts'
import { capProblem } from './cap-problem.ts'

async function shown(tx: Transaction, day: MatchdayRow, id: MeetingId): Promise<MeetingView> {
  const row = await readMeeting(tx, day.id, id)
  const [view] = row === null ? [] : viewMeetings(day.content, [row])
  assert(view !== undefined, 'who just changed a meeting sees it')
  return view
}

/** Tells both sides and the organiser of a meeting. */
export const tell = (
  record: Call<typeof bookContract>['record'],
  { id: matchdayId, organisationId }: MatchdayRow,
  { id: meetingId, host, visitor }: Pick<MeetingRow, 'id' | 'host' | 'visitor'>,
  what: 'meeting.changed' | 'meeting.held' = 'meeting.changed',
): Promise<unknown> =>
  record(what, {
    ...{ matchdayId, organisationId, meetingId },
    hostId: host.organisationId,
    visitorId: visitor.organisationId,
  })

const unagreed = (): Problem =>
  new Problem('meeting.unagreed', 'You meet where both of you are admitted and said that you want to.')
const twice = (): Problem => new Problem('meeting.twice', 'The two of you have a meeting already.')

/** How often somebody else may be quicker. */
const rounds = 50

/** Takes the first free time that a pair has; whoever was quicker is passed over for the next. */
export const bookMeeting: Handler<typeof bookContract> = async ({ tx, actor, params, body, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.attend', { states: ['published'], hold: 'shared' })
  const own = await readParticipant(tx, day.id, { organisationId: actor.organisationId })
  const other = await readParticipant(tx, day.id, { id: body.participantId })
  if (own === null || other === null || other.side === own.side) throw absent()
  // Who withdrew stays known to those it was to meet.
  if ([own, other].some(({ state }) => state !== 'admitted') || standingOf(other.wish, other.theirWish) !== 'agreed')
    throw unagreed()
  const [hostId, visitorId] = own.side === 'host' ? [own.id, other.id] : [other.id, own.id]
  const id = asId<MeetingId>(uuidv7())
  const slots = slotTimes(day.content)
  const now = new Date().toISOString()
  const from = slots.filter(({ startsAt }) => startsAt <= now).length
  await holdPair(tx, { hostId, visitorId })
  if (await hasMeeting(tx, { hostId, visitorId })) throw twice()
  const names = own.side === 'host' ? { host: own.name, visitor: other.name } : { host: other.name, visitor: own.name }
  const capped = await capProblem(tx, { hostId, visitorId, names, reader: own.side })
  if (capped !== null) throw capped
  // What was free a moment ago may be taken by now: places are not held. Each round asks anew.
  for (let round = 0; round < rounds; round += 1) {
    const free = await nextFreeSlot(tx, day.id, { hostId, visitorId }, from)
    if (free === null) break
    const fault = await book(tx, day.id, { id, hostId, visitorId, ...free })
    if (fault === 'twice') throw twice()
    // Said since: the answer is the same as to whom the other does not want.
    if (fault === 'never') throw unagreed()
    if (fault !== null) continue
    const meeting = await shown(tx, day, id)
    await tell(record, day, meeting)
    return meeting
  }
  const offers = asFaults(await offersOf(tx, day))
  throw new Problem('meeting.full', 'The two of you have no free time in common any more.', offers)
}

const taken = (): Problem =>
  new Problem('meeting.taken', 'One of the two, or the place, has another meeting at that time.')

async function plannedMeeting(tx: Transaction, day: MatchdayRow, id: MeetingId): Promise<MeetingRow> {
  const meeting = await holdMeeting(tx, day.id, id)
  if (meeting === null) throw absent()
  return meeting
}

/** Says that a meeting was held; whoever had been noted as absent from it was there. */
export const confirmMeeting: Handler<typeof confirmContract> = async ({ tx, actor, params, body, record }) => {
  const action = actor.organisationKind === 'agency' ? 'matchday.run' : 'matchday.attend'
  const day = await matchdayFor(tx, actor, params.id, action, { hold: 'shared' })
  const meeting = await plannedMeeting(tx, day, params.meetingId)
  if (meeting.state === 'cancelled') throw new Problem('meeting.state', 'This meeting is cancelled.')
  if ((await settleMeeting(tx, meeting.id, 'held', body.note)) !== null) throw taken()
  await settleAbsence({ tx, record }, day, meeting, null)
  await tell(record, day, meeting)
  if (meeting.state !== 'held') await tell(record, day, meeting, 'meeting.held')
  return shown(tx, day, meeting.id)
}

/** Moves a planned meeting, as the organiser. */
export const moveMeeting: Handler<typeof moveContract> = async ({ tx, actor, params, body, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run', { states: ['published'], hold: 'shared' })
  const meeting = await plannedMeeting(tx, day, params.meetingId)
  if (meeting.state !== 'planned') throw new Problem('meeting.state', `This meeting is ${meeting.state}.`)
  checkSlots(day.content, [body.slot], 'body.slot')
  const place = body.place ?? meeting.place
  if (!day.content.places.some(({ key }) => key === place)) throw absent()
  checkMove(await moveBasisOf(tx, day, meeting.id, body.slot), { slot: body.slot, place })
  // Whoever is quicker between the check and the write is refused by the table.
  const fault = await rebookMeeting(tx, meeting.id, { slot: body.slot, place })
  if (fault !== null) throw taken()
  await tell(record, day, meeting)
  return shown(tx, day, meeting.id)
}
