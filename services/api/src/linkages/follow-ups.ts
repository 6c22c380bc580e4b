import type {
  answerFollowUp as contract,
  answerOwnFollowUp as ownContract,
  Output,
  readFollowUp as readContract,
} from '@enlace/contracts'
import {
  actAs,
  findByToken,
  insertValue,
  keepAnswerOnce,
  readFollowUp as read,
  record,
  type Transaction,
} from '@enlace/database'
import { Problem, stepOfAnswer, type FollowUpAnswer, type FollowUpId, type Money } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, linkageFor, named, sideFor, type Acting } from './own-linkage.ts'
import { stepIfAllowed } from './step.ts'
import { viewLinkage } from './view-linkage.ts'

type Found = NonNullable<Awaited<ReturnType<typeof findByToken>>>

const spent = (): Problem => new Problem('follow-up.spent', 'This was answered already, by you or by a colleague.')
const expired = (): Problem => new Problem('follow-up.expired', 'This link is too old. Sign in and answer there.')

/** The follow-up of a token; from here on the transaction acts as the person it was sent to, and can do no more than that person. */
async function follow(tx: Transaction, token: string): Promise<Found> {
  const found = await findByToken(tx, token)
  if (found === null)
    throw new Problem('follow-up.link', 'This link is not complete, or it is not one of ours any more.')
  await actAs(tx, found.actor)
  return found
}

async function openOne(tx: Transaction, id: FollowUpId) {
  const one = await read(tx, id)
  if (one === null) throw absent()
  if (one.answer !== null) throw spent()
  if (one.expired) throw expired()
  return one
}

async function asked(tx: Transaction, { id, linkageId, actor }: Found): Promise<Output<typeof readContract>> {
  const one = await read(tx, id)
  if (one === null) throw absent()
  const { reader, buyer, supplier, need } = await linkageFor(tx, actor, linkageId, 'linkage.enter')
  const { stage, days, answer } = one
  return {
    partner: reader === 'buyer' ? supplier.name : (buyer?.name ?? null),
    need: need?.title ?? null,
    stage,
    days,
    answer,
  }
}

/** Keeps the one answer of a side and does what it asks for, as far as the linkage allows it from where it stands. */
async function answerOnce(
  acting: Acting,
  id: FollowUpId,
  given: { readonly answer: FollowUpAnswer; readonly value: Money | null },
): Promise<void> {
  const { tx, actor } = acting
  const { linkageId } = await openOne(tx, id)
  const linkage = await sideFor(acting, linkageId)
  // Whoever waited for the linkage finds the answer of who was faster.
  if (!(await keepAnswerOnce(tx, id, given.answer, actor.userId))) throw spent()
  const to = stepOfAnswer[given.answer]
  if (to !== null) await stepIfAllowed(acting, linkage, { kind: 'step', to })
  if (given.answer === 'contract' && given.value !== null)
    await insertValue(tx, linkageId, actor, { of: 'contract', year: null, callId: null, ...given.value })
  await acting.record('linkage.changed', named(linkage))
}

export const readFollowUp: Handler<typeof readContract> = async ({ tx, body }) => {
  const found = await follow(tx, body.token)
  await openOne(tx, found.id)
  return asked(tx, found)
}

export const answerFollowUp: Handler<typeof contract> = async ({ tx, body, requestId }) => {
  const found = await follow(tx, body.token)
  const { actor } = found
  const { organisationId } = actor
  const acting: Acting = {
    tx,
    actor,
    record: async (name, payload) => void (await record(tx, name, payload, { organisationId, requestId })),
  }
  await answerOnce(acting, found.id, body)
  return asked(tx, found)
}

export const answerOwnFollowUp: Handler<typeof ownContract> = async ({ tx, actor, params, body, record: tell }) => {
  const one = await read(tx, params.followUpId)
  if (one === null || one.linkageId !== params.id) throw absent()
  await answerOnce({ tx, actor, record: tell }, params.followUpId, body)
  return viewLinkage(tx, actor, params.id)
}
