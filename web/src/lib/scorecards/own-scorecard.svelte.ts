import { declareInterests, readScorecard, scoreBid, type Scorecard, submitScorecard } from '@enlace/contracts'
import type { BidId, CallId, CardScore } from '@enlace/domain'
import { call } from '../api/call.ts'
import { Loaded } from '../api/loaded.svelte.ts'

type CardBid = Scorecard['bids'][number]

/** Bids of a card that its evaluator scores: those he does not keep away from. */
export const freeBids = ({ bids }: Scorecard): readonly CardBid[] => bids.filter(({ conflict }) => conflict === null)
/** How many criteria of a bid have a score and what it rests on. */
export const scoredOf = ({ scores }: CardBid): number => scores.filter(({ comment }) => comment.trim() !== '').length
/** Scores that a card still lacks. */
export const leftOf = (card: Scorecard): number =>
  freeBids(card).reduce((sum, bid) => sum + card.criteria.length - scoredOf(bid), 0)

/** The card of an evaluator; every score is kept by the server as soon as it is said, one after the other. */
export class OwnScorecard extends Loaded<Scorecard> {
  readonly #id: CallId
  #kept: Promise<unknown> = Promise.resolve()

  constructor(id: CallId) {
    super(() => call(readScorecard, { params: { id } }))
    this.#id = id
  }

  async declare(conflicts: readonly { bidId: BidId; text: string }[]): Promise<void> {
    this.take(await call(declareInterests, { params: { id: this.#id }, body: { conflicts: [...conflicts] } }))
  }

  /** Keeps a score behind those said before it: the older of two on their way at once could arrive last. */
  score(said: CardScore): Promise<void> {
    const turn = this.#kept.then(() => this.#score(said))
    this.#kept = turn.catch(() => undefined)
    return turn
  }

  async #score({ bidId, ...said }: CardScore): Promise<void> {
    const kept = await call(scoreBid, { params: { id: this.#id }, body: { bidId, ...said } })
    if (this.view === null) return
    const bids = this.view.bids.map((bid) =>
      bid.id === bidId
        ? { ...bid, scores: [...bid.scores.filter(({ criterion }) => criterion !== kept.criterion), kept] }
        : bid,
    )
    this.take({ ...this.view, bids })
  }

  async submit(): Promise<void> {
    await this.#kept
    this.take(await call(submitScorecard, { params: { id: this.#id } }))
  }
}
