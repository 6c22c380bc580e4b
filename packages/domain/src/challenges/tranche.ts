export type Confirmed = { readonly firmConfirmedAt: string | null; readonly buyerConfirmedAt: string | null }

/** A milestone is paid once both sides say that it is reached, not before. */
export const isReleased = ({ firmConfirmedAt, buyerConfirmedAt }: Confirmed): boolean =>
  firmConfirmedAt !== null && buyerConfirmedAt !== null

/** What of a tranche a matching grant bears and what the buyer, in minor units; the buyer bears what does not divide. */
export function matchedShare(
  amountMinor: number,
  funderPercent: number,
): { readonly funder: number; readonly buyer: number } {
  const funder = Math.floor((amountMinor * funderPercent) / 100)
  return { funder, buyer: amountMinor - funder }
}
