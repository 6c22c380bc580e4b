import { type Appraisal, appraise } from './appraise.ts'
import { passesAll, passGates } from './gates/gates.ts'
import { gateIds, type WayIn } from './match.ts'
import type { Pair } from './pair.ts'
import type { Remedy } from './remedies.ts'
import type { WeightProfile } from './weights.ts'

/** What can change a gate: a stated site may lie in a country that the need buys from. */
const gateRemedies = new Set<string>([...gateIds, 'geography'])

/** The pair as it is once all of these are done. */
const mended = (pair: Pair, remedies: readonly Remedy[]): Pair => ({
  ...pair,
  passport: remedies.reduce((passport, { apply }) => apply(passport), pair.passport),
})

/**
 * The cheapest set of remedies that lets the pair pass every gate. No remedy makes a gate worse and few serve two, so
 * leaving out one after the other what is not needed ends with the fewest; a site is left out before a stated country.
 */
export function findWayIn(
  pair: Pair,
  appraisal: Appraisal,
  remedies: readonly Remedy[],
  weights: WeightProfile,
): WayIn | null {
  if (passesAll(appraisal.gates)) return null
  const opens = (set: readonly Remedy[]): boolean => passesAll(passGates(mended(pair, set)))
  let needed = remedies.filter(({ id }) => gateRemedies.has(id))
  if (needed.length === 0 || !opens(needed)) return null
  for (const remedy of needed.toReversed()) {
    const fewer = needed.filter((one) => one !== remedy)
    if (fewer.length > 0 && opens(fewer)) needed = fewer
  }
  return {
    gaps: needed.map(({ id, detail }) => ({ id, detail })),
    scoreAfter: appraise(mended(pair, needed), weights).score,
  }
}
