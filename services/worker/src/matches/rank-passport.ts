import {
  placeSupplier,
  readListingNeeds,
  readNeeds,
  readRankedBy,
  readPublishedPassports,
  record,
  today,
} from '@enlace/database'
import { theBest, weightsFor, type NeedId, type OrganisationId, type ScoredMatch } from '@enlace/domain'

import { needQuery, noMeaning } from '@enlace/lexical'

import { shareOutAgain } from '../fairness/share-out-again.ts'
import type { Effect, Reaction } from '../reactions/reaction.ts'
import type { NeedBook } from './need-book.ts'
import { rankPassports } from './rank.ts'
import type { RankingBooks } from './ranking-books.ts'

/** Open needs that one passport is weighed against. */
const needsLimit = 200
/** Open needs nearest in meaning to each of its entries. */
const needsNear = 30

/** Whose passport is weighed anew, and for which request. */
type Anew = { readonly organisationId: OrganisationId; readonly version?: number; readonly requestId: string | null }

/** Weighs a passport against the open needs it has something in common with, by the same model. */
export const rankPassportAnew =
  (
    { suppliers, exposures, vectors }: RankingBooks,
    needs: NeedBook,
    { organisationId, version = 0, requestId }: Anew,
  ): Effect =>
  async (tx) => {
    const [passport] = await readPublishedPassports(tx, [organisationId])
    const index = await suppliers.level()
    await vectors?.level()
    const day = await today(tx)
    const matches: ScoredMatch[] = []
    const further = new Map<NeedId, readonly string[]>()
    let considered = 0
    if (passport !== undefined) {
      const market = await needs.level()
      const found = market.retrieve(passport, needsLimit)
      const near = vectors?.needsNear(organisationId, passport.version, needsNear, (id) => market.has(id)) ?? []
      const listing = await readListingNeeds(tx, organisationId)
      const open = (await readNeeds(tx, [...new Set([...found, ...near, ...listing])])).filter(
        (need) => need.state === 'published',
      )
      considered = open.length
      const rankedBy = await readRankedBy(
        tx,
        open.map((need) => need.id),
      )
      const brought = new Set([...found, ...near])
      for (const need of open) {
        const weights = weightsFor(need.governance, rankedBy.get(need.id)?.weights ?? null)
        const { likeness } = vectors?.meaningOf(need.id, need.version) ?? noMeaning
        const query = needQuery(need, rankedBy.get(need.id)?.lines)
        further.set(need.id, query.further)
        const asked = { query, hits: new Map(), likeness }
        // It leaves a list in which it stood for words that are its own no more, as it would if that were made anew.
        if (!brought.has(need.id) && vectors === null && !index.brings(asked, passport)) continue
        const question = { need, weights, today: day, room: theBest(1) }
        matches.push(...rankPassports(index, suppliers.rivalsOf, question, asked, [passport]))
      }
    }
    const changedNeeds = await placeSupplier(tx, organisationId, matches, further)
    await shareOutAgain(tx, exposures, changedNeeds)
    await record(
      tx,
      'passport.matched',
      { organisationId, version: passport?.version ?? version, considered, changedNeeds },
      { organisationId, requestId },
    )
  }

/** Reacts to a passport that changed, was read, or whose rivals did. */
export const rankPassport = (books: RankingBooks, needs: NeedBook): Reaction => ({
  derived: true,
  atOnce: (event) =>
    rankPassportAnew(books, needs, {
      ...(event.payload as Omit<Anew, 'requestId'>),
      requestId: event.requestId,
    }),
})
