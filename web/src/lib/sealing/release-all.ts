import type { EnvelopeContext, OpenerKey, SealedShareJson } from '@enlace/sealing'
import { sealing } from './sealing.ts'

/** The share that one bid's envelope holds for this opener. */
export type OwnShare = { readonly bidId: string; readonly revision: number; readonly share: SealedShareJson }
/** A bid whose share could not be released, and why; its opening fails alone. */
export type Unreleased = { readonly bidId: string; readonly error: unknown }

/**
 * Releases an opener's shares of one envelope of all bids. `send` hands over each share in clear, as base64url; one that is
 * tampered with, or refused, keeps none of the others back.
 */
export async function releaseAll({
  key,
  callId,
  envelope,
  shares,
  send,
  onprogress = () => {},
}: {
  readonly key: OpenerKey
  readonly callId: string
  readonly envelope: string
  readonly shares: readonly OwnShare[]
  readonly send: (bidId: string, share: string) => Promise<unknown>
  readonly onprogress?: (done: number) => void
}): Promise<readonly Unreleased[]> {
  const { releaseShare, shareFromJson, toText } = await sealing()
  const unreleased: Unreleased[] = []
  for (const [index, { bidId, revision, share }] of shares.entries()) {
    const context: EnvelopeContext = { callId, bidId, revision, envelope }
    try {
      await send(bidId, toText(await releaseShare({ share: shareFromJson(share), key, context })))
    } catch (error) {
      unreleased.push({ bidId, error })
    }
    onprogress((index + 1) / shares.length)
  }
  return unreleased
}
