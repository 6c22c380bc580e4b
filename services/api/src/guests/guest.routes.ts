import * as contract from '@enlace/contracts'
import type { Database } from '@enlace/database'
import type { Identity } from '@enlace/identity'

import type { Mount } from '../http/mount.ts'
import { acceptGuestInvitation, declineGuestInvitation, readGuestInvitation } from './answer-invitation.ts'
import { declineInvitation, inviteFirms } from './invite-firms.ts'
import { inviteGuests, listGuests, withdrawGuest } from './invite-guests.ts'
import { mendGuest, remindGuests } from './remind-guests.ts'

export function mountGuests(mount: Mount, database: Database, identity: Identity): void {
  mount.inTransaction(contract.listGuests, listGuests)
  mount.inTransaction(contract.inviteGuests, inviteGuests(identity))
  mount.inTransaction(contract.withdrawGuest, withdrawGuest)
  mount.inTransaction(contract.inviteFirms, inviteFirms(identity))
  mount.inTransaction(contract.declineInvitation, declineInvitation)
  mount.inTransaction(contract.remindGuests, remindGuests(identity))
  mount.inTransaction(contract.mendGuest, mendGuest(identity))
  mount.open(contract.readGuestInvitation, readGuestInvitation(database, identity))
  mount.open(contract.declineGuestInvitation, declineGuestInvitation(database, identity))
  mount.inTransaction(contract.acceptGuestInvitation, acceptGuestInvitation(identity))
}
