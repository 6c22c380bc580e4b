import { v7 as uuidv7 } from 'uuid'

import type { registerOpenerKey as contract } from '@enlace/contracts'
import { findOpenerKey, insertOpenerKey, lockOpenerKeys } from '@enlace/database'
import { asId, openerKeyLimit, Problem, type OpenerKeyId } from '@enlace/domain'
import { isPublicKey } from '@enlace/sealing'

import type { Handler } from '../http/mount.ts'
import { checkKeepsOpenerKeys } from './check-keeps-opener-keys.ts'
import { withFingerprint } from './opener-keys.ts'

/** Registers the public half of a key; the private one stays where it was made. */
export const registerOpenerKey: Handler<typeof contract> = async ({ tx, actor, body, record, audit }) => {
  const userId = checkKeepsOpenerKeys(actor)
  const { publicKey } = body
  if (!(await isPublicKey(publicKey)))
    throw new Problem('opener.key', 'Nothing can be sealed to this key. Make a new one.', [
      { path: 'body.publicKey', code: 'opener.key', message: 'Nothing can be sealed to this key.' },
    ])
  await lockOpenerKeys(tx, userId)
  const known = await findOpenerKey(tx, publicKey)
  if (known !== null) return withFingerprint(known)
  const id = asId<OpenerKeyId>(uuidv7())
  const key = await insertOpenerKey(tx, { id, userId, publicKey })
  if (key === 'limit')
    throw new Problem('opener.limit', `You have ${openerKeyLimit} keys in use, which is the most. Revoke one first.`)
  if (key === 'taken')
    throw new Problem('opener.key-taken', 'This key was registered before. Each opener needs a new one of its own.')
  await record('opener.registered', { userId, openerKeyId: id })
  await audit('opener.registered', { userId, openerKeyId: id }, { publicKey })
  return withFingerprint(key)
}
