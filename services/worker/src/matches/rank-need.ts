import {
  inOrder,
  lockRanking,
  rankingLimit,
  readListedSuppliers,
  readNeed,
  readRankedBy,
  record,
  storeRanking,
  today,
  type Transaction,
} from '@enlace/database'
import { heldPlaces, roomUnder, weightsFor, type NeedId } from '@enlace/domain'

import type { Reaction } from '../reactions/reaction.ts'
import { findMatches } from './rank.ts'
import type { RankingBooks } from './ranking-books.ts'

/** Suppliers told of a change in one event; those further down find it when they look. */
const toldLimit = 200

/**
 * Ranks one need anew. The ranking is locked before anything is read, so the list holds every passport committed until
 * then, and a passport that changes later is placed by its own reaction.
 */
export async function rankOneNeed(
  tx: Transaction,
  { suppliers, exposures, vectors, foresight }: RankingBooks,
  needId: NeedId,
  requestId: string | null,
): Promise<void> {
  const [{ policy, index }, need, rankedBy, day] = await inOrder([
    lockRanking(tx, needId).then(async (held) => ({ policy: held, index: await suppliers.level() })),
    readNeed(tx, needId),
    readRankedBy(tx, [needId]),
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
  const own = rankedBy.get(needId)
  const question = {
    need,
    weights: weightsFor(need.governance, own?.weights ?? null),
    today: day,
    room: roomUnder(policy, rankingLimit),
    lines: own?.lines ?? [],
  }
  const meaning = vectors?.meaningOf(needId, need.version) ?? undefined
  const foreseen = meaning === undefined ? await foresight.of(question) : null
  const { matches, considered, further } = foreseen ?? findMatches({ suppliers, index }, question, meaning)
  const { order, lifted } = await exposures.shareOut(needId, matches, policy)
  const changed = await storeRanking(tx, {
    needId,
    buyerId: need.organisationId,
    needVersion: need.version,
    considered,
    degraded: false,
    // Ranked again as soon as what the need means is read.
    partial: vectors !== null && meaning === undefined,
    weights: question.weights.version,
    further,
    matches: order,
    held: heldPlaces(policy),
    lifted,
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
  derived: true,
  atOnce: (event) => async (tx) => {
    // Also for one just published: this may be done late, by a worker that has not seen what was read meanwhile.
    await books.vectors?.level()
    await rankOneNeed(tx, books, (event.payload as { needId: NeedId }).needId, event.requestId)
  },
})
