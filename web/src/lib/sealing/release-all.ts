import type { OpeningView } from '@enlace/contracts'
import type { BidId, CallId, Envelope } from '@enlace/domain'
import type { OpenerKey } from '@enlace/sealing'
import { sealing } from './sealing.ts'

export type OwnShare = OpeningView['shares'][number]
/** What an opener hands over, and the bids of which it cannot: their opening fails alone. */
export type Released = {
  readonly shares: readonly { readonly bidId: BidId; readonly share: string }[]
  readonly failed: readonly { readonly bidId: BidId; readonly error: unknown }[]
}

/** Unseals an opener's shares of one envelope of all bids; one that was tampered with keeps none of the others back. */
export async function releaseAll({
  key,
  callId,
  envelope,
  shares,
  onprogress = () => {},
}: {
  readonly key: OpenerKey
  readonly callId: CallId
  readonly envelope: Envelope
  readonly shares: readonly OwnShare[]
  readonly onprogress?: (done: number) => void
}): Promise<Released> {
  const { releaseShare, shareFromJson, toText } = await sealing()
  const released: { bidId: BidId; share: string }[] = []
  const failed: { bidId: BidId; error: unknown }[] = []
  for (const [index, { bidId, revision, share }] of shares.entries()) {
    try {
      const context = { callId, bidId, revision, envelope }
      released.push({ bidId, share: toText(await releaseShare({ share: shareFromJson(share), key, context })) })
    } catch (error) {
      failed.push({ bidId, error })
    }
    onprogress((index + 1) / shares.length)
  }
  return { shares: released, failed }
}
