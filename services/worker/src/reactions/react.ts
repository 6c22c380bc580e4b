import type { ReactionName } from '@enlace/contracts'
import { asSystem, failReaction, finishReaction, readEvent, type Database } from '@enlace/database'
import { asId, type EventId } from '@enlace/domain'
import type { Logger } from '@enlace/runtime'

import type { Reaction } from './reaction.ts'

/**
 * Carries one delivery out: reads the event, lets the reaction prepare, and commits its effect together with the
 * mark that it is done. A second delivery finds the mark and changes nothing; a failure is counted in Postgres,
 * from where it is delivered again.
 */
export const deliver =
  (database: Database, log: Logger, name: ReactionName, reaction: Reaction) =>
  async (id: string): Promise<void> => {
    const eventId = asId<EventId>(id)
    const event = await asSystem(database, (tx) => readEvent(tx, eventId))
    if (event === null) return log.warn({ eventId, reaction: name }, 'no such event')
    try {
      const effect = await reaction(event)
      await asSystem(database, async (tx) => {
        if (await finishReaction(tx, eventId, name)) await effect(tx)
      })
    } catch (error) {
      log.error({ err: error as Error, eventId, reaction: name, requestId: event.requestId }, 'reaction failed')
      await asSystem(database, (tx) =>
        failReaction(tx, eventId, name, error instanceof Error ? error.message : String(error)),
      )
    }
  }
