import { declareInterests, readScorecard, scoreBid, type Scorecard, submitScorecard } from '@enlace/contracts'
import type { BidId, CallId, CardScore } from '@enlace/domain'
import { call } from '../api/call.ts'

type CardBid = Scorecard['bids'][number]

/** Bids of a card that its evaluator scores: those he does not keep away from. */
export const freeBids = ({ bids }: Scorecard): readonly CardBid[] => bids.filter(({ conflict }) => conflict === null)
/** How many criteria of a bid have a score and what it rests on. */
export const scoredOf = ({ scores }: CardBid): number => scores.filter(({ comment }) => comment.trim() !== '').length
/** Scores that a card still lacks. */
export const leftOf = (card: Scorecard): number =>
  freeBids(card).reduce((sum, bid) => sum + card.criteria.length - scoredOf(bid), 0)

/** The card of an evaluator; every score is kept by the server as soon as it is said. */
export class OwnScorecard {
  card = $state.raw<Scorecard | null>(null)
  error = $state.raw<unknown>(null)
  readonly #id: CallId

  constructor(id: CallId) {
    this.#id = id
  }

  load = async (): Promise<void> => {
    try {
      this.card = await call(readScorecard, { params: { id: this.#id } })
      this.error = null
    } catch (caught) {
      this.error = caught
    }
  }

  async declare(conflicts: readonly { bidId: BidId; text: string }[]): Promise<void> {
    this.card = await call(declareInterests, { params: { id: this.#id }, body: { conflicts: [...conflicts] } })
  }

  async score({ bidId, ...said }: CardScore): Promise<void> {
    const kept = await call(scoreBid, { params: { id: this.#id }, body: { bidId, ...said } })
    if (this.card === null) return
    const bids = this.card.bids.map((bid) =>
      bid.id === bidId
        ? { ...bid, scores: [...bid.scores.filter(({ criterion }) => criterion !== kept.criterion), kept] }
        : bid,
    )
    this.card = { ...this.card, bids }
  }

  async submit(): Promise<void> {
    this.card = await call(submitScorecard, { params: { id: this.#id } })
  }
}
