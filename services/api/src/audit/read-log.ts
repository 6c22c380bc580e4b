import { keyText, toBase64, type Signer } from '@enlace/audit-log'
import type {
  proveConsistency as consistencyContract,
  readAuditKey as keyContract,
  readCheckpoint as checkpointContract,
} from '@enlace/contracts'
import { readConsistency, readLogTip } from '@enlace/database'
import { Problem } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { publishedCheckpoint } from './published-checkpoint.ts'

export const readAuditKey =
  ({ publicKey }: Signer): Handler<typeof keyContract> =>
  async ({ tx }) => {
    const { origin } = await readLogTip(tx)
    return { origin, publicKey: toBase64(publicKey), key: keyText({ origin, publicKey }) }
  }

export const readCheckpoint =
  (signer: Signer): Handler<typeof checkpointContract> =>
  ({ tx }) =>
    publishedCheckpoint(tx, signer)

export const proveConsistency: Handler<typeof consistencyContract> = async ({ tx, query: { from, to } }) => {
  const { size } = await readLogTip(tx)
  if (from > to || to > size)
    throw new Problem('audit.size', `The log has ${size} entries; give two sizes that it had, the smaller one first.`, [
      { path: from > to ? 'query.from' : 'query.to', code: 'audit.size', message: `At most ${Math.min(to, size)}.` },
    ])
  return { from, to, proof: await readConsistency(tx, from, to) }
}
