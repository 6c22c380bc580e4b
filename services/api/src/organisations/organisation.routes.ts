import * as contract from '@enlace/contracts'
import type { Identity } from '@enlace/identity'

import type { Mount } from '../http/mount.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { createOrganisation } from './create-organisation.ts'
import { listInvitations, readInvitation, withdrawInvitation } from './invitations.ts'
import { inviteMember } from './invite-member.ts'
import { changeRole, listMembers, removeMember } from './members.ts'
import { readOrganisation, updateOrganisation } from './organisations.ts'

export function mountOrganisations(mount: Mount, identity: Identity): void {
  mount.open(contract.createOrganisation, createOrganisation(identity))
  mount.inTransaction(contract.readOrganisation, readOrganisation)
  mount.inTransaction(contract.updateOrganisation, updateOrganisation)
  mount.inTransaction(contract.listMembers, listMembers)
  mount.inTransaction(contract.changeRole, changeRole)
  mount.inTransaction(contract.removeMember, removeMember)
  mount.inTransaction(contract.inviteMember, inviteMember(identity))
  mount.inTransaction(contract.listInvitations, listInvitations)
  mount.inTransaction(contract.withdrawInvitation, withdrawInvitation)
  mount.open(contract.readInvitation, readInvitation(identity))
  mount.open(contract.acceptInvitation, acceptInvitation(identity))
}
