import * as contract from '@enlace/contracts'
import type { Database } from '@enlace/database'
import type { Identity } from '@enlace/identity'

import type { Mount } from '../http/mount.ts'
import { readInterpretedRoom, writeAsInterpreter } from './interpret-room.ts'
import { listRoomMessages, writeRoomMessage } from './room-messages.ts'
import { listRooms, setRoom } from './run-rooms.ts'
import { enterRoom, leaveRoom, readRoom } from './visit-room.ts'

export function mountRooms(mount: Mount, database: Database, identity: Identity): void {
  mount.inTransaction(contract.listRooms, listRooms)
  mount.inTransaction(contract.setRoom, setRoom)
  mount.inTransaction(contract.readRoom, readRoom)
  mount.inTransaction(contract.enterRoom, enterRoom)
  mount.inTransaction(contract.leaveRoom, leaveRoom)
  mount.inTransaction(contract.listRoomMessages, listRoomMessages)
  mount.inTransaction(contract.writeRoomMessage, writeRoomMessage)
  mount.open(contract.readInterpretedRoom, readInterpretedRoom(database, identity))
  mount.open(contract.writeAsInterpreter, writeAsInterpreter(database, identity))
}
