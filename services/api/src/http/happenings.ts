import type { Signer } from '@enlace/audit-log'
import { logged, type Act, type AuditReceipt, type EventName, type EventPayload } from '@enlace/contracts'
import { record, type AuditFacts, type AuditSubject, type Transaction } from '@enlace/database'
import { assert, type Actor } from '@enlace/domain'

import { writeEntries } from '../audit/write-entry.ts'

/** How a handler says what happens in its request. */
export type Happenings = {
  /** Records an event of the actor's organisation in this transaction. */
  readonly record: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => Promise<void>
  /**
   * Writes an entry of the audit log in this transaction and answers with its receipt. Call it last: from here on everybody
   * else who writes one waits for this request. A decision that was recorded and not written is not kept.
   */
  readonly audit: (act: Act, subject: AuditSubject, facts: AuditFacts) => Promise<AuditReceipt>
}

const isLogged = (name: EventName): name is Extract<EventName, Act> => logged[name]

/** What happens in one request; `checkWritten` fails where a decision stands in no entry, and all is rolled back. */
export function happenings(
  tx: Transaction,
  actor: Actor,
  { requestId, signer }: { readonly requestId: string; readonly signer: Signer },
): Happenings & { readonly checkWritten: () => void } {
  const owed = new Set<Act>()
  const write = writeEntries(tx, actor, signer)
  const organisationId = actor.kind === 'member' ? actor.organisationId : null
  return {
    record: async (name, payload) => {
      if (isLogged(name)) owed.add(name)
      await record(tx, name, payload, { organisationId, requestId })
    },
    audit: (act, subject, facts) => {
      owed.delete(act)
      return write(act, subject, facts)
    },
    checkWritten: () =>
      assert(owed.size === 0, `${[...owed].join(', ')} was decided and stands in no entry of the audit log`),
  }
}
