/** What the openers released for one bid, so far. */
export type ReleasedSoFar = {
  /** Openers of the call, and how many of them it takes. */
  readonly openers: number
  readonly threshold: number
  /** Who released the envelope at all, and with a share for this bid. */
  readonly released: number
  readonly shares: number
}

/**
 * Whether nothing that is still to come changes if this bid opens: enough openers gave their share of it, or so many could
 * not that the rest would be too few. Until then the opening waits, so that no opener shuts a bid out by leaving it away.
 */
export const isDecided = ({ openers, threshold, released, shares }: ReleasedSoFar): boolean =>
  shares >= threshold || openers - (released - shares) < threshold

/** Whether an envelope opens now: as many released it as it takes, and every bid is decided. */
export const opensNow = (bids: readonly ReleasedSoFar[], released: number, threshold: number): boolean =>
  released >= threshold && bids.every(isDecided)
