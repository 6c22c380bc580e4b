import type { withdrawPassport as contract } from '@enlace/contracts'
import { record, withdrawPassport as withdraw } from '@enlace/database'

import type { Handler } from '../http/mount.ts'
import { deskFor, reread } from './passport-desk.ts'

/** Takes a passport off the market; withdrawing one that is not on it changes nothing. */
export const withdrawPassport: Handler<typeof contract> = async ({ tx, actor, query, requestId }) => {
  const desk = await deskFor(tx, actor, query.firm, 'passport.publish')
  const { organisationId } = desk
  const version = await withdraw(tx, organisationId)
  if (version !== null)
    await record(tx, 'passport.withdrawn', { organisationId, version }, { organisationId, requestId })
  return reread(tx, desk)
}
