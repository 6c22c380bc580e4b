import type { DecisionView } from '@enlace/contracts'
import {
  listComplaints,
  listDebriefs,
  listOpenedBids,
  listScores,
  readAward,
  type AwardRow,
  type CallRow,
  type Transaction,
} from '@enlace/database'
import { debriefOf, type BidId, type Debrief } from '@enlace/domain'

/** What is decided about a call and what it is decided from. */
export type Decision = {
  readonly award: AwardRow | null
  readonly view: DecisionView
  /** The numbers of a bid beside all bids. */
  readonly numbersOf: (bidId: BidId) => Debrief
  /** Bids that passed every envelope. */
  readonly eligible: readonly BidId[]
}

/** Reads the decision of a call, with who is owed a debrief. */
export async function readDecision(tx: Transaction, call: CallRow): Promise<Decision> {
  const [award, bids, scores] = [
    await readAward(tx, call.id),
    await listOpenedBids(tx, call.id),
    await listScores(tx, call.id),
  ]
  const debriefs = award === null ? [] : await listDebriefs(tx, award.id)
  const ids = bids.map(({ id }) => id)
  const numbersOf = (bidId: BidId): Debrief => debriefOf(call.criteria, scores, ids, bidId)
  const told = new Set(debriefs.map(({ bidId }) => bidId))
  return {
    award,
    numbersOf,
    eligible: bids
      .filter(({ openings }) =>
        call.envelopes.every((envelope) => openings.some((one) => one.envelope === envelope && one.passed === true)),
      )
      .map(({ id }) => id),
    view: {
      award:
        award === null
          ? null
          : {
              bidId: award.bidId,
              reason: award.reason,
              proposedAt: award.proposedAt,
              approvedAt: award.approvedAt,
              carriedAt: award.carriedAt,
            },
      standings: bids
        .map(({ id, bidder }) => {
          const { total, rank } = numbersOf(id)
          return { bidId: id, bidder: bidder.name, total, rank }
        })
        .toSorted((one, other) => one.rank - other.rank),
      debriefs,
      owed: (award?.approvedAt ?? null) === null ? [] : ids.filter((id) => !told.has(id)),
      complaints: await listComplaints(tx, call.id),
    },
  }
}
