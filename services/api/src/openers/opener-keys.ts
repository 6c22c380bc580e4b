import type {
  listOpenerKeys as listContract,
  OpenerKeyView,
  revokeOpenerKey as revokeContract,
} from '@enlace/contracts'
import { listOpenerKeys as list, revokeOpenerKey as revoke, type OpenerKeyRow } from '@enlace/database'
import { Problem } from '@enlace/domain'
import { fingerprintOf } from '@enlace/sealing'

import type { Handler } from '../http/mount.ts'
import { checkKeepsOpenerKeys } from './check-keeps-opener-keys.ts'

export const withFingerprint = async (key: OpenerKeyRow): Promise<OpenerKeyView> => ({
  ...key,
  fingerprint: await fingerprintOf(key.publicKey),
})

export const listOpenerKeys: Handler<typeof listContract> = async ({ tx, actor }) => {
  checkKeepsOpenerKeys(actor)
  const keys = await list(tx)
  return { items: await Promise.all(keys.map(withFingerprint)) }
}

/** Revokes a key; once more changes nothing. */
export const revokeOpenerKey: Handler<typeof revokeContract> = async ({ tx, actor, params, record, audit }) => {
  const userId = checkKeepsOpenerKeys(actor)
  const revoked = await revoke(tx, params.id)
  if (revoked === null) throw new Problem('thing.not-found', 'There is no such thing, or it is not yours to see.')
  if (revoked.changed) {
    await record('opener.revoked', { userId, openerKeyId: params.id })
    await audit('opener.revoked', { userId, openerKeyId: params.id }, {})
  }
  return withFingerprint(revoked.key)
}
