import { v7 as uuidv7 } from 'uuid'

import type {
  moveMatchday as moveContract,
  saveMatchday as saveContract,
  startMatchday as startContract,
} from '@enlace/contracts'
import { countTypes, insertMatchday, listAttending, moveMatchday as move, saveMatchday as save } from '@enlace/database'
import {
  asId,
  assert,
  can,
  checkDeadlines,
  checkMatchday,
  checkMatchdayChange,
  checkMatchdayStep,
  checkSeats,
  Problem,
  slotsOf,
  type MatchdayContent,
  type MatchdayId,
} from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { matchdayFor } from './matchday-for.ts'
import { reread } from './matchday-view.ts'

/** Sets a matchday up as a draft. */
export const startMatchday: Handler<typeof startContract> = async ({ tx, actor, body, record }) => {
  const { organisationId } = actor
  if (!can(actor, 'matchday.run', { organisationId }))
    throw new Problem('identity.forbidden', 'Trade agencies hold matchdays; your organisation or your role does not.')
  const matchdayId = asId<MatchdayId>(uuidv7())
  await insertMatchday(tx, { id: matchdayId, organisationId, content: body.content })
  await record('matchday.saved', { matchdayId, organisationId })
  return reread(tx, matchdayId, actor)
}

/** Saves what a matchday is; what firms registered for stays as it is. */
export const saveMatchday: Handler<typeof saveContract> = async ({ tx, actor, params, body, record }) => {
  const states = ['draft', 'open', 'published'] as const
  const row = await matchdayFor(tx, actor, params.id, 'matchday.run', { states, hold: 'alone' })
  if (row.state !== 'draft') {
    checkMatchdayChange(row.content, body.content)
    checkDeadlines(row.content, body.content, Date.now())
    // The matchday is held alone, so that nobody is admitted meanwhile.
    checkSeats(row.content, body.content, await countTypes(tx, row.id))
  }
  if (!(await save(tx, row.id, body.revision, body.content)))
    throw new Problem('thing.changed', 'Somebody changed this matchday meanwhile. Look at it again before you save.')
  await record('matchday.saved', { matchdayId: row.id, organisationId: row.organisationId })
  return reread(tx, row.id, actor)
}

/** When the first slot begins and the last one ends. */
function spanOf(content: MatchdayContent): { starts: number; ends: number } {
  const slots = slotsOf(content)
  assert(slots !== null && slots.length > 0, 'a matchday that was checked has slots')
  return {
    starts: Math.min(...slots.map(({ starts }) => starts)),
    ends: Math.max(...slots.map(({ ends }) => ends)),
  }
}

/** Announces a matchday, closes it or cancels it. */
export const moveMatchday: Handler<typeof moveContract> = async ({ tx, actor, params, body, record }) => {
  const row = await matchdayFor(tx, actor, params.id, 'matchday.run', { hold: 'alone' })
  const { id: matchdayId, organisationId, content } = row
  checkMatchdayStep(row.state, body.to)
  if (body.to === 'open') checkMatchday(content, Date.now())
  await move(tx, matchdayId, body.to, body.to === 'open' ? spanOf(content) : null)
  const about = { matchdayId, organisationId }
  if (body.to === 'cancelled')
    await record('matchday.cancelled', { ...about, participants: await listAttending(tx, matchdayId) })
  else await record(body.to === 'open' ? 'matchday.opened' : 'matchday.closed', about)
  return reread(tx, matchdayId, actor)
}
