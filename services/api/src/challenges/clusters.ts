import { v7 as uuidv7 } from 'uuid'

import type {
  addAction as addContract,
  dissolveCluster as dissolveContract,
  finishAction as finishContract,
  formCluster as formContract,
} from '@enlace/contracts'
import {
  deleteCluster,
  insertAction,
  insertCluster,
  isAnswered,
  listCandidates,
  listClusters,
  markAction,
} from '@enlace/database'
import { asId, can, checkCluster, Problem, type ClusterId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { briefedFor, viewCandidates } from './candidates.ts'
import { absent, challengeFor } from './challenge-for.ts'

/** Forms a cluster of reviewed firms; from then on the challenge is open to firms of its clusters alone. */
export const formCluster: Handler<typeof formContract> = async ({ tx, actor, params, body, record, audit }) => {
  const { id: needId, organisationId } = await briefedFor(tx, actor, params.id)
  const candidates = await listCandidates(tx, needId)
  const supplierIds = [...new Set(body.supplierIds)]
  checkCluster(
    supplierIds,
    candidates.map(({ supplier, clusterId, buyer, outside }) => ({
      supplierId: supplier.id,
      clustered: clusterId !== null,
      reviewed: buyer !== null && outside !== null,
    })),
  )
  const clusterId = asId<ClusterId>(uuidv7())
  await insertCluster(tx, { id: clusterId, needId, name: body.name, supplierIds })
  await record('cluster.formed', { needId, organisationId, clusterId, supplierIds })
  await audit('cluster.formed', { needId, clusterId }, { firms: supplierIds.length })
  return viewCandidates(tx, actor, needId)
}

export const dissolveCluster: Handler<typeof dissolveContract> = async ({ tx, actor, params, record }) => {
  const { id, organisationId } = await briefedFor(tx, actor, params.id)
  const cluster = (await listClusters(tx, id)).find((one) => one.id === params.clusterId)
  if (cluster === undefined) throw absent()
  if (cluster.call !== null)
    throw new Problem('cluster.called', 'This cluster bids in a call, so it stays unless the call is cancelled.')
  if (await isAnswered(tx, id, params.clusterId))
    throw new Problem('cluster.answered', 'A firm of this cluster has handed in a proposal, so it stays.')
  await deleteCluster(tx, id, params.clusterId)
  await record('candidates.changed', { needId: id, organisationId })
  return viewCandidates(tx, actor, id)
}

/** Adds what helps a firm of a cluster to grow. */
export const addAction: Handler<typeof addContract> = async ({ tx, actor, params, body, record }) => {
  const { id, organisationId } = await briefedFor(tx, actor, params.id)
  const candidate = (await listCandidates(tx, id)).find(({ supplier }) => supplier.id === params.supplierId)
  if (candidate === undefined) throw absent()
  if (candidate.clusterId === null) throw new Problem('cluster.unready', 'Firms are helped once they are in a cluster.')
  await insertAction(tx, { needId: id, supplierId: params.supplierId, ...body })
  await record('candidates.changed', { needId: id, organisationId })
  return viewCandidates(tx, actor, id)
}

export const finishAction: Handler<typeof finishContract> = async ({ tx, actor, params, body, record }) => {
  const { id, organisationId } = await challengeFor(tx, params.id)
  if (!can(actor, 'candidate.help', { organisationId, relatedIds: [actor.organisationId] }))
    throw new Problem('identity.forbidden', 'Only the buyer and the firm that is helped note what is done.')
  if (!(await markAction(tx, id, params.actionId, body.done))) throw absent()
  await record('candidates.changed', { needId: id, organisationId })
  return viewCandidates(tx, actor, id)
}
