import type { publishPassport as contract } from '@enlace/contracts'
import { publishPassport as publish } from '@enlace/database'
import { checkPublishablePassport } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { changedMeanwhile, deskFor, reread } from './passport-desk.ts'
import { tellPublication } from './tell-publication.ts'

/** Publishes what was saved as the next version; where the market sees it already there is nothing to do. */
export const publishPassport: Handler<typeof contract> = async ({ tx, actor, query, body, requestId }) => {
  const desk = await deskFor(tx, actor, query.firm, 'passport.publish')
  const { organisationId, passport } = desk
  if (passport === null || passport.revision !== body.revision) throw changedMeanwhile()
  checkPublishablePassport(passport.content)
  const version = await publish(tx, organisationId, body.revision, actor.userId)
  if (version !== null) await tellPublication(tx, { organisationId, version, content: passport.content }, requestId)
  const now = await reread(tx, desk)
  if (now.revision !== body.revision || now.state !== 'published') throw changedMeanwhile()
  return now
}
