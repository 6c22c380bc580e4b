import type { ReactionName } from '@enlace/contracts'
import {
  asSystem,
  commitUnflushed,
  failReaction,
  finishReactions,
  inOrder,
  readAsSystem,
  readEvent,
  type Database,
} from '@enlace/database'
import { asId, assert, type EventId } from '@enlace/domain'
import type { Logger } from '@enlace/runtime'

import { isAtOnce, type Afterwards, type AtOnce, type Reaction } from './reaction.ts'

/**
 * Carries one delivery out and commits its effect together with the mark that it is done. A second delivery finds the
 * mark and changes nothing; a failure is counted in Postgres, from where it is delivered again.
 */
export const deliver =
  (database: Database, log: Logger, name: ReactionName, reaction: Reaction) =>
  async (id: string): Promise<void> => {
    const eventId = asId<EventId>(id)
    try {
      await (isAtOnce(reaction)
        ? carryOutAtOnce(database, log, eventId, [[name, reaction]])
        : carryOutPrepared(database, eventId, name, reaction))
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

/**
 * The same for several reactions to one event. Those that are nothing but their effect share a transaction (DECISIONS
 * 165); where one of them fails, each is carried out by itself, so that none has to answer for another.
 */
export function deliverAll(database: Database, log: Logger, reactions: Readonly<Record<ReactionName, Reaction>>) {
  const alone = (id: string, name: ReactionName): Promise<void> => deliver(database, log, name, reactions[name])(id)
  const together = async (id: string, sharing: readonly Named[]): Promise<void> => {
    if (sharing.length > 1)
      try {
        return await carryOutAtOnce(database, log, asId<EventId>(id), sharing)
      } catch (error) {
        log.warn({ err: error as Error, eventId: id }, 'reactions could not be carried out together')
      }
    for (const [name] of sharing) await alone(id, name)
  }
  return async (id: string, names: readonly ReactionName[]): Promise<void> => {
    const sharing = names.flatMap((name): Named[] => {
      const reaction = reactions[name]
      return isAtOnce(reaction) ? [[name, reaction]] : []
    })
    // What prepares may take long, and nothing waits for it.
    const preparing = names.filter((name) => !isAtOnce(reactions[name]))
    await Promise.all([together(id, sharing), ...preparing.map((name) => alone(id, name))])
  }
}

type Named = readonly [ReactionName, AtOnce]
type Tell = Parameters<Afterwards>[0]

/** Carries reactions out in their order, in one transaction, and tells what is to be told once it is committed. */
async function carryOutAtOnce(
  database: Database,
  log: Logger,
  eventId: EventId,
  reactions: readonly Named[],
): Promise<void> {
  for (const [, reaction] of reactions) await reaction.ready?.()
  const names = reactions.map(([name]) => name)
  const tells: Tell[] = []
  await asSystem(database, async (tx) => {
    const [owed, event] = await inOrder([
      finishReactions(tx, eventId, names),
      readEvent(tx, eventId),
      reactions.every(([, { derived }]) => derived === true) ? commitUnflushed(tx) : null,
    ])
    if (event === null) return
    for (const [name, { atOnce }] of reactions) if (owed.has(name)) await atOnce(event)(tx, (tell) => tells.push(tell))
  })
  for (const tell of tells)
    await tell().catch((error: Error) => log.warn({ err: error, eventId, reactions: names }, 'not told at once'))
}

async function carryOutPrepared(
  database: Database,
  eventId: EventId,
  name: ReactionName,
  reaction: Exclude<Reaction, AtOnce>,
): Promise<void> {
  await reaction.ready?.()
  const event = await readAsSystem(database, (reader) => readEvent(reader, eventId))
  assert(event !== null, 'a reaction is owed to an event')
  const effect = await reaction.prepare(event)
  await asSystem(database, async (tx) => {
    if ((await finishReactions(tx, eventId, [name])).has(name)) await effect(tx)
  })
}
