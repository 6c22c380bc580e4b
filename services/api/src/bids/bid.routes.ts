import type { Signer } from '@enlace/audit-log'
import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { confirmBid, readBid, submitBid, withdrawBid } from './hand-in-bid.ts'
import { readOpening, releaseEnvelope } from './open-bids.ts'
import { listBids, settleEnvelope } from './settle-envelope.ts'

export function mountBids(mount: Mount, signer: Signer): void {
  mount.inTransaction(contract.readBid, readBid(signer))
  mount.inTransaction(contract.submitBid, submitBid)
  mount.inTransaction(contract.confirmBid, confirmBid(signer))
  mount.inTransaction(contract.withdrawBid, withdrawBid)
  mount.inTransaction(contract.readOpening, readOpening)
  mount.inTransaction(contract.releaseEnvelope, releaseEnvelope)
  mount.inTransaction(contract.listBids, listBids)
  mount.inTransaction(contract.settleEnvelope, settleEnvelope)
}
