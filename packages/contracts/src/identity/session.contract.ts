import { memberRoles, organisationKinds, type OrganisationId, type SessionId, type UserId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint } from '../endpoint.ts'
import * as wire from '../wire.ts'

/** An organisation as one of its members sees it in the switcher. */
export const membership = z.object({
  id: wire.id<OrganisationId>(),
  name: z.string(),
  kind: z.enum(organisationKinds),
  role: z.enum(memberRoles),
})
export type Membership = z.output<typeof membership>

/** Who the browser is: nobody (`person` null), a person, or a person acting for `organisation` as `role`. */
export const sessionView = z.object({
  person: z.nullable(
    z.object({
      id: wire.id<UserId>(),
      name: z.string(),
      email: z.string(),
      hasPassword: z.boolean(),
      twoFactor: z.boolean(),
    }),
  ),
  organisation: z.nullable(
    z.object({ id: wire.id<OrganisationId>(), name: z.string(), kind: z.enum(organisationKinds) }),
  ),
  role: z.nullable(z.enum(memberRoles)),
  organisations: z.array(membership),
  /** True where one click signs in and mail stays in the product. */
  demo: z.boolean(),
  locale: z.nullable(wire.locale),
})
export type SessionView = z.output<typeof sessionView>

export const readSession = endpoint({
  name: 'readSession',
  summary: 'Who the caller is, for whom it acts, and for whom it could act.',
  noun: 'identity',
  method: 'GET',
  path: '/api/session',
  access: 'public',
  response: sessionView,
})

export const chooseOrganisation = endpoint({
  name: 'chooseOrganisation',
  summary: 'Act for another of the organisations the caller is a member of, in this session.',
  noun: 'identity',
  method: 'POST',
  path: '/api/session/organisation',
  access: 'person',
  body: z.object({ organisationId: wire.id<OrganisationId>() }),
  response: sessionView,
  problems: ['thing.not-found'],
})

export const updatePerson = endpoint({
  name: 'updatePerson',
  summary: "Change the caller's name or the language it is written to in.",
  noun: 'identity',
  method: 'PATCH',
  path: '/api/person',
  access: 'person',
  body: z.object({ name: z.optional(wire.text(200, 1)), locale: z.optional(wire.locale) }),
  response: sessionView,
})

export const ownSession = z.object({
  id: wire.id<SessionId>(),
  current: z.boolean(),
  userAgent: z.nullable(z.string()),
  ipAddress: z.nullable(z.string()),
  createdAt: wire.instant,
  /** Accurate to ten minutes. */
  lastSeenAt: wire.instant,
  expiresAt: wire.instant,
})
export type OwnSession = z.output<typeof ownSession>

export const listSessions = endpoint({
  name: 'listSessions',
  summary: 'Where the caller is signed in, latest first.',
  noun: 'identity',
  method: 'GET',
  path: '/api/sessions',
  access: 'person',
  response: z.object({ items: z.array(ownSession) }),
})

export const revokeSession = endpoint({
  name: 'revokeSession',
  summary: "End one of the caller's sessions; its next request is nobody's.",
  noun: 'identity',
  method: 'DELETE',
  path: '/api/sessions/:id',
  access: 'person',
  params: z.object({ id: wire.id<SessionId>() }),
  success: 204,
  problems: ['thing.not-found'],
})

export const revokeOtherSessions = endpoint({
  name: 'revokeOtherSessions',
  summary: "End all of the caller's sessions but this one.",
  noun: 'identity',
  method: 'POST',
  path: '/api/sessions/revoke-others',
  access: 'person',
  response: z.object({ revoked: z.int() }),
})

export const signOut = endpoint({
  name: 'signOut',
  summary: 'End this session.',
  noun: 'identity',
  method: 'POST',
  path: '/api/sign-out',
  access: 'public',
  success: 204,
})
