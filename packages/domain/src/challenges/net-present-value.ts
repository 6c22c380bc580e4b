import type { MoneyBenefit } from './challenge.ts'

/**
 * What yearly flows are worth today: the sum over years t, from 0, of flow(t) / (1 + rate)^t, in whole minor units.
 * @param discountRate a year, in percent
 */
export function netPresentValue(cashFlows: readonly number[], discountRate: number): number {
  const growth = 1 + discountRate / 100
  // From the last year back (Horner), which never forms a large power.
  return Math.round(cashFlows.reduceRight((later, flow) => flow + later / growth, 0))
}

/** What a brief's benefit in money is worth today, or null where it has none. */
export const worthOf = (
  money: MoneyBenefit | null,
): { readonly amountMinor: number; readonly currency: string } | null =>
  money === null
    ? null
    : { amountMinor: netPresentValue(money.cashFlows, money.discountRate), currency: money.currency }
