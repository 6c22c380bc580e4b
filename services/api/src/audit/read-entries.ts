import type { Signer } from '@enlace/audit-log'
import type { listEntries as listContract, readReceipt as receiptContract } from '@enlace/contracts'
import { listAuditEntries, readAuditLine, readInclusion } from '@enlace/database'
import { can, Problem, type MemberActor } from '@enlace/domain'

import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Handler } from '../http/mount.ts'
import { Denied } from './denied.ts'
import { publishedCheckpoint } from './published-checkpoint.ts'

/** Lets those read who may; that somebody else tried is seen by them. */
export function checkAuditor(actor: MemberActor): void {
  const { organisationId } = actor
  if (!can(actor, 'audit.read', { organisationId }))
    throw new Denied(new Problem('identity.forbidden', 'Owners and auditors read what was logged.'), {
      organisationId,
      subject: {},
    })
}

export const listEntries: Handler<typeof listContract> = async ({ tx, actor, query }) => {
  checkAuditor(actor)
  const before = fromCursor(query.cursor, { index: 'number' })?.index ?? null
  if (before !== null && !Number.isSafeInteger(before))
    throw new Problem('cursor.invalid', 'This page mark is not one of ours. Start from the first page.')
  const rows = await listAuditEntries(tx, { before, act: query.act ?? null, limit: query.limit + 1 })
  return cutPage(rows, query.limit, ({ index }) => ({ index }))
}

/** An entry as the newest checkpoint proves it. */
export const readReceipt =
  (signer: Signer): Handler<typeof receiptContract> =>
  async ({ tx, actor, params: { index } }) => {
    checkAuditor(actor)
    const line = await readAuditLine(tx, index)
    if (line === null) throw new Problem('thing.not-found', 'There is no such entry, or it is not yours to see.')
    const { body: entry, ...rest } = line
    const { checkpoint, signature, size } = await publishedCheckpoint(tx, signer)
    return { ...rest, entry, checkpoint, signature, proof: await readInclusion(tx, index, size) }
  }
