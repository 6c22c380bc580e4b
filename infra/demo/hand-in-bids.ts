import { v7 as uuidv7 } from 'uuid'

import * as contract from '@enlace/contracts'
import type { CallView, EnvelopeBody } from '@enlace/contracts'
import { submitBid } from '@enlace/api/bids/hand-in-bid'
import type { Transaction } from '@enlace/database'
import { asId, assert, type BidId, type Envelope, type EnvelopeContent } from '@enlace/domain'
import { envelopeToJson, sealEnvelope } from '@enlace/sealing'

import { act } from './act.ts'
import type { Cast } from './cast.ts'
import type { Demo } from './demo.ts'

type DemoBid = Demo['calls'][number]['bids'][number]
/** The bids of a call, by the key of who handed them in. */
export type Bids = ReadonlyMap<string, BidId>

const contentOf = ({ fields }: CallView, bid: DemoBid, envelope: Envelope): EnvelopeContent => ({
  answers: fields
    .filter((field) => field.envelope === envelope)
    .map(({ key }) => ({ key, text: bid.answers[key] ?? '' })),
  prices: envelope === 'price' ? [bid.price] : [],
})

/** Seals an envelope to those who open the call, as a bidder's browser does. */
async function sealed(
  call: CallView,
  bidId: BidId,
  envelope: Envelope,
  content: EnvelopeContent,
): Promise<EnvelopeBody> {
  const openers = call.openers.map(({ id, publicKey }) => {
    assert(publicKey !== null, 'everybody who opens a published call has a key')
    return { id, publicKey }
  })
  const context = { callId: call.id, bidId, revision: 1, envelope }
  const plaintext = new TextEncoder().encode(JSON.stringify(content))
  const { threshold } = call
  return { sealed: envelopeToJson(await sealEnvelope({ plaintext, openers, threshold, context })) as never }
}

/** Hands in what suppliers bid in a call. */
export async function handInBids(tx: Transaction, call: CallView, bids: readonly DemoBid[], cast: Cast): Promise<Bids> {
  const ids = new Map<string, BidId>()
  for (const bid of bids) {
    const bidId = asId<BidId>(uuidv7())
    const envelopes: Partial<Record<Envelope, EnvelopeBody>> = {}
    for (const envelope of call.envelopes) {
      const content = contentOf(call, bid, envelope)
      envelopes[envelope] =
        call.sealing === 'sealed' ? await sealed(call, bidId, envelope, content) : { plain: content }
    }
    await act(tx, cast(bid.bidder), [contract.submitBid, submitBid], {
      params: { id: call.id },
      body: { bidId, revision: 1, callVersion: call.version, envelopes },
    })
    ids.set(bid.bidder, bidId)
  }
  return ids
}
