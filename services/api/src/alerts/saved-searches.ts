import type {
  changeSavedSearch as changeContract,
  deleteSavedSearch as deleteContract,
  listSavedSearches as listContract,
} from '@enlace/contracts'
import {
  changeSavedSearch as change,
  deleteSavedSearch as remove,
  listSavedSearches as list,
  lockSavedSearch,
  readAlertHours,
} from '@enlace/database'
import { nextTelling, Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { checkKeeps } from './check-keeps.ts'

const missing = (): Problem => new Problem('thing.not-found', 'There is no such thing, or it is not yours to see.')

export const listSavedSearches: Handler<typeof listContract> = async ({ tx, actor }) => {
  checkKeeps(actor)
  return { items: await list(tx) }
}

/** Renames a saved search or changes its rhythm; what waits to be told is told in the new one. */
export const changeSavedSearch: Handler<typeof changeContract> = async ({ tx, actor, params, body }) => {
  checkKeeps(actor)
  const saved = await lockSavedSearch(tx, params.id)
  if (saved === null) throw missing()
  const { name = saved.name, rhythm = saved.rhythm } = body
  const hours = await readAlertHours(tx, actor.userId, actor.organisationId)
  const dueAt = saved.waiting === 0 ? null : nextTelling(rhythm, new Date(), hours)
  await change(tx, params.id, { name, rhythm, dueAt })
  const waiting = rhythm === 'off' ? 0 : saved.waiting
  return { ...saved, name, rhythm, waiting, dueAt: dueAt?.toISOString() ?? null }
}

export const deleteSavedSearch: Handler<typeof deleteContract> = async ({ tx, actor, params }) => {
  checkKeeps(actor)
  if (!(await remove(tx, params.id))) throw missing()
  return undefined
}
