import type { Money } from '../place.ts'

/** What firms pay to come, and how much of it an organiser bears, in whole percent, the first, second, third … time. */
export type CoFinancing = { readonly fee: Money; readonly percents: readonly number[] }

/** Of a supplier's fee: the how-manieth time it comes, and what falls to whom. */
export type Borne = {
  readonly nth: number
  readonly percent: number
  readonly borne: Money
  readonly own: Money
}

/** The shares usual for fairs: of the first, the second and the third participation. */
export const usualPercents = [70, 60, 50] as const

/**
 * What is borne of a supplier's fee that came so many times before; nothing once it came more often than there are
 * steps. Exact in the currency's minor units, half a unit in favour of the firm.
 */
export function borneOf({ fee, percents }: CoFinancing, timesBefore: number): Borne {
  const percent = percents[timesBefore] ?? 0
  // Whole numbers throughout, whatever the size of the fee.
  const borne = Number((BigInt(fee.amountMinor) * BigInt(percent) + 50n) / 100n)
  const { currency } = fee
  return {
    nth: timesBefore + 1,
    percent,
    borne: { amountMinor: borne, currency },
    own: { amountMinor: fee.amountMinor - borne, currency },
  }
}
