import { asSystem, readEvent, recordAll, type Database, type NewEvent } from '@enlace/database'

import type { Effect, Reaction } from '../src/reactions/reaction.ts'

/** Records an event and has a reaction prepare for it, as the worker does; what it changes is for the caller to carry out. */
export async function prepared(database: Database, reaction: Reaction, event: NewEvent): Promise<Effect> {
  if (!('prepare' in reaction)) throw new Error('this reaction does not prepare')
  const recorded = await asSystem(database, async (tx) => {
    const [id] = await recordAll(tx, [event])
    return id === undefined ? null : readEvent(tx, id)
  })
  if (recorded === null) throw new Error('what was recorded can be read')
  return reaction.prepare(recorded)
}
