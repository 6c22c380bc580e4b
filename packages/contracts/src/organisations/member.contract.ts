import { memberRoles, type OrganisationId, type UserId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint } from '../endpoint.ts'
import * as wire from '../wire.ts'

export const memberView = z.object({
  userId: wire.id<UserId>(),
  name: z.string(),
  email: z.string(),
  role: z.enum(memberRoles),
  joinedAt: wire.instant,
  me: z.boolean(),
})
export type MemberView = z.output<typeof memberView>

const member = z.object({ id: wire.id<OrganisationId>(), userId: wire.id<UserId>() })

export const listMembers = endpoint({
  name: 'listMembers',
  summary: "The people of the caller's organisation, by name.",
  noun: 'organisations',
  method: 'GET',
  path: '/api/organisations/:id/members',
  access: 'member',
  params: z.object({ id: wire.id<OrganisationId>() }),
  query: z.object(wire.paging),
  response: wire.page(memberView),
  problems: ['thing.not-found'],
})

export const changeRole = endpoint({
  name: 'changeRole',
  summary: 'Give a member another role; it holds from its next request on.',
  noun: 'organisations',
  method: 'PUT',
  path: '/api/organisations/:id/members/:userId',
  access: 'member',
  params: member,
  body: z.object({ role: z.enum(memberRoles) }),
  success: 204,
  problems: ['thing.not-found', 'identity.forbidden', 'organisation.role', 'organisation.last-owner'],
})

export const removeMember = endpoint({
  name: 'removeMember',
  summary: 'Remove a member, or leave oneself; it holds from the next request on.',
  noun: 'organisations',
  method: 'DELETE',
  path: '/api/organisations/:id/members/:userId',
  access: 'member',
  params: member,
  success: 204,
  problems: ['thing.not-found', 'identity.forbidden', 'organisation.last-owner'],
})
