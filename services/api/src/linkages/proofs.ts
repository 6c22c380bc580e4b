import { v7 as uuidv7 } from 'uuid'

import type {
  agreeTerm as agreeContract,
  askSample as askContract,
  judgeSample as judgeContract,
  proposeTerm as proposeContract,
  sendSample as sendContract,
  stateValue as stateContract,
  withdrawTerm as withdrawContract,
} from '@enlace/contracts'
import {
  agreeTerm as agree,
  insertSample,
  insertTerm,
  insertValue,
  isContractCall,
  judgeSample as judge,
  markSampleSent,
  withdrawTerm as withdraw,
} from '@enlace/database'
import { asId, isLive, Problem, type LinkageSide, type SampleId, type TermId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, closed, named, sideFor } from './own-linkage.ts'
import { stepIfAllowed } from './step.ts'

const checkSide = (side: LinkageSide, wanted: LinkageSide): void => {
  if (side !== wanted) throw new Problem('identity.forbidden', 'This is for the other side to do.')
}

/** Keeps a figure of one side; the other confirms it by stating the same. Facts may be told after a linkage stopped. */
export const stateValue: Handler<typeof stateContract> = async ({ tx, actor, params, body, record }) => {
  const linkage = await sideFor({ tx, actor, record }, params.id)
  if (linkage.stage === 'requested') throw closed()
  if (body.of === 'potential') checkSide(linkage.side, 'buyer')
  if (body.callId !== null && !(await isContractCall(tx, params.id, body.callId))) throw absent()
  if (await insertValue(tx, params.id, actor, body)) await record('linkage.changed', named(linkage))
  return undefined
}

export const askSample: Handler<typeof askContract> = async ({ tx, actor, params, body, record }) => {
  const linkage = await sideFor({ tx, actor, record }, params.id)
  if (!isLive(linkage.stage) || linkage.stage === 'match') throw closed()
  await insertSample(tx, asId<SampleId>(uuidv7()), params.id, actor, body.what)
  if (linkage.stage === 'conversation')
    await stepIfAllowed({ tx, actor, record }, linkage, { kind: 'step', to: 'sample' })
  await record('linkage.changed', named(linkage))
  return undefined
}

const judged = (): Problem => new Problem('sample.judged', 'This sample has its verdict already.')

export const sendSample: Handler<typeof sendContract> = async ({ tx, actor, params, record }) => {
  const linkage = await sideFor({ tx, actor, record }, params.id)
  checkSide(linkage.side, 'supplier')
  const sent = await markSampleSent(tx, params.id, params.sampleId)
  if (sent === null) throw absent()
  if (!sent) throw judged()
  await record('linkage.changed', named(linkage))
  return undefined
}

export const judgeSample: Handler<typeof judgeContract> = async ({ tx, actor, params, body, record }) => {
  const linkage = await sideFor({ tx, actor, record }, params.id)
  checkSide(linkage.side, 'buyer')
  const kept = await judge(tx, params.id, params.sampleId, { ...body, userId: actor.userId })
  if (kept === null) throw absent()
  if (!kept) throw judged()
  await record('linkage.changed', named(linkage))
  return undefined
}

export const proposeTerm: Handler<typeof proposeContract> = async ({ tx, actor, params, body, record }) => {
  const linkage = await sideFor({ tx, actor, record }, params.id)
  if (!isLive(linkage.stage)) throw closed()
  if (!(await insertTerm(tx, asId<TermId>(uuidv7()), params.id, actor, body)))
    throw new Problem('input.invalid', 'The last day has to lie ahead.', [
      { path: 'body.endsOn', code: 'date_order', message: 'The last day has to lie ahead.' },
    ])
  await record('linkage.changed', named(linkage))
  return undefined
}

export const agreeTerm: Handler<typeof agreeContract> = async ({ tx, actor, params, record }) => {
  const linkage = await sideFor({ tx, actor, record }, params.id)
  const outcome = await agree(tx, params.id, params.termId, actor)
  if (outcome === 'absent') throw absent()
  if (outcome === 'refused')
    throw new Problem('linkage.term', 'It was withdrawn, or it is yours and the other side has to agree.')
  if (outcome === 'done') await record('linkage.changed', named(linkage))
  return undefined
}

export const withdrawTerm: Handler<typeof withdrawContract> = async ({ tx, actor, params, record }) => {
  const linkage = await sideFor({ tx, actor, record }, params.id)
  const outcome = await withdraw(tx, params.id, params.termId)
  if (outcome === 'absent') throw absent()
  if (outcome === 'refused') throw new Problem('linkage.term', 'Both agreed to it; it ends on its last day.')
  if (outcome === 'done') await record('linkage.changed', named(linkage))
  return undefined
}
