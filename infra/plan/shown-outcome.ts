import { rounded } from '../load/figures.ts'
import type { Outcome } from './plan-day.ts'

/** What `pnpm plan --json` prints of a day; slots count from 1, as in the file. */
export function shownOutcome({ verdict, plan, breaks, lowerBound, firstFeasibleMs, seconds }: Outcome) {
  if (verdict === 'infeasible') return { infeasible: true, proved: true }
  return {
    slots: plan?.slots.map((slot) => slot + 1) ?? null,
    breaks,
    lowerBound,
    proved: verdict === 'optimal',
    firstFeasibleMs: firstFeasibleMs === null ? null : rounded(firstFeasibleMs),
    seconds: rounded(seconds),
  }
}
