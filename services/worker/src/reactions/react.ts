import type { ReactionName } from '@enlace/contracts'
import {
  asSystem,
  commitUnflushed,
  failReaction,
  finishReaction,
  inOrder,
  readAsSystem,
  readEvent,
  type Database,
} from '@enlace/database'
import { asId, assert, type EventId } from '@enlace/domain'
import type { Logger } from '@enlace/runtime'

import type { Afterwards, Reaction } from './reaction.ts'

/**
 * Carries one delivery out and commits its effect together with the mark that it is done. A second delivery finds the
 * mark and changes nothing; a failure is counted in Postgres, from where it is delivered again.
 */
export const deliver =
  (database: Database, log: Logger, name: ReactionName, reaction: Reaction) =>
  async (id: string): Promise<void> => {
    const eventId = asId<EventId>(id)
    try {
      const tells = await carryOut(database, eventId, name, reaction)
      for (const tell of tells)
        await tell().catch((error: Error) => log.warn({ err: error, eventId, reaction: name }, 'not told at once'))
    } catch (error) {
      const requestId = await readAsSystem(database, (reader) => readEvent(reader, eventId)).then(
        (event) => event?.requestId,
        () => null,
      )
      log.error({ err: error as Error, eventId, reaction: name, requestId }, 'reaction failed')
      await asSystem(database, (tx) =>
        failReaction(tx, eventId, name, error instanceof Error ? error.message : String(error)),
      )
    }
  }

type Tell = Parameters<Afterwards>[0]

/** @returns what is to be told now that the effect is committed */
async function carryOut(
  database: Database,
  eventId: EventId,
  name: ReactionName,
  reaction: Reaction,
): Promise<readonly Tell[]> {
  await reaction.ready?.()
  const tells: Tell[] = []
  if ('atOnce' in reaction) {
    await asSystem(database, async (tx) => {
      const [first, event] = await inOrder([
        finishReaction(tx, eventId, name),
        readEvent(tx, eventId),
        reaction.derived === true ? commitUnflushed(tx) : null,
      ])
      if (first && event !== null) await reaction.atOnce(event)(tx, (tell) => tells.push(tell))
    })
    return tells
  }
  const event = await readAsSystem(database, (reader) => readEvent(reader, eventId))
  assert(event !== null, 'a reaction is owed to an event')
  const effect = await reaction.prepare(event)
  await asSystem(database, async (tx) => {
    if (await finishReaction(tx, eventId, name)) await effect(tx)
  })
  return tells
}
