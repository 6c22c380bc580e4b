import { asSystem, listOpenNeeds, moveCursor, readCursor, type Database } from '@enlace/database'

import { noEffect, type Reaction } from '../reactions/reaction.ts'
import { rankOneNeed } from './rank-need.ts'
import type { RankingBooks } from './ranking-books.ts'

/** Needs that are ranked in one transaction: few, so that a buyer's own change waits for them only a moment. */
const sliceSize = 10

/**
/**
 * Ranks every open need anew after many suppliers came or went at once, were read by a model, or the usual weights became
 * others. The needs are taken in the order of their ids, and how far it got is kept with each slice, so that a killed
 * worker's work goes on where it was.
 */
export const rankImport = (database: Database, books: RankingBooks): Reaction => ({
  prepare: async (event) => {
    let from = await asSystem(database, (tx) => readCursor(tx, event.id, 'rank-import'))
    for (;;) {
      const ids = await asSystem(database, (tx) => listOpenNeeds(tx, from === '' ? null : from, sliceSize))
      const to = ids.at(-1)
      if (to === undefined) return noEffect
      await books.vectors?.level()
      await asSystem(database, async (tx) => {
        if (!(await moveCursor(tx, event.id, 'rank-import', { from, to })))
          throw new Error('another worker ranks for this import')
        for (const id of ids) await rankOneNeed(tx, books, id, event.requestId)
      })
      from = to
    }
  },
})
