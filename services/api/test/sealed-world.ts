import type { CallView, OpeningView, Receipt, SeatView } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import type { BidId } from '@enlace/domain'
import {
  envelopeToJson,
  newOpenerKey,
  releaseShare,
  sealEnvelope,
  shareFromJson,
  toText,
  type OpenerKey,
} from '@enlace/sealing'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { callContent } from './call-world.ts'
import type { Answer, Client, People, Signed } from './test-api.ts'

/** One who opens, with its key as its browser has it. */
export type Opener = Signed & { readonly key: OpenerKey }
export type SealedCall = {
  readonly call: CallView
  readonly author: Client
  readonly evaluator: Client
  readonly openers: readonly [Opener, Opener, Opener]
}

const emailOf = async (api: People, { userId }: Signed): Promise<string> => {
  const [row] = await asSystem(api.system, (tx) =>
    tx.execute<{ email: string }>(sql`update users set email_verified = true where id = ${userId} returning email`),
  )
  return row?.email ?? ''
}

/** Who has an opening key, registered. */
export async function withKey(signed: Signed): Promise<Opener> {
  const { key } = await newOpenerKey('a passphrase for tests', 600_000)
  const { status } = await signed.client.post('/api/opener-keys', { publicKey: key.publicKey })
  if (status !== 201) throw new Error(`the key was refused: ${status}`)
  return { ...signed, key }
}

/** A draft of a sealed call whose seats are all taken: two openers of the buyer, one of an agency. */
export async function sealedDraft(
  api: People,
  given: object = {},
): Promise<SealedCall & { readonly approver: Client }> {
  const author = await api.member('buyer')
  const [approver, evaluator, colleague] = [
    await api.colleague(author.organisationId, 'buyer'),
    await api.colleague(author.organisationId, 'buyer'),
    await withKey(await api.colleague(author.organisationId, 'buyer')),
  ]
  const [own, outside] = [await withKey(author), await withKey(await api.member('agency'))]
  const written = await author.client.post('/api/calls', callContent({ sealing: 'sealed', threshold: 2, ...given }))
  const call: CallView = written.body
  const seat = async (name: string, who: Signed): Promise<readonly SeatView[]> => {
    const { status, body } = await author.client.post(`/api/calls/${call.id}/seats`, {
      seat: name,
      email: await emailOf(api, who),
    })
    if (status !== 201) throw new Error(JSON.stringify(body))
    return (body as { items: SeatView[] }).items
  }
  await seat('approver', approver)
  await seat('evaluator', evaluator)
  await seat('opener', own)
  await seat('opener', colleague)
  const asked = (await seat('opener', outside)).find((one) => one.seat === 'opener' && one.acceptedAt === null)
  const accepted = await outside.client.post(`/api/calls/${call.id}/seats/${asked?.id}/accept`, {})
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body))
  return {
    call,
    author: author.client,
    approver: approver.client,
    evaluator: evaluator.client,
    openers: [own, colleague, outside],
  }
}

/** The same, published. */
export async function sealedCall(api: People, given: object = {}): Promise<SealedCall> {
  const draft = await sealedDraft(api, given)
  const published = await draft.approver.post(`/api/calls/${draft.call.id}/publish`, {})
  if (published.status !== 200) throw new Error(JSON.stringify(published.body))
  return { ...draft, call: published.body }
}

export type SealedContent = { readonly technical: object; readonly price: object }
export const sealedContent = (how: string, price: number): SealedContent => ({
  technical: { answers: [{ key: 'how', text: how }], prices: [] },
  price: { answers: [], prices: [price] },
})

/** Seals a bid as a bidder's browser does, to those who open or to others. */
export async function sealedEnvelopes(
  call: CallView,
  bidId: string,
  content: Partial<SealedContent>,
  openers = call.openers.map(({ id, publicKey }) => ({ id: id as string, publicKey: publicKey ?? '' })),
  revision = 1,
): Promise<Record<string, unknown>> {
  const sealed: Record<string, unknown> = {}
  for (const [envelope, written] of Object.entries(content)) {
    const context = { callId: call.id, bidId, revision, envelope }
    const plaintext = new TextEncoder().encode(JSON.stringify(written))
    sealed[envelope] = { sealed: envelopeToJson(await sealEnvelope({ plaintext, openers, threshold: 2, context })) }
  }
  return sealed
}

/** Hands in a sealed bid of a new supplier. */
export async function sealedBid(
  api: People,
  call: CallView,
  content: SealedContent,
): Promise<{ readonly firm: Signed; readonly receipt: Receipt }> {
  const firm = await api.member('supplier')
  const bidId = uuidv7()
  const envelopes = await sealedEnvelopes(call, bidId, content)
  const { status, body } = await firm.client.put(`/api/calls/${call.id}/bid`, {
    bidId,
    revision: 1,
    callVersion: call.version,
    envelopes,
  })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return { firm, receipt: body }
}

/** Releases an opener's shares of the next envelope, as its browser does: all that unseal, but for those of some bids. */
export async function releaseAs(
  { client, key }: Opener,
  call: CallView,
  without: readonly BidId[] = [],
): Promise<Answer> {
  const { body }: { body: OpeningView } = await client.get(`/api/calls/${call.id}/opening`)
  const { envelope, shares } = body
  const clear = await Promise.all(
    shares
      .filter(({ bidId }) => !without.includes(bidId))
      .map(async ({ bidId, revision, share }) => {
        const context = { callId: call.id, bidId, revision, envelope: envelope ?? '' }
        const released = await releaseShare({ share: shareFromJson(share), key, context }).catch(() => null)
        return released === null ? [] : [{ bidId, share: toText(released) }]
      }),
  )
  return client.post(`/api/calls/${call.id}/releases`, { envelope, shares: clear.flat() })
}
