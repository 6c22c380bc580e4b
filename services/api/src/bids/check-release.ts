import type { CallRow, LiveEnvelope, ReleasedShare } from '@enlace/database'
import { Problem, type Envelope, type FieldFault, type SeatId } from '@enlace/domain'
import { fromText, isShare } from '@enlace/sealing'

import { contextOf, sealedOf } from './sealed-body.ts'

/**
 * Refuses shares that are not those which bidders sealed to this opener, so that nothing wrong is ever kept. One may be
 * missing: what does not unseal cannot be handed over.
 */
export async function checkRelease(
  call: CallRow,
  envelope: Envelope,
  seatId: SeatId,
  bids: readonly LiveEnvelope[],
  given: readonly ReleasedShare[],
): Promise<void> {
  const faults: FieldFault[] = []
  const fault = (at: number, code: string, message: string): void =>
    void faults.push({ path: `body.shares.${at}`, code, message })
  for (const [at, { bidId, share }] of given.entries()) {
    const bid = bids.find((one) => one.bidId === bidId)
    const sealed = bid === undefined ? null : sealedOf(bid.body)
    const own = sealed?.shares.find(({ openerId }) => openerId === seatId)
    const bytes = fromText(share)
    if (given.findIndex((one) => one.bidId === bidId) !== at) fault(at, 'twice', 'Give one share for each bid.')
    else if (bid === undefined || own === undefined) fault(at, 'unknown', 'No bid waits for this share.')
    else if (bytes === null || !(await isShare(bytes, own, contextOf(call, bid, envelope))))
      fault(at, 'sealing.tampered', 'This is not the share that the bidder sealed to you.')
  }
  if (faults.length > 0)
    throw new Problem('opening.share', 'These are not the shares that were sealed to you.', faults.slice(0, 50))
}
