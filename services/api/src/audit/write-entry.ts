import { fromBase64, signCheckpoint, type Signer } from '@enlace/audit-log'
import type { Act, AuditReceipt } from '@enlace/contracts'
import { appendEntry, type AuditFacts, type AuditSubject, type Transaction } from '@enlace/database'
import { assert, type Actor } from '@enlace/domain'

/** Who did something, as an entry says it. */
export const doerOf = (actor: Actor): Parameters<typeof appendEntry>[1]['by'] => ({
  userId: actor.kind === 'member' || actor.kind === 'person' ? actor.userId : null,
  organisationId: actor.kind === 'member' ? actor.organisationId : null,
})

/** Writes entries of one request, and hands out their receipts. */
export const writeEntries =
  (tx: Transaction, actor: Actor, signer: Signer) =>
  async (act: Act, subject: AuditSubject, facts: AuditFacts): Promise<AuditReceipt> => {
    const written = await appendEntry(tx, { act, by: doerOf(actor), subject, facts })
    const root = fromBase64(written.root)
    assert(root !== null, 'the root of the audit log is in base64')
    const { index, at, body, salt, origin, proof } = written
    const signed = signCheckpoint({ origin, size: index + 1, root, at }, signer)
    return { index, at, entry: body, facts: written.facts, salt, ...signed, proof }
  }
