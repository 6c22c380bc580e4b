import {
  lockRanking,
  rankingLimit,
  readListedSuppliers,
  readNeed,
  readOwnWeights,
  record,
  storeRanking,
  today,
  type Transaction,
} from '@enlace/database'
import { weightsFor, type NeedId } from '@enlace/domain'
import type { Reaction } from '../reactions/reaction.ts'
import type { VectorBook } from '../vectors/vector-book.ts'
import { findMatches } from './rank.ts'
import type { SupplierBook } from './supplier-book.ts'

/** Suppliers told of a change in one event; those further down find it when they look. */
const toldLimit = 50

/** What this worker holds in memory of the market; no vectors where no model is set up. */
export type RankingBooks = { readonly suppliers: SupplierBook; readonly vectors: VectorBook | null }

/**
 * Ranks one need anew. The ranking is locked before anything is read, so the list holds every passport committed until
 * then, and a passport that changes later is placed by its own reaction.
 */
export async function rankOneNeed(
  tx: Transaction,
  { suppliers, vectors }: RankingBooks,
  needId: NeedId,
  requestId: string | null,
): Promise<void> {
  // Carried out in this order, without waiting in between.
  const [, need, own, day] = await Promise.all([
    lockRanking(tx, needId),
    readNeed(tx, needId),
    readOwnWeights(tx, [needId]),
    today(tx),
  ])
  if (need === null) return
  const ids = { needId, organisationId: need.organisationId, version: need.version }
  const options = { organisationId: need.organisationId, requestId }
  if (need.state !== 'published') {
    // The list stands as a record of what was found; it only leaves the suppliers' own lists of open needs.
    const listed = await readListedSuppliers(tx, needId)
    await record(
      tx,
      'need.matched',
      { ...ids, considered: 0, matched: listed.length, changedSuppliers: listed.slice(0, toldLimit) },
      options,
    )
    return
  }
  const weights = weightsFor(need.governance, own.get(needId) ?? null)
  const meaning = vectors?.meaningOf(needId, need.version) ?? null
  const { matches, considered } = await findMatches(
    tx,
    suppliers,
    need,
    weights,
    day,
    rankingLimit,
    meaning ?? undefined,
  )
  const changed = await storeRanking(tx, {
    needId,
    buyerId: need.organisationId,
    needVersion: need.version,
    considered,
    degraded: false,
    // Ranked again as soon as what the need means is read.
    partial: vectors !== null && meaning === null,
    weights: weights.version,
    matches,
  })
  await record(
    tx,
    'need.matched',
    { ...ids, considered, matched: matches.length, changedSuppliers: changed.slice(0, toldLimit) },
    options,
  )
}

/** Reacts to a need that was published, amended, weighed otherwise, read by a model or ended. */
export const rankNeed = (books: RankingBooks): Reaction => ({
  atOnce: (event) => async (tx) => {
    // A need that has just been published has no vectors, so nothing is asked for.
    if (event.name !== 'need.published') await books.vectors?.level()
    await rankOneNeed(tx, books, (event.payload as { needId: NeedId }).needId, event.requestId)
  },
})
