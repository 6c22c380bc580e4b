import { v7 as uuidv7 } from 'uuid'

import type { announce as announceContract, listAnnouncements as listContract } from '@enlace/contracts'
import { keepAnnouncement, listAnnouncements as list } from '@enlace/database'
import { asId, assert, type AnnouncementId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { matchdayFor } from '../matchdays/matchday-for.ts'

const shown = 20

export const listAnnouncements: Handler<typeof listContract> = async ({ tx, actor, params }) => {
  const { id } = await matchdayFor(tx, actor, params.id, 'matchday.read')
  return { items: await list(tx, id, shown) }
}

/** Tells all who are admitted, or one side. */
export const announce: Handler<typeof announceContract> = async ({ tx, actor, params, body, record }) => {
  const states = ['open', 'published'] as const
  const { id: matchdayId, organisationId } = await matchdayFor(tx, actor, params.id, 'matchday.run', { states })
  const id = asId<AnnouncementId>(uuidv7())
  const { kind, toSide } = body
  await keepAnnouncement(tx, { id, matchdayId, ...body })
  await record('announcement.made', { matchdayId, organisationId, announcementId: id, kind, toSide })
  const [made] = await list(tx, matchdayId, 1)
  assert(made !== undefined, 'who just told something can read it')
  return made
}
