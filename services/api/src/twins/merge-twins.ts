import { v7 as uuidv7 } from 'uuid'

import type { denyTwins as denyContract, mergeTwins as contract } from '@enlace/contracts'
import { denyTwins as deny, lockPassport, mergeSuppliers, type MergeRefusal } from '@enlace/database'
import { asId, checkPublishablePassport, mergedContent, Problem, type MergeId, type ProblemCode } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { checkMerger } from './check-merger.ts'

const notThere = (): Problem =>
  new Problem('thing.not-found', 'One of these firms is not there, or it is not in your care.')
const refusals: Readonly<Record<Exclude<MergeRefusal, 'absent'>, readonly [ProblemCode, string]>> = {
  joined: [
    'twin.joined',
    'People of one of these firms have joined; only its owner can give it up, and has to agree first.',
  ],
  shared: ['twin.shared', 'Another agency looks after the firm that would go; it has to let it go first.'],
  merged: ['twin.merged', 'One of these firms has gone into another one already.'],
}

/** Joins a supplier into another one that stays: its rows, its answers and its invitations, in one transaction. */
export const mergeTwins: Handler<typeof contract> = async ({ tx, actor, body, record, audit }) => {
  checkMerger(actor, 'firm.merge')
  const { survivorId, absorbedId, take } = body
  if (survivorId === absorbedId) throw notThere()
  const locked = new Map<string, Awaited<ReturnType<typeof lockPassport>>>()
  for (const id of [survivorId, absorbedId].toSorted()) locked.set(id, await lockPassport(tx, id))
  const [survivor, absorbed] = [locked.get(survivorId), locked.get(absorbedId)]
  if (survivor === null || survivor === undefined || absorbed === null || absorbed === undefined) throw notThere()
  const content = mergedContent(survivor.content, absorbed.content, take)
  checkPublishablePassport(content)
  const id = asId<MergeId>(uuidv7())
  const done = await mergeSuppliers(tx, { id, survivorId, absorbedId, content, by: actor.userId })
  if ('refusal' in done) {
    if (done.refusal === 'absent') throw notThere()
    const [code, message] = refusals[done.refusal]
    throw new Problem(code, message)
  }
  await record('supplier.merged', { organisationId: survivorId, absorbedId, mergeId: id })
  await record('passport.withdrawn', { organisationId: absorbedId, version: absorbed.version })
  await record('passport.published', { organisationId: survivorId, version: done.version })
  await audit('supplier.merged', { survivorId, absorbedId, mergeId: id }, { take })
  return { id }
}

/** Remembers that two suppliers only look alike. */
export const denyTwins: Handler<typeof denyContract> = async ({ tx, actor, body }) => {
  checkMerger(actor, 'firm.merge')
  const denial = { agencyId: actor.organisationId, oneId: body.oneId, otherId: body.otherId, by: actor.userId }
  if (!(await deny(tx, denial))) throw notThere()
  return undefined
}
