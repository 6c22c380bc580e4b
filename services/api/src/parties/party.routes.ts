import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { choosePeople } from './choose-people.ts'
import { addPartyMember, changePartyMember, listParties, removePartyMember } from './keep-members.ts'

export function mountParties(mount: Mount): void {
  mount.inTransaction(contract.listParties, listParties)
  mount.inTransaction(contract.addPartyMember, addPartyMember)
  mount.inTransaction(contract.changePartyMember, changePartyMember)
  mount.inTransaction(contract.removePartyMember, removePartyMember)
  mount.inTransaction(contract.choosePeople, choosePeople)
}
