import { v7 as uuidv7 } from 'uuid'

import type {
  dropSeparation as dropContract,
  listSeparations as listContract,
  separateFirms as separateContract,
} from '@enlace/contracts'
import {
  dropSeparation as drop,
  keepSeparation,
  listSeparations as list,
  readOpenIntroduction,
  readParticipant,
  withdrawIntroduction,
} from '@enlace/database'
import { asId, Problem, type SeparationId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { introductionTold } from '../requests/introduction-told.ts'

const running = ['open', 'published'] as const

/** What is said where a meeting lies before two who would never meet: whoever says so chooses first. */
export const planned = (): Problem =>
  new Problem('separation.planned', 'The two have a meeting before them. Call it off first.')

/** Who never meets, as the actor said itself. */
export const listSeparations: Handler<typeof listContract> = async ({ tx, actor, params }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.read')
  return { items: await list(tx, day.id) }
}

/** Keeps two apart; the matchday is held, so that nobody books a meeting of them meanwhile. */
export const separateFirms: Handler<typeof separateContract> = async ({ tx, actor, params, body, record, audit }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run', { states: running, hold: 'alone' })
  const one = await readParticipant(tx, day.id, { id: body.oneId })
  const other = await readParticipant(tx, day.id, { id: body.otherId })
  if (one === null || other === null) throw absent()
  if (one.side === other.side) throw new Problem('separation.side', 'Buyers meet suppliers here, and suppliers buyers.')
  const [host, visitor] = one.side === 'host' ? [one, other] : [other, one]
  const id = asId<SeparationId>(uuidv7())
  const fault = await keepSeparation(tx, day.id, { id, hostId: host.id, visitorId: visitor.id, reason: body.reason })
  if (fault === 'planned') throw planned()
  if (fault === 'twice') throw new Problem('separation.twice', 'You keep these two apart already.')
  const introductionId = await readOpenIntroduction(tx, host.id, visitor.id)
  if (introductionId !== null && (await withdrawIntroduction(tx, introductionId))) {
    const concerned = [host.organisationId, visitor.organisationId]
    await record('introduction.changed', introductionTold(day, concerned, 'withdrawn'))
  }
  const about = { matchdayId: day.id, organisationId: day.organisationId }
  await record('separations.changed', about)
  await audit('separations.changed', { matchdayId: day.id, separationId: id }, { apart: true })
  return { id }
}

/** Takes a separation back. */
export const dropSeparation: Handler<typeof dropContract> = async ({ tx, actor, params, record, audit }) => {
  const day = await matchdayFor(tx, actor, params.id, 'matchday.run', { states: running, hold: 'alone' })
  if (!(await drop(tx, day.id, params.separationId))) throw absent()
  const about = { matchdayId: day.id, organisationId: day.organisationId }
  await record('separations.changed', about)
  const { separationId } = params
  await audit('separations.changed', { matchdayId: day.id, separationId }, { apart: false })
}
