import { asSystem, deleteSession } from '@enlace/database'

import type { Kit } from './kit.ts'
import { readActor } from './read-actor.ts'
import type { Visitor } from './settings.ts'

/** Ends the session a visitor came with: signing in never goes on with a token that was known before. */
export async function retireSession({ settings }: Kit, visitor: Visitor): Promise<void> {
  const { actor, sessionId } = await readActor(settings, visitor.cookie)
  if (sessionId === null || actor.kind === 'anonymous' || actor.kind === 'system') return
  await asSystem(settings.database, (tx) => deleteSession(tx, actor.userId, sessionId))
}
