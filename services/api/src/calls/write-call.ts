import { v7 as uuidv7 } from 'uuid'

import type { editCall as editContract, writeCall as contract } from '@enlace/contracts'
import { insertCall, readCall, readNeed, saveCall, sitDown } from '@enlace/database'
import { asId, assert, can, checkAsked, Problem, seats, type CallId } from '@enlace/domain'

import { clusterFor } from '../challenges/cluster-for.ts'
import type { Handler } from '../http/mount.ts'
import { askByName } from './ask-by-name.ts'
import { heldCallFor } from './call-for.ts'

/** Writes a call as a draft; one of a cluster asks all of its firms. In a plain one its writer sits alone in every seat but the observer's. */
export const writeCall: Handler<typeof contract> = async ({
  tx,
  actor,
  body: { needId: of, clusterId, invited: named, ...content },
  record,
}) => {
  const { organisationId, userId } = actor
  if (!can(actor, 'call.write', { organisationId }))
    throw new Problem('identity.forbidden', 'Only buyers of a buying organisation write calls.')
  const cluster = clusterId === null ? null : await clusterFor(tx, actor, clusterId)
  if (cluster !== null) checkAsked({ access: content.access, invited: named }, cluster.firms)
  const needId = cluster?.needId ?? of
  const invited = cluster?.firms.map((firm) => firm.id) ?? named
  const isOwn = needId === null || (await readNeed(tx, needId))?.organisationId === organisationId
  if (!isOwn || (of !== null && of !== needId)) throw new Problem('thing.not-found', 'There is no such need of yours.')
  const id = asId<CallId>(uuidv7())
  if (!(await insertCall(tx, { id, organisationId, needId, clusterId, content, by: userId })))
    throw new Problem('cluster.called', 'This cluster bids in a call that is not over.')
  await sitDown(tx, id, content.sealing === 'plain' ? seats.filter((seat) => seat !== 'observer') : ['author'])
  await askByName(tx, { id, organisationId }, invited, 'body.invited')
  await record('call.drafted', { callId: id, organisationId, version: 0 })
  const call = await readCall(tx, id)
  assert(call !== null, 'the author sees the call')
  return call
}

export const editCall: Handler<typeof editContract> = async ({ tx, actor, params, body, record }) => {
  const before = await heldCallFor(tx, params.id, 'edit')
  if (body.sealing !== before.sealing)
    throw new Problem('input.invalid', 'How bids are sealed is chosen when the call is begun.', [
      { path: 'body.sealing', code: 'fixed', message: 'Begin a new call to seal its bids otherwise.' },
    ])
  if (before.cluster !== null) checkAsked({ access: body.access, invited: [] }, [])
  await saveCall(tx, params.id, body)
  await record('call.drafted', { callId: params.id, organisationId: actor.organisationId, version: before.version })
  return heldCallFor(tx, params.id, 'read')
}
