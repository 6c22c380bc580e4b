import type { findOpeners as contract } from '@enlace/contracts'
import { findOpeners as find } from '@enlace/database'
import { can, Problem } from '@enlace/domain'
import { fingerprintOf } from '@enlace/sealing'

import type { Handler } from '../http/mount.ts'

/** Who of these people can open what is sealed, and by which key. */
export const findOpeners: Handler<typeof contract> = async ({ tx, actor, query }) => {
  if (!can(actor, 'opener.find', null))
    throw new Problem('identity.forbidden', 'Only who sets up calls looks up the keys of openers.')
  const openers = await find(tx, query.users)
  return {
    items: await Promise.all(
      openers.map(async (opener) => ({ ...opener, fingerprint: await fingerprintOf(opener.publicKey) })),
    ),
  }
}
