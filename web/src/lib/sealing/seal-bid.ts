import type { CallView, EnvelopeBody } from '@enlace/contracts'
import type { BidContent, BidId, Envelope } from '@enlace/domain'
import type { EnvelopeJson } from '@enlace/sealing'
import { sealing } from './sealing.ts'

export type SealedBodies = Readonly<Partial<Record<Envelope, Extract<EnvelopeBody, { readonly sealed: unknown }>>>>
type Call = Pick<CallView, 'id' | 'envelopes' | 'openers' | 'threshold'>

/**
 * Seals all envelopes of a bid, each under a key of its own, before anything is sent: a bid is sealed whole or not at all.
 * What comes is handed in as it is. `onprogress` hears how far it is, from 0 to 1. Throws a SealingError.
 */
export async function sealBid({
  call,
  bid,
  content,
  onprogress = () => {},
}: {
  readonly call: Call
  readonly bid: { readonly bidId: BidId; readonly revision: number }
  readonly content: BidContent
  readonly onprogress?: (done: number) => void
}): Promise<SealedBodies> {
  const { sealEnvelope, envelopeToJson } = await sealing()
  // Openers without a key did not take their seat in time; nothing is sealed to them.
  const openers = call.openers.flatMap(({ id, publicKey }) => (publicKey === null ? [] : [{ id, publicKey }]))
  const bodies: [Envelope, { readonly sealed: EnvelopeJson }][] = []
  for (const envelope of call.envelopes) {
    const plaintext = new TextEncoder().encode(JSON.stringify(content[envelope] ?? {}))
    const context = { callId: call.id, ...bid, envelope }
    const sealed = await sealEnvelope({ plaintext, openers, threshold: call.threshold, context })
    bodies.push([envelope, { sealed: envelopeToJson(sealed) }])
    onprogress(bodies.length / call.envelopes.length)
  }
  return Object.fromEntries(bodies) as SealedBodies
}
