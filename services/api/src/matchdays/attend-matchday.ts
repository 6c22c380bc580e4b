import { v7 as uuidv7 } from 'uuid'

import type {
  admitParticipant as admitContract,
  attendMatchday as attendContract,
  leaveMatchday as leaveContract,
  sayWish as wishContract,
} from '@enlace/contracts'
import {
  cancelMeetingsOf,
  readParticipant,
  sayWish as keepWish,
  settleParticipant,
  type ParticipantRow,
  type MatchdayRow,
  type Transaction,
} from '@enlace/database'
import {
  asId,
  assert,
  checkSlots,
  checkType,
  Problem,
  typeOf,
  type MatchdayId,
  type MatchdayParticipantId,
  type MemberActor,
  type OrganisationId,
  type ParticipantState,
} from '@enlace/domain'

import { bearingOf } from '../cofinancing/bearing.ts'
import { letInInvited } from '../guests/let-in-invited.ts'
import { registerInTime } from '../guests/register-in-time.ts'
import type { Call, Handler } from '../http/mount.ts'
import { settleIntroduction } from '../requests/settle-introduction.ts'
import { planned } from '../separations/keep-separations.ts'
import { absent, matchdayFor } from './matchday-for.ts'
import { tellDecided } from './tell-decided.ts'
import { viewParticipant } from './participant-view.ts'

const running = ['open', 'published'] as const

async function ownParticipant(tx: Transaction, id: MatchdayId, actor: MemberActor): Promise<ParticipantRow> {
  const own = await readParticipant(tx, id, { organisationId: actor.organisationId })
  if (own === null) throw absent()
  return own
}

/** Registers the actor's organisation, or says anew when it comes. */
export const attendMatchday: Handler<typeof attendContract> = async (given) => {
  const { tx, actor, params, body, record } = given
  const day = await matchdayFor(tx, actor, params.id, 'matchday.attend', { states: running, hold: 'alone' })
  checkSlots(day.content, body.away, 'body.away')
  const { organisationId: participantId } = actor
  const side = actor.organisationKind === 'buyer' ? 'host' : 'visitor'
  await registerInTime(tx, day, {
    id: asId<MatchdayParticipantId>(uuidv7()),
    organisationId: participantId,
    side,
    away: [...new Set(body.away)].toSorted((a, b) => a - b),
    languages: [...new Set(body.languages)],
    note: body.note,
  })
  await record('participant.changed', { matchdayId: day.id, organisationId: day.organisationId, participantId, side })
  await letInInvited(given, { matchdayId: day.id, organisationId: day.organisationId })
  return viewParticipant(await ownParticipant(tx, day.id, actor), false)
}

/** Cancels what a firm that is out had planned; whom it was to meet is told. */
async function cancelMeetings(
  tx: Transaction,
  record: Call<typeof leaveContract>['record'],
  about: { readonly matchdayId: MatchdayId; readonly organisationId: OrganisationId },
  { id, side, organisationId }: ParticipantRow,
): Promise<void> {
  for (const { id: meetingId, otherId } of await cancelMeetingsOf(tx, id)) {
    const [hostId, visitorId] = side === 'host' ? [organisationId, otherId] : [otherId, organisationId]
    await record('meeting.changed', { ...about, meetingId, hostId, visitorId })
  }
}

/** Withdraws; whom it was to meet is told. */
export const leaveMatchday: Handler<typeof leaveContract> = async ({ tx, actor, params, record }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.attend', { states: running, hold: 'alone' })
  const own = await ownParticipant(tx, day.id, actor)
  const about = { matchdayId: day.id, organisationId: day.organisationId }
  await settleParticipant(tx, own.id, 'withdrawn')
  await record('participant.changed', { ...about, participantId: actor.organisationId, side: own.side })
  await cancelMeetings(tx, record, about, own)
  return viewParticipant(await ownParticipant(tx, day.id, actor), false)
}

/** Lets a firm in or not, as the organiser. */
export const admitParticipant: Handler<typeof admitContract> = async ({ tx, actor, params, body, record, audit }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run', { states: running, hold: 'alone' })
  const row = await readParticipant(tx, day.id, { id: params.participantId })
  if (row === null) throw absent()
  if (row.state === 'withdrawn') throw new Problem('matchday.state', 'This firm withdrew its registration.')
  const admitted = body.state === 'admitted'
  const type = admitted ? (body.type === undefined ? row.type : body.type) : null
  await settle(tx, day, row, body.state, type)
  const about = { matchdayId: day.id, organisationId: day.organisationId }
  const told = { ...about, participantId: row.organisationId, side: row.side }
  if (!admitted) await cancelMeetings(tx, record, about, row)
  await tellDecided({ record, audit }, told, { from: row.state, to: body.state })
  const borne = await bearingOf(tx, day, row.side === 'visitor' ? [row.organisationId] : [])
  return viewParticipant({ ...row, state: body.state, type }, true, borne(row.organisationId))
}

/**
 * Admits a firm as one of a type, or declines it.
 * @throws Problem matchday.type, matchday.seats
 */
async function settle(
  tx: Transaction,
  { content }: MatchdayRow,
  { id, side }: ParticipantRow,
  state: ParticipantState,
  type: string | null,
): Promise<void> {
  checkType(content, { side, type })
  if (await settleParticipant(tx, id, state, type)) return
  const name = typeOf(content, { side, type })?.name ?? ''
  throw new Problem(
    'matchday.seats',
    `All seats of “${name}” are taken. Give it more, or admit this firm as another type.`,
  )
}

/** Keeps what the actor's organisation says about meeting another. */
export const sayWish: Handler<typeof wishContract> = async ({ tx, actor, params, body, record }) => {
  // A "no" and a meeting of the two do not come at once: whoever is second knows of the first.
  const hold = body.wish === 'no' ? ({ hold: 'shared' } as const) : {}
  const day = await matchdayFor(tx, actor, params.id, 'matchday.attend', { states: running, ...hold })
  const own = await ownParticipant(tx, day.id, actor)
  if (own.state !== 'admitted')
    throw new Problem('matchday.state', 'The organiser has not admitted your organisation yet.')
  const other = await readParticipant(tx, day.id, { id: params.participantId })
  if (other === null || other.side === own.side) throw absent()
  const known = (wish: typeof body.wish): boolean => wish !== null && wish !== 'no'
  const wish = { matchdayId: day.id, byId: own.id, ofId: other.id, ...body }
  const fault = await keepWish(tx, wish)
  if (fault === 'planned') throw planned()
  if (fault === 'late')
    throw new Problem('request.expired', 'Answers were due before. Ask the organiser to propose this meeting.')
  const agreed = known(body.wish) ? await settleIntroduction(tx, day, own, other) : null
  if (agreed !== null) await record('introduction.changed', agreed)
  // Where it was silent and says "no", the other hears nothing at all.
  const ofId = known(body.wish) || known(other.wish) ? other.organisationId : null
  await record('wish.said', {
    matchdayId: day.id,
    organisationId: day.organisationId,
    byId: actor.organisationId,
    ofId,
  })
  const now = await readParticipant(tx, day.id, { id: other.id })
  assert(now !== null, 'whom one just spoke of is there')
  return viewParticipant(now, false)
}
