import type { readAlertHours as readContract, setAlertHours as setContract } from '@enlace/contracts'
import { listSavedSearches, readAlertHours as read, replanTellings, setAlertHours as set } from '@enlace/database'
import { nextTelling } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { checkKeeps } from './check-keeps.ts'

export const readAlertHours: Handler<typeof readContract> = ({ tx, actor }) => {
  checkKeeps(actor)
  return read(tx, actor.userId, actor.organisationId)
}

/** Sets the caller's hours; what waits to be told is told when they let it. */
export const setAlertHours: Handler<typeof setContract> = async ({ tx, actor, body }) => {
  checkKeeps(actor)
  await set(tx, actor.userId, body)
  const now = new Date()
  const waiting = (await listSavedSearches(tx)).filter((saved) => saved.dueAt !== null)
  await replanTellings(
    tx,
    waiting.map(({ id, rhythm }) => ({ id, at: nextTelling(rhythm, now, body) })),
  )
  return body
}
