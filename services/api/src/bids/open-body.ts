import { envelopeContent, type EnvelopeBody } from '@enlace/contracts'
import type { CallRow, LiveEnvelope, Opened, ReleasedShare } from '@enlace/database'
import { envelopeFaults, type Envelope, type EnvelopeContent, type SeatId } from '@enlace/domain'
import { fromText, openEnvelope, SealingError, type EnvelopeContext } from '@enlace/sealing'
import * as z from 'zod/mini'

import { contextOf, sealedOf } from './sealed-body.ts'

/** What the openers released, each with his seat. */
export type Released = readonly { readonly seatId: SeatId; readonly shares: readonly ReleasedShare[] }[]

/** Opens the envelope of one bid; what is wrong with it keeps only this one closed. */
export async function openBody(
  call: CallRow,
  envelope: Envelope,
  { bidId, revision, body }: LiveEnvelope,
  released: Released,
): Promise<Opened> {
  const shares = released.flatMap(({ seatId, shares: given }) =>
    given.flatMap((one) =>
      one.bidId === bidId ? [{ openerId: seatId, share: fromText(one.share) ?? new Uint8Array() }] : [],
    ),
  )
  const content = await contentOf(body, shares, contextOf(call, { bidId, revision }, envelope))
  if (typeof content === 'string') return { bidId, content: null, fault: content }
  const [fault] = envelopeFaults(call, envelope, content)
  return fault === undefined ? { bidId, content, fault: null } : { bidId, content: null, fault: 'bid.incomplete' }
}

/** What lies in an envelope, or the code of why it does not open. */
async function contentOf(
  body: EnvelopeBody,
  shares: Parameters<typeof openEnvelope>[0]['shares'],
  context: EnvelopeContext,
): Promise<EnvelopeContent | string> {
  if ('plain' in body) return body.plain
  const envelope = sealedOf(body)
  if (envelope === null) return 'sealing.tampered'
  try {
    return readContent(await openEnvelope({ envelope, shares, context })) ?? 'sealing.malformed'
  } catch (error) {
    if (error instanceof SealingError) return error.code
    throw error
  }
}

/** What a bidder's browser wrote before it sealed; nobody has checked it until now. */
function readContent(bytes: Uint8Array): EnvelopeContent | null {
  try {
    const parsed = z.safeParse(envelopeContent, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
