import type {
  openUnsubscribe as openContract,
  readUnsubscribe as readContract,
  unsubscribe as contract,
} from '@enlace/contracts'
import { readUnsubscribe as read, useUnsubscribe, type Unsubscribed } from '@enlace/database'
import { Problem } from '@enlace/domain'

import type { Handler, OpenHandler } from '../http/mount.ts'

const known = (found: Unsubscribed | null): Unsubscribed => {
  if (found === null)
    throw new Problem(
      'alert.link',
      'This link does not turn anything off any more: the saved search was deleted, or the link is not complete.',
    )
  return found
}

/** The token goes on behind the #, which is where the page looks for it and no server sees it. */
export const openUnsubscribe: OpenHandler<typeof openContract> = async ({ reply, query }) =>
  reply.redirect(`/unsubscribe#token=${query.token}`, 303)

/** Turns the alerts of a saved search off; again and again it answers the same. */
export const unsubscribe: Handler<typeof contract> = async ({ tx, query }) =>
  known(await useUnsubscribe(tx, query.token))

export const readUnsubscribe: Handler<typeof readContract> = async ({ tx, body }) => known(await read(tx, body.token))
