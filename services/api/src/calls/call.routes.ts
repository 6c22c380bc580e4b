import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { inviteToCall, listInvited } from './ask-by-name.ts'
import { amendCall, cancelCall, publishCall } from './publish-call.ts'
import { listCalls, listCallVersions, readCall } from './read-calls.ts'
import { acceptSeat, leaveSeat, listSeats, nameSeat } from './seats.ts'
import { editCall, writeCall } from './write-call.ts'

export function mountCalls(mount: Mount): void {
  mount.inTransaction(contract.writeCall, writeCall)
  mount.inTransaction(contract.inviteToCall, inviteToCall)
  mount.inTransaction(contract.listInvited, listInvited)
  mount.inTransaction(contract.editCall, editCall)
  mount.inTransaction(contract.readCall, readCall)
  mount.inTransaction(contract.listCallVersions, listCallVersions)
  mount.inTransaction(contract.listCalls, listCalls)
  mount.inTransaction(contract.publishCall, publishCall)
  mount.inTransaction(contract.amendCall, amendCall)
  mount.inTransaction(contract.cancelCall, cancelCall)
  mount.inTransaction(contract.listSeats, listSeats)
  mount.inTransaction(contract.nameSeat, nameSeat)
  mount.inTransaction(contract.leaveSeat, leaveSeat)
  mount.inTransaction(contract.acceptSeat, acceptSeat)
}
