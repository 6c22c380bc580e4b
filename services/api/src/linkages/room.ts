import { v7 as uuidv7 } from 'uuid'

import type {
  blockLinkage as blockContract,
  listReports as listContract,
  reportLinkage as reportContract,
  settleReport as settleContract,
  shareContact as shareContract,
  withdrawContact as withdrawContract,
} from '@enlace/contracts'
import {
  insertReport,
  listReports as list,
  setBlock,
  settleReport as settle,
  shareContact as share,
  withdrawContact as withdraw,
} from '@enlace/database'
import { asId, can, isLive, Problem, type MemberActor, type ReportId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, closed, named, sideFor } from './own-linkage.ts'

/** Reports shown to the platform at most. */
const reportsShown = 100

export const shareContact: Handler<typeof shareContract> = async ({ tx, actor, params, body, record }) => {
  const linkage = await sideFor({ tx, actor, record }, params.id)
  if (!isLive(linkage.stage)) throw closed()
  const { organisationId, userId } = actor
  await share(tx, { linkageId: params.id, organisationId, userId, contact: body })
  await record('linkage.changed', named(linkage))
  return undefined
}

export const withdrawContact: Handler<typeof withdrawContract> = async ({ tx, actor, params, record }) => {
  const linkage = await sideFor({ tx, actor, record }, params.id)
  if (await withdraw(tx, params.id, actor.organisationId)) await record('linkage.changed', named(linkage))
  return undefined
}

export const blockLinkage: Handler<typeof blockContract> = async ({ tx, actor, params, body, record }) => {
  const linkage = await sideFor({ tx, actor, record }, params.id)
  if (await setBlock(tx, params.id, actor.organisationId, body.blocked)) await record('linkage.changed', named(linkage))
  return undefined
}

export const reportLinkage: Handler<typeof reportContract> = async ({ tx, actor, params, body, record }) => {
  const linkage = await sideFor({ tx, actor, record }, params.id)
  const filed = await insertReport(tx, {
    id: asId<ReportId>(uuidv7()),
    linkageId: params.id,
    by: actor.organisationId,
    userId: actor.userId,
    ...body,
  })
  if (filed === null) throw absent()
  if (!filed)
    throw new Problem('linkage.limit', 'You reported this as often as one may in a day; it is being looked at.')
  await record('linkage.reported', named(linkage))
  return undefined
}

const checkJudges = (actor: MemberActor): void => {
  if (!can(actor, 'linkage.judge-report', null))
    throw new Problem('identity.forbidden', 'Only the platform looks at what was reported.')
}

export const listReports: Handler<typeof listContract> = async ({ tx, actor }) => {
  checkJudges(actor)
  return { items: await list(tx, reportsShown) }
}

export const settleReport: Handler<typeof settleContract> = async ({ tx, actor, params, body }) => {
  checkJudges(actor)
  if (!(await settle(tx, params.id, body.settled))) throw absent()
  return undefined
}
