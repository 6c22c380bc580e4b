import type { EnvelopeBody } from '@enlace/contracts'
import type { CallRow } from '@enlace/database'
import type { BidId, Envelope } from '@enlace/domain'
import { envelopeFromJson, isSealedTo, SealingError, type EnvelopeContext, type SealedEnvelope } from '@enlace/sealing'

/** Which envelope of which bid something sealed must be. */
export const contextOf = (
  call: Pick<CallRow, 'id'>,
  { bidId, revision }: { readonly bidId: BidId; readonly revision: number },
  envelope: Envelope,
): EnvelopeContext => ({ callId: call.id, bidId, revision, envelope })

/** A sealed envelope as its parts, or null where it is none. */
export function sealedOf(body: EnvelopeBody | undefined): SealedEnvelope | null {
  if (body === undefined || !('sealed' in body)) return null
  try {
    return envelopeFromJson(body.sealed)
  } catch (error) {
    if (error instanceof SealingError) return null
    throw error
  }
}

/** Whether an envelope is sealed to just those who open this call. */
export function isSealedForCall(call: CallRow, body: EnvelopeBody | undefined): boolean {
  const sealed = sealedOf(body)
  const openers = call.openers.flatMap(({ id, publicKey }) => (publicKey === null ? [] : [{ id, publicKey }]))
  return sealed !== null && isSealedTo(sealed, openers, call.threshold)
}
