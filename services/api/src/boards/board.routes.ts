import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { announce, listAnnouncements } from './announce.ts'
import { readBoard, readMoves } from './read-board.ts'
import { holdSlot, lockMeeting, releaseHold } from './run-board.ts'

export function mountBoards(mount: Mount): void {
  mount.inTransaction(contract.readBoard, readBoard)
  mount.inTransaction(contract.readMoves, readMoves)
  mount.inTransaction(contract.lockMeeting, lockMeeting)
  mount.inTransaction(contract.holdSlot, holdSlot)
  mount.inTransaction(contract.releaseHold, releaseHold)
  mount.inTransaction(contract.listAnnouncements, listAnnouncements)
  mount.inTransaction(contract.announce, announce)
}
