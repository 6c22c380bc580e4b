import type { EnvelopeContext, EnvelopeJson, OpenerAddress } from '@enlace/sealing'
import { sealing } from './sealing.ts'

/** What goes into one envelope of a bid. */
export type BidPart = { readonly envelope: string; readonly plaintext: Uint8Array }
/** One envelope as it is handed in, and the digest that its receipt must show. */
export type SealedPart = { readonly envelope: string; readonly sealed: EnvelopeJson; readonly digest: string }

/**
 * Seals all envelopes of a bid, each under a key of its own, before anything is sent: a bid is sealed whole or not at all.
 * `onprogress` hears how far it is, from 0 to 1.
 */
export async function sealBid({
  parts,
  openers,
  threshold,
  bid,
  onprogress = () => {},
}: {
  readonly parts: readonly BidPart[]
  readonly openers: readonly OpenerAddress[]
  readonly threshold: number
  readonly bid: Omit<EnvelopeContext, 'envelope'>
  readonly onprogress?: (done: number) => void
}): Promise<readonly SealedPart[]> {
  const { sealEnvelope, envelopeToJson, envelopeDigest, toText } = await sealing()
  const sealedParts: SealedPart[] = []
  for (const { envelope, plaintext } of parts) {
    const context = { ...bid, envelope }
    const sealed = await sealEnvelope({ plaintext, openers, threshold, context })
    const digest = toText(await envelopeDigest(sealed, context))
    sealedParts.push({ envelope, sealed: envelopeToJson(sealed), digest })
    onprogress(sealedParts.length / parts.length)
  }
  return sealedParts
}
