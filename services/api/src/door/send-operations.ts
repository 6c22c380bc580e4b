import type { listOwnOperations as listContract, sendOperations as sendContract } from '@enlace/contracts'
import {
  insertOperations,
  listMeetings,
  listOwnOperations as listOwn,
  readParticipant,
  type MatchdayRow,
  type OwnOperation,
  type Transaction,
} from '@enlace/database'
import { correctedTime, type MatchdayId, type MatchdayParticipantId, type MemberActor } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { settleAbsence } from '../outcomes/note-absence.ts'
import { foldDoor } from './fold-door.ts'

const actionOf = ({ organisationKind }: MemberActor) =>
  organisationKind === 'agency' ? ('matchday.run' as const) : ('matchday.attend' as const)

/** As whom the actor does something at a matchday; null as its organiser. */
async function standing(tx: Transaction, day: MatchdayRow, actor: MemberActor): Promise<MatchdayParticipantId | null> {
  if (day.organisationId === actor.organisationId) return null
  const own = await readParticipant(tx, day.id, { organisationId: actor.organisationId })
  if (own === null || own.state !== 'admitted') throw absent()
  return own.id
}

const mostShown = 1000
const answer = async (tx: Transaction, id: MatchdayId, { userId }: MemberActor) => ({
  now: new Date().toISOString(),
  items: await listOwn(tx, id, userId, mostShown),
})

/** Keeps what a device did and folds it with all that others did. */
export const sendOperations: Handler<typeof sendContract> = async ({ tx, actor, params, body, record }) => {
  const states = ['open', 'published', 'closed'] as const
  const day = await matchdayFor(tx, actor, params.id, actionOf(actor), { states, hold: 'alone' })
  const as = await standing(tx, day, actor)
  const by = { matchdayId: day.id, organisationId: actor.organisationId, userId: actor.userId }
  const operations = body.operations.map(({ id, deviceAt, offsetMs, deed }) => ({
    ...{ id, as, deed, deviceAt, offsetMs },
    at: correctedTime(Date.parse(deviceAt), offsetMs),
  }))
  await insertOperations(tx, by, operations)
  await foldDoor(tx, day, record)
  const told = await answer(tx, day.id, actor)
  if (as !== null)
    await noteMissing(
      { tx, record },
      day,
      told.items.filter(({ id }) => operations.some((one) => one.id === id)),
    )
  return told
}

/** Whom a firm met or missed, as its operations came out, goes into the ledger of absences. */
async function noteMissing(
  noting: Parameters<typeof settleAbsence>[0],
  day: MatchdayRow,
  operations: readonly OwnOperation[],
): Promise<void> {
  const meetings = new Map((await listMeetings(noting.tx, day.id)).map((one) => [one.id, one]))
  for (const { outcome, deed } of operations) {
    const meeting = deed.kind === 'outcome' && outcome === 'applied' ? meetings.get(deed.meetingId) : undefined
    if (meeting === undefined || deed.kind !== 'outcome') continue
    const other = meeting.mine === 'host' ? meeting.visitor : meeting.host
    await settleAbsence(noting, day, meeting, deed.state === 'missed' ? other : null)
  }
}

export const listOwnOperations: Handler<typeof listContract> = async ({ tx, actor, params }) => {
  const day = await matchdayFor(tx, actor, params.id, actionOf(actor))
  return answer(tx, day.id, actor)
}
