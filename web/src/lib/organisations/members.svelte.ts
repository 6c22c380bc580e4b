import {
  changeRole,
  listInvitations,
  listMembers,
  removeMember,
  withdrawInvitation,
  type InvitationView,
  type MemberView,
} from '@enlace/contracts'
import type { MemberRole, OrganisationId } from '@enlace/domain'
import { call } from '$lib/api/call.ts'

/** The people of an organisation and those it invited, as they are shown and changed on its page. */
export class Members {
  readonly organisationId: OrganisationId
  people = $state.raw<readonly MemberView[]>([])
  invitations = $state.raw<readonly InvitationView[]>([])
  next = $state<string | null>(null)
  loaded = $state(false)
  error = $state<unknown>(null)

  constructor(organisationId: OrganisationId) {
    this.organisationId = organisationId
  }

  /** Reads both lists from the start; a failure stands in `error`. */
  async load(): Promise<void> {
    const params = { id: this.organisationId }
    try {
      const [members, invitations] = await Promise.all([
        call(listMembers, { params, query: { limit: 50 } }),
        call(listInvitations, { params, query: { limit: 50 } }),
      ])
      this.people = members.items
      this.next = members.next
      this.invitations = invitations.items
      this.error = null
    } catch (error) {
      this.error = error
    }
    this.loaded = true
  }

  async more(): Promise<void> {
    if (this.next === null) return
    const page = await call(listMembers, {
      params: { id: this.organisationId },
      query: { limit: 50, cursor: this.next },
    })
    this.people = [...this.people, ...page.items]
    this.next = page.next
  }

  async setRole(member: MemberView, role: MemberRole): Promise<void> {
    await call(changeRole, { params: { id: this.organisationId, userId: member.userId }, body: { role } })
    this.people = this.people.map((one) => (one.userId === member.userId ? { ...one, role } : one))
  }

  async remove(member: MemberView): Promise<void> {
    await call(removeMember, { params: { id: this.organisationId, userId: member.userId } })
    this.people = this.people.filter((one) => one.userId !== member.userId)
  }

  async withdraw(invitation: InvitationView): Promise<void> {
    await call(withdrawInvitation, { params: { id: this.organisationId, invitationId: invitation.id } })
    this.invitations = this.invitations.filter((one) => one.id !== invitation.id)
  }
}
