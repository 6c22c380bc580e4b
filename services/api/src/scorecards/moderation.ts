import type { Moderation } from '@enlace/contracts'
import {
  listModerated,
  listPanel,
  listPanelScores,
  listRecused,
  listScoredBids,
  seesPanel,
  type CallRow,
  type Transaction,
} from '@enlace/database'
import { agreementOf, mayInCall, median, outliers, Problem, type Envelope } from '@enlace/domain'

/** What the panel gave, how far it agrees, and the final scores as they stand; refused while cards are waited for. */
export async function moderationOf(tx: Transaction, call: CallRow, envelope: Envelope): Promise<Moderation> {
  if (!(await seesPanel(tx, call.id, envelope)))
    throw new Problem('scorecard.blind', 'Scores are shown when every card that you wait for is in.')
  const criteria = call.criteria.filter((criterion) => criterion.envelope === envelope)
  const scores = await listPanelScores(tx, call.id, envelope)
  const recused = await listRecused(tx, call.id, envelope)
  const moderated = await listModerated(tx, call.id, envelope)
  const bids = await listScoredBids(tx, call.id, envelope)
  return {
    envelope,
    open: mayInCall(call.parts, 'settle', call.phase) && bids.every(({ barred }) => !barred),
    criteria,
    panel: await listPanel(tx, call.id, envelope),
    bids: bids.map(({ id, bidder }) => ({
      id,
      bidder,
      recused: recused.filter(({ bidId }) => bidId === id),
      unscored: criteria.length > 0 && !scores.some(({ bidId }) => bidId === id),
      criteria: criteria.map(({ key }) => {
        const given = scores.filter(({ bidId, criterion }) => bidId === id && criterion === key)
        const values = given.map(({ score }) => score)
        const apart = outliers(values)
        const middle = median(values)
        const own = moderated.find(({ bidId, criterion }) => bidId === id && criterion === key)
        return {
          criterion: key,
          scores: given.map((one, at) => ({ ...one, outlier: apart[at] ?? false })),
          median: middle,
          final: own?.score ?? middle,
          reason: own?.reason ?? '',
        }
      }),
    })),
    agreement: agreementOf(criteria, scores),
  }
}

/** The final scores of a sealed call's envelope, bid by bid: what the panel gave and the author moderated, nothing else. */
export function finalScores({ bids }: Moderation): Map<string, { criterion: string; score: number }[]> {
  return new Map(
    bids.map(({ id, criteria }) => [
      id,
      criteria.flatMap(({ criterion, final }) => (final === null ? [] : [{ criterion, score: final }])),
    ]),
  )
}
