import type { EnvelopeBody } from '@enlace/contracts'
import type { CallRow, LiveEnvelope, Opened, ReleasedShare } from '@enlace/database'
import { envelopeFaults, type Envelope, type SeatId } from '@enlace/domain'

/** What the openers released, each with his seat. */
export type Released = readonly { readonly seatId: SeatId; readonly shares: readonly ReleasedShare[] }[]

/** Opens the envelope of one bid; what is wrong with it keeps only this one closed. */
export async function openBody(
  call: CallRow,
  envelope: Envelope,
  { bidId, body }: LiveEnvelope,
  released: Released,
): Promise<Opened> {
  const content = await contentOf(body, released)
  if (content === null) return { bidId, content: null, fault: 'sealing.tampered' }
  const [fault] = envelopeFaults(call, envelope, content)
  return fault === undefined ? { bidId, content, fault: null } : { bidId, content: null, fault: 'bid.incomplete' }
}

const contentOf = async (body: EnvelopeBody, _released: Released) => ('plain' in body ? body.plain : null)
