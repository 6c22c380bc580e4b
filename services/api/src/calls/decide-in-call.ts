import type { Act, AuditReceipt, Endpoint, EventName, EventPayload } from '@enlace/contracts'
import type { AuditFacts, CallRow } from '@enlace/database'
import type { CallId } from '@enlace/domain'

import type { Call } from '../http/mount.ts'

/** What events of a call say of it. */
export const inCall = ({ id, organisationId, version }: CallRow) => ({ callId: id, organisationId, version })

type Decided = Extract<EventName, Act>
type Recording = Pick<Call<Endpoint>, 'record' | 'audit'>

/** Records what was decided about a call, or done in it, and writes it into the audit log; the entry's receipt. */
export async function decideInCall<Name extends Decided>(
  { record, audit }: Recording,
  name: Name,
  payload: EventPayload<Name> & { readonly callId: CallId; readonly bidId?: string },
  facts: AuditFacts = {},
): Promise<AuditReceipt> {
  await record(name, payload)
  const { callId, bidId } = payload
  return audit(name, { callId, ...(bidId === undefined ? {} : { bidId }) }, facts)
}
