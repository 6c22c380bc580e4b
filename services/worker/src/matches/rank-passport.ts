import {
  placeSupplier,
  readListingNeeds,
  readNeeds,
  readWeights,
  readPublishedPassports,
  record,
  today,
} from '@enlace/database'
import { weightsFor, type OrganisationId, type ScoredMatch } from '@enlace/domain'

import { needQuery, noMeaning } from '@enlace/lexical'

import { shareOutAgain } from '../fairness/share-out-again.ts'
import type { Reaction } from '../reactions/reaction.ts'
import type { NeedBook } from './need-book.ts'
import { rankPassports } from './rank.ts'
import type { RankingBooks } from './ranking-books.ts'

/** Open needs that one passport is weighed against. */
const needsLimit = 200
/** Open needs nearest in meaning to each of its entries. */
const needsNear = 30

/** Weighs a passport that changed, was read, or whose rivals did, against the open needs it has something in common with, by the same model. */
export const rankPassport = ({ suppliers, exposures, vectors }: RankingBooks, needs: NeedBook): Reaction => ({
  atOnce: (event) => async (tx) => {
    const { organisationId, version = 0 } = event.payload as { organisationId: OrganisationId; version?: number }
    const [passport] = await readPublishedPassports(tx, [organisationId])
    const index = await suppliers.level()
    await vectors?.level()
    const day = await today(tx)
    const matches: ScoredMatch[] = []
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
      const weighed = await readWeights(
        tx,
        open.map((need) => need.id),
      )
      for (const need of open) {
        const weights = weightsFor(need.governance, weighed.get(need.id) ?? null)
        const { likeness } = vectors?.meaningOf(need.id, need.version) ?? noMeaning
        const asked = { query: needQuery(need), hits: new Map(), likeness }
        matches.push(...rankPassports(index, suppliers.rivalsOf, need, weights, asked, [passport], day, 1))
      }
    }
    const changedNeeds = await placeSupplier(tx, organisationId, matches)
    await shareOutAgain(tx, exposures, changedNeeds)
    await record(
      tx,
      'passport.matched',
      { organisationId, version: passport?.version ?? version, considered, changedNeeds },
      { organisationId, requestId: event.requestId },
    )
  },
})
