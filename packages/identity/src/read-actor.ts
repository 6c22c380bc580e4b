import { readActingSession, touchSession } from '@enlace/database'
import { anonymous, type Actor, type SessionId } from '@enlace/domain'

import { readSignedCookie, sessionCookie } from './cookie.ts'
import type { IdentitySettings } from './settings.ts'
import { hashToken } from './token.ts'

/** Who a request comes from, and in which session. */
export type Identified = { readonly actor: Actor; readonly sessionId: SessionId | null }

const nobody: Identified = { actor: anonymous, sessionId: null }

/**
 * Who a Cookie header speaks for at this moment: the signature first, then one statement for session, membership and
 * role, so that a revocation holds from the next request on. Anything amiss makes it nobody's.
 */
export async function readActor(settings: IdentitySettings, cookie: string | undefined): Promise<Identified> {
  const token = readSignedCookie(cookie, sessionCookie(settings.publicUrl), settings.secret)
  if (token === null) return nobody
  const session = await readActingSession(settings.database, hashToken(token))
  if (session === null) return nobody
  if (session.stale) await touchSession(settings.database, session.sessionId)
  return { actor: session.actor, sessionId: session.sessionId }
}
