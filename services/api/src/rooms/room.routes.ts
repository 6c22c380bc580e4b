import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { listRooms, setRoom } from './run-rooms.ts'
import { enterRoom, leaveRoom, readRoom } from './visit-room.ts'

export function mountRooms(mount: Mount): void {
  mount.inTransaction(contract.listRooms, listRooms)
  mount.inTransaction(contract.setRoom, setRoom)
  mount.inTransaction(contract.readRoom, readRoom)
  mount.inTransaction(contract.enterRoom, enterRoom)
  mount.inTransaction(contract.leaveRoom, leaveRoom)
}
