import type { EventPayload } from '@enlace/contracts'
import type { Database } from '@enlace/database'

import type { Reaction } from '../reactions/reaction.ts'
import type { NeedBook } from './need-book.ts'
import { rankOpenNeeds } from './rank-import.ts'
import { rankPassportAnew } from './rank-passport.ts'
import type { RankingBooks } from './ranking-books.ts'

/** Ranks what exclusions touch: the passport of whom something was said, or every open need of a buyer that excludes otherwise. */
export const rankExclusions = (database: Database, books: RankingBooks, needs: NeedBook): Reaction => ({
  prepare: (event) => {
    const { organisationId } = event.payload as EventPayload<'exclusions.set'>
    if (event.name === 'exclusion.stated')
      return Promise.resolve(rankPassportAnew(books, needs, { organisationId, requestId: event.requestId }))
    return rankOpenNeeds(database, books, event, {
      name: 'rank-exclusions',
      buyerId: organisationId,
      changes: (_tx, ids) => Promise.resolve(ids),
    })
  },
})
