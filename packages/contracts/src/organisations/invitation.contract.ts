import { memberRoles, organisationKinds, type InvitationId, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint } from '../endpoint.ts'
import * as wire from '../wire.ts'

export const invitationView = z.object({
  id: wire.id<InvitationId>(),
  email: z.string(),
  role: z.enum(memberRoles),
  createdAt: wire.instant,
  expiresAt: wire.instant,
  expired: z.boolean(),
  /** The codes by which its address refused the mail for good. */
  refusal: z.nullable(z.string()),
})
export type InvitationView = z.output<typeof invitationView>

const organisation = z.object({ id: wire.id<OrganisationId>() })

export const inviteMember = endpoint({
  name: 'inviteMember',
  summary: 'Invite a person by mail; the link holds for seven days, and inviting again replaces it.',
  noun: 'organisations',
  method: 'POST',
  path: '/api/organisations/:id/invitations',
  access: 'member',
  params: organisation,
  body: z.object({ email: wire.email, role: z.enum(memberRoles) }),
  success: 201,
  response: invitationView,
  problems: ['thing.not-found', 'thing.conflict', 'identity.forbidden', 'organisation.role', 'identity.rate-limited'],
})

export const listInvitations = endpoint({
  name: 'listInvitations',
  summary: 'Invitations that were neither accepted nor withdrawn, newest first.',
  noun: 'organisations',
  method: 'GET',
  path: '/api/organisations/:id/invitations',
  access: 'member',
  params: organisation,
  query: z.object(wire.paging),
  response: wire.page(invitationView),
  problems: ['thing.not-found'],
})

export const withdrawInvitation = endpoint({
  name: 'withdrawInvitation',
  summary: 'Withdraw an invitation; its link stops working.',
  noun: 'organisations',
  method: 'DELETE',
  path: '/api/organisations/:id/invitations/:invitationId',
  access: 'member',
  params: z.object({ id: wire.id<OrganisationId>(), invitationId: wire.id<InvitationId>() }),
  success: 204,
  problems: ['thing.not-found', 'identity.forbidden'],
})

export const readInvitation = endpoint({
  name: 'readInvitation',
  summary: 'What an invitation is for, by the token of its link.',
  noun: 'organisations',
  method: 'POST',
  path: '/api/invitations/read',
  access: 'public',
  body: z.object({ token: wire.token }),
  response: z.object({
    organisation: z.object({ id: wire.id<OrganisationId>(), name: z.string(), kind: z.enum(organisationKinds) }),
    email: z.string(),
    role: z.enum(memberRoles),
    invitedBy: z.nullable(z.string()),
    expiresAt: wire.instant,
  }),
  problems: ['invitation.spent', 'identity.rate-limited'],
})

export const acceptInvitation = endpoint({
  name: 'acceptInvitation',
  summary:
    'Become a member by the token of an invitation sent to the own address, and act for the organisation at once.',
  noun: 'organisations',
  method: 'POST',
  path: '/api/invitations/accept',
  access: 'person',
  body: z.object({ token: wire.token }),
  response: z.object({ organisationId: wire.id<OrganisationId>() }),
  problems: ['invitation.spent', 'invitation.other-person', 'identity.rate-limited'],
})
