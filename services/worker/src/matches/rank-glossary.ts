import { lockFurther, readNeeds, readRankedBy, type Database, type Transaction } from '@enlace/database'
import type { EventPayload } from '@enlace/contracts'
import type { NeedId } from '@enlace/domain'
import { needQuery } from '@enlace/lexical'

import type { Effect, Reaction } from '../reactions/reaction.ts'
import type { NeedBook } from './need-book.ts'
import { rankOpenNeeds } from './rank-import.ts'
import { rankPassportAnew } from './rank-passport.ts'
import type { RankingBooks } from './ranking-books.ts'

/** Those of these needs to which the glossary brings other words now than when their lists were made. */
async function changedNeeds(tx: Transaction, ids: readonly NeedId[]): Promise<readonly NeedId[]> {
  // Locked first: a ranking under way may have read the lines as they were, and is waited for.
  const before = await lockFurther(tx, ids)
  const needs = new Map((await readNeeds(tx, ids)).map((need) => [need.id, need]))
  const rankedBy = await readRankedBy(tx, ids)
  return ids.filter((id) => {
    const need = needs.get(id)
    if (need === undefined) return false
    return before.get(id)?.join(' ') !== needQuery(need, rankedBy.get(id)?.lines).further.join(' ')
  })
}

/** Ranks what a change of a glossary touches: of its buyer the open needs that say a phrase of it, or its supplier's passport. */
export const rankGlossary = (database: Database, books: RankingBooks, needs: NeedBook): Reaction => ({
  prepare: async (event): Promise<Effect> => {
    const { organisationId, of } = event.payload as EventPayload<'glossary.changed'>
    if (of === 'passport') return rankPassportAnew(books, needs, { organisationId, requestId: event.requestId })
    return rankOpenNeeds(database, books, event, {
      name: 'rank-glossary',
      buyerId: organisationId,
      changes: changedNeeds,
    })
  },
})
