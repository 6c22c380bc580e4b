import { v7 as uuidv7 } from 'uuid'

import type { answerInnovation as answerContract, needInnovation as needContract } from '@enlace/contracts'
import { answerInnovation as answer, insertNeed, isBlockedLinkage } from '@enlace/database'
import { asId, can, checkInnovationAnswer, needFromInnovation, Problem, type NeedId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { settleNeed } from '../needs/settle-need.ts'
import { innovationFor } from './innovation-for.ts'
import { reread } from './innovation-view.ts'

/** Keeps a buyer's answer, which its supplier sees; interest begins a linkage, since who shows something has said yes. */
export const answerInnovation: Handler<typeof answerContract> = async ({ tx, actor, params, body, record, audit }) => {
  const { id, organisationId } = await innovationFor(tx, actor, params.id, 'innovation.answer')
  checkInnovationAnswer(body.answer, body.reason)
  const readerId = actor.organisationId
  if (body.answer === 'interested' && (await isBlockedLinkage(tx, readerId, organisationId)))
    throw new Problem('linkage.blocked', 'One of you closed the room to the other.')
  await answer(tx, id, readerId, { ...body, by: actor.userId })
  await record('innovation.answered', { innovationId: id, organisationId, readerId, answer: body.answer })
  const view = await reread(tx, id, actor)
  await audit('innovation.answered', { innovationId: id, supplierId: organisationId }, { answer: body.answer })
  return view
}

/** Begins a need or a challenge with the problem that an innovation takes away. */
export const needInnovation: Handler<typeof needContract> = async ({ tx, actor, params, body, record }) => {
  const { organisationId } = actor
  const { published } = await innovationFor(tx, actor, params.id, 'innovation.read')
  if (published === null || !can(actor, 'need.post', { organisationId }))
    throw new Problem('identity.forbidden', 'Only buyers of a buying organisation post needs.')
  const id = asId<NeedId>(uuidv7())
  const content = settleNeed(needFromInnovation(body.kind, published))
  await insertNeed(tx, { id, organisationId, content, createdBy: actor.userId })
  await record('need.drafted', { needId: id, organisationId, version: 0 })
  return { needId: id }
}
