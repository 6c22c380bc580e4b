import type { EventPayload } from '@enlace/contracts'
import {
  inOrder,
  lockRanking,
  rankingLimit,
  readListedSuppliers,
  readNeed,
  readRankedBy,
  record,
  recordTold,
  storeRanking,
  today,
  type RecordOptions,
  type Transaction,
} from '@enlace/database'
import { heldPlaces, roomUnder, weightsFor, type NeedId, type OrganisationId } from '@enlace/domain'

import type { Reaction, Wake } from '../reactions/reaction.ts'
import { findMatches } from './rank.ts'
import type { RankingBooks } from './ranking-books.ts'

/** Suppliers told of a change in one event; those further down find it when they look. */
const toldLimit = 200

/** What is to be said of a list that was made. */
type Matched = { readonly payload: EventPayload<'need.matched'>; readonly options: RecordOptions }

/**
 * Ranks one need anew. The ranking is locked before anything is read, so the list holds every passport committed until
 * then, and a passport that changes later is placed by its own reaction.
 */
async function listNeed(
  tx: Transaction,
  { suppliers, exposures, vectors, foresight }: RankingBooks,
  needId: NeedId,
  requestId: string | null,
): Promise<Matched | null> {
  const [{ policy, index }, need, rankedBy, day] = await inOrder([
    lockRanking(tx, needId).then(async (held) => ({ policy: held, index: await suppliers.level() })),
    readNeed(tx, needId),
    readRankedBy(tx, [needId]),
    today(tx),
  ])
  if (need === null) return null
  const matched = (considered: number, number: number, changed: readonly OrganisationId[]): Matched => ({
    payload: {
      ...{ needId, organisationId: need.organisationId, version: need.version },
      ...{ considered, matched: number, changedSuppliers: changed.slice(0, toldLimit) },
    },
    options: { organisationId: need.organisationId, requestId },
  })
  if (need.state !== 'published') {
    // The list stands as a record of what was found; it only leaves the suppliers' own lists of open needs.
    const listed = await readListedSuppliers(tx, needId)
    return matched(0, listed.length, listed)
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
  return matched(considered, matches.length, changed)
}

/** Ranks one need anew among others of which nobody waits for one, and leaves it to the relay to tell. */
export async function rankOneNeed(
  tx: Transaction,
  books: RankingBooks,
  needId: NeedId,
  requestId: string | null,
): Promise<void> {
  const matched = await listNeed(tx, books, needId, requestId)
  if (matched !== null) await record(tx, 'need.matched', matched.payload, matched.options)
}

/** Reacts to a need that was published, amended, weighed otherwise, read by a model or ended; somebody waits, so its list is told at once. */
export const rankNeed = (books: RankingBooks, wake: Wake): Reaction => ({
  atOnce: (event) => async (tx, afterwards) => {
    // Also for one just published: this may be done late, by a worker that has not seen what was read meanwhile.
    await books.vectors?.level()
    const matched = await listNeed(tx, books, (event.payload as { needId: NeedId }).needId, event.requestId)
    if (matched === null) return
    const notes = await recordTold(tx, 'need.matched', matched.payload, matched.options)
    afterwards(() => wake(notes))
  },
})
