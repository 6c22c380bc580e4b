import type {
  askBuyer as askContract,
  ChallengeView,
  joinChallenge as joinContract,
  leaveChallenge as leaveContract,
  listBuyers as listContract,
} from '@enlace/contracts'
import {
  endPart,
  insertBuyer,
  keepPart,
  listBuyers as list,
  listChallengeBuyers,
  lockChallenge,
  meetOrganisation,
  readPool,
  type ChallengeRow,
  type Transaction,
} from '@enlace/database'
import { buyerAfter, can, Problem, type BuyerAct, type MemberActor, type NeedId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, challengeFor, ownChallengeFor } from './challenge-for.ts'

/** The buyers of a challenge of several as its reader may know them; null where it is one buyer's own. */
export async function viewBuyers(
  tx: Transaction,
  { id, brokered, organisationId }: ChallengeRow,
  actor: MemberActor,
): Promise<NonNullable<ChallengeView['buyers']> | null> {
  if (!brokered) return null
  const rows = await listChallengeBuyers(tx, id)
  return {
    ...(await readPool(tx, id)),
    rows: rows.map((row) => {
      const mine = row.id === actor.organisationId
      return {
        buyer: { id: row.id, name: row.name, country: row.country },
        mine,
        state: row.state,
        named: row.named,
        shares: mine || organisationId === actor.organisationId ? row.shares : null,
        number: row.number,
        reason: row.reason,
        part: row.part,
      }
    }),
  }
}

const reread = async (
  tx: Transaction,
  id: NeedId,
  actor: MemberActor,
): Promise<NonNullable<ChallengeView['buyers']>> => {
  const buyers = await viewBuyers(tx, await challengeFor(tx, id), actor)
  if (buyers === null) throw absent()
  return buyers
}

export const listBuyers: Handler<typeof listContract> = async ({ tx, actor, query }) => {
  if (!can(actor, 'challenge.broker', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Only agencies ask buyers to join a challenge.')
  return { items: await list(tx, query.query) }
}

/** Asks a buyer to join, while the challenge is written. */
export const askBuyer: Handler<typeof askContract> = async ({ tx, actor, params, record }) => {
  const { id, organisationId } = await ownChallengeFor(tx, actor, params.id, 'challenge.broker')
  await lockChallenge(tx, id)
  const { state } = await challengeFor(tx, id)
  const buyer = await meetOrganisation(tx, params.buyerId)
  if (buyer === null) throw absent()
  if (buyer.kind !== 'buyer') throw new Problem('buyers.kind', 'Only organisations that buy are asked to join.')
  if (state !== 'draft')
    throw new Problem(
      'buyers.settled',
      'Buyers are asked before the challenge is published; who takes part is settled.',
    )
  if (!(await insertBuyer(tx, id, buyer.id))) throw new Problem('buyers.asked', 'This buyer was asked already.')
  await record('buyer.asked', { needId: id, organisationId, buyerId: buyer.id })
  return reread(tx, id, actor)
}

/** The challenge, locked, if the actor speaks for a buyer that was asked to join it, and how that buyer stands after an act. */
async function partOf(
  tx: Transaction,
  actor: MemberActor,
  id: NeedId,
  { act, reason }: { readonly act: BuyerAct; readonly reason: string },
): Promise<ChallengeRow & { readonly after: ReturnType<typeof buyerAfter> }> {
  await lockChallenge(tx, id)
  const challenge = await challengeFor(tx, id)
  const { organisationId, buyerState, state } = challenge
  const relatedIds = buyerState === null ? [] : [actor.organisationId]
  if (buyerState === null || !can(actor, 'challenge.join', { organisationId, relatedIds }))
    throw new Problem('identity.forbidden', 'Only buyers that were asked to join take part in this challenge.')
  return { ...challenge, after: buyerAfter(buyerState, act, state, reason) }
}

/** Joins, or says anew how one takes part. */
export const joinChallenge: Handler<typeof joinContract> = async ({ tx, actor, params, body, record, audit }) => {
  const { id, organisationId } = await partOf(tx, actor, params.id, { act: 'join', reason: '' })
  await keepPart(tx, id, body)
  await record('buyer.joined', { needId: id, organisationId, buyerId: actor.organisationId })
  await audit('buyer.joined', { needId: id }, { named: body.named, shares: body.shares })
  return reread(tx, id, actor)
}

/** Declines or leaves; what follows where nobody is left is done by close-challenge. */
export const leaveChallenge: Handler<typeof leaveContract> = async ({ tx, actor, params, body, record, audit }) => {
  const { id, organisationId, after } = await partOf(tx, actor, params.id, body)
  await endPart(tx, id, after === 'left' ? 'left' : 'declined', body.reason)
  // Who left a draft sees nothing of it any more but what is its own.
  await record('buyer.left', { needId: id, organisationId, buyerId: actor.organisationId, act: body.act })
  await audit('buyer.left', { needId: id }, { act: body.act })
  return { ...(await readPool(tx, id)), rows: [] }
}
