import { randomBytes } from 'node:crypto'

import { v7 as uuidv7 } from 'uuid'

import type {
  depositKnowledge as depositContract,
  LockboxView,
  readLockbox as readContract,
  revealKnowledge as revealContract,
} from '@enlace/contracts'
import {
  holdUnread,
  insertKnowledge,
  listKnowledge,
  revealKnowledge as reveal,
  type ChallengeRow,
  type Transaction,
} from '@enlace/database'
import { asId, priorText, Problem, type MemberActor, type PriorKnowledgeId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { briefedFor } from './candidates.ts'
import { absent, challengeFor } from './challenge-for.ts'
import { stampOf } from './challenge-view.ts'

async function viewLockbox(tx: Transaction, actor: MemberActor, challenge: ChallengeRow): Promise<LockboxView> {
  const mine = challenge.organisationId === actor.organisationId
  return {
    open: mine ? challenge.brief !== null && (await holdUnread(tx, challenge.id)) : null,
    items: await listKnowledge(tx, challenge.id),
  }
}

export const readLockbox: Handler<typeof readContract> = async ({ tx, actor, params }) =>
  viewLockbox(tx, actor, await challengeFor(tx, params.id))

/** Deposits what the buyer knows, with its stamp, as long as it has read no proposal. */
export const depositKnowledge: Handler<typeof depositContract> = async ({ tx, actor, params, body, record }) => {
  const challenge = await briefedFor(tx, actor, params.id)
  const { id: needId, organisationId } = challenge
  if (!(await holdUnread(tx, needId)))
    throw new Problem('lockbox.late', 'A proposal was read already, so what is deposited now would prove nothing.')
  const id = asId<PriorKnowledgeId>(uuidv7())
  const salt = randomBytes(16).toString('hex')
  const { title, statement } = body
  const stamp = stampOf(priorText(needId, salt, statement))
  await insertKnowledge(tx, needId, { id, title, stamp, salt, statement, by: actor.userId })
  await record('knowledge.deposited', { needId, organisationId })
  return viewLockbox(tx, actor, challenge)
}

export const revealKnowledge: Handler<typeof revealContract> = async ({ tx, actor, params, record }) => {
  const challenge = await briefedFor(tx, actor, params.id)
  if (!(await reveal(tx, challenge.id, params.entryId))) throw absent()
  await record('knowledge.revealed', { needId: challenge.id, organisationId: challenge.organisationId })
  return viewLockbox(tx, actor, challenge)
}
