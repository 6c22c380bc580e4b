import type { BidId, CallId, OrganisationId, UserId } from '../brand.ts'

/** A bid as it was opened and ended. */
export type PastBid = {
  readonly id: BidId
  readonly bidderId: OrganisationId
  readonly bidder: string
  /** What it answered in words. */
  readonly texts: readonly string[]
  /** In minor units over all lots; null where it did not price all of them. */
  readonly total: number | null
  /** Weighted, 0..100; null where it was not scored. */
  readonly score: number | null
  /** Whether it came through every envelope. */
  readonly passed: boolean
  /** Who acts for its bidder, domains of their addresses that are not anybody's, and what it was joined with. */
  readonly people: readonly string[]
  readonly domains: readonly string[]
  readonly joined: readonly OrganisationId[]
}

/** What an evaluator gave a bid over all criteria, 0..1 of what could be given. */
export type PastCard = {
  readonly evaluatorId: UserId
  readonly evaluator: string
  readonly bidId: BidId
  readonly share: number
}

/** A call whose award was approved, with all that its buyer decided in it. */
export type PastCall = {
  readonly id: CallId
  readonly title: string
  readonly currency: string
  /** ISO 8601 instants. */
  readonly publishedAt: string
  readonly deadline: string
  readonly decidedAt: string
  /** Texts of the call itself; whoever repeats them copies nobody. */
  readonly texts: readonly string[]
  /** Whether criteria or weights were changed after a question had come in. */
  readonly criteriaChangedAfterQuestions: boolean
  readonly author: { readonly id: UserId; readonly name: string } | null
  readonly evaluators: readonly { readonly id: UserId; readonly name: string }[]
  readonly bids: readonly PastBid[]
  /** Null where nobody was awarded. */
  readonly winnerBidId: BidId | null
  readonly cards: readonly PastCard[]
}

export const winnerOf = (call: PastCall): PastBid | null => call.bids.find(({ id }) => id === call.winnerBidId) ?? null
