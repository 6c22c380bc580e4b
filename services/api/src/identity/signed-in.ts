import type { FastifyRequest } from 'fastify'

import { asSystem, readPerson, type PersonRow } from '@enlace/database'
import { Problem, type Actor, type SessionId, type UserId } from '@enlace/domain'
import type { Identity } from '@enlace/identity'

import { identify } from './visitor.ts'

export type SignedIn = { readonly userId: UserId; readonly sessionId: SessionId; readonly actor: Actor }

/**
 * The person and session behind a request to an endpoint for persons.
 * @throws Problem identity.required
 */
export async function signedIn(identity: Identity, request: FastifyRequest): Promise<SignedIn> {
  const { actor, sessionId } = await identify(identity, request)
  if (sessionId === null || actor.kind === 'anonymous' || actor.kind === 'system')
    throw new Problem('identity.required', 'Sign in first.')
  return { userId: actor.userId, sessionId, actor }
}

/** The person of a session, who may have been erased a moment ago. */
export async function personOf(identity: Identity, userId: UserId): Promise<PersonRow> {
  const person = await asSystem(identity.settings.database, (tx) => readPerson(tx, userId))
  if (person === null) throw new Problem('identity.required', 'Sign in first.')
  return person
}
