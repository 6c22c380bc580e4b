import { asSystem, listOpenNeeds, moveCursor, readCursor, type Database, type Transaction } from '@enlace/database'
import type { ReactionName, RecordedEvent } from '@enlace/contracts'
import type { NeedId, OrganisationId } from '@enlace/domain'

import { noEffect, type Effect, type Reaction } from '../reactions/reaction.ts'
import { rankOneNeed } from './rank-need.ts'
import type { RankingBooks } from './ranking-books.ts'

/** Needs that are ranked in one transaction: few, so that a buyer's own change waits for them only a moment. */
const sliceSize = 10

/** Of which open needs a reaction speaks: those of one buyer or of all, and of a slice of them those that it changes. */
export type Spoken = {
  readonly name: ReactionName
  readonly buyerId: OrganisationId | null
  readonly changes: (tx: Transaction, ids: readonly NeedId[]) => Promise<readonly NeedId[]>
}

/**
 * Ranks open needs anew in the order of their ids. How far it got is kept with each slice, so that a killed worker's work
 * goes on where it was.
 */
export async function rankOpenNeeds(
  database: Database,
  books: RankingBooks,
  event: RecordedEvent,
  { name, buyerId, changes }: Spoken,
): Promise<Effect> {
  let from = await asSystem(database, (tx) => readCursor(tx, event.id, name))
  for (;;) {
    const ids = await asSystem(database, (tx) => listOpenNeeds(tx, from === '' ? null : from, sliceSize, buyerId))
    const to = ids.at(-1)
    if (to === undefined) return noEffect
    await books.vectors?.level()
    await asSystem(database, async (tx) => {
      if (!(await moveCursor(tx, event.id, name, { from, to })))
        throw new Error(`another worker does this ${name} already`)
      for (const id of await changes(tx, ids)) await rankOneNeed(tx, books, id, event.requestId)
    })
    from = to
  }
}

/**
 * Ranks every open need anew after many suppliers came or went at once, were read by a model, or the usual weights became
 * others.
 */
export const rankImport = (database: Database, books: RankingBooks): Reaction => ({
  prepare: (event) =>
    rankOpenNeeds(database, books, event, {
      name: 'rank-import',
      buyerId: null,
      changes: (_tx, ids) => Promise.resolve(ids),
    }),
})
