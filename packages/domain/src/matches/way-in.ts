import { type Appraisal, appraise } from './appraise.ts'
import { passesAll, passGates } from './gates/gates.ts'
import type { ClosableGap, WayIn } from './match.ts'
import type { Pair } from './pair.ts'
import type { Remedy } from './remedies.ts'
import type { WeightProfile } from './weights.ts'

/** The pair as it is once all of these are done. */
const mended = (pair: Pair, remedies: readonly Remedy[]): Pair => ({
  ...pair,
  passport: remedies.reduce((passport, { apply }) => apply(passport), pair.passport),
})

/** The gates a remedy may turn: a site may lie in a country that the need buys from, and a mere wish for a certificate turns none. */
const turns = ({ id, detail }: Remedy): readonly string[] =>
  id === 'radius' || id === 'geography'
    ? [id, 'country']
    : id === 'certificates' && detail['mandatory'] === 0
      ? []
      : [id]

/**
 * The cheapest set of remedies that lets the pair pass every gate. Mostly one gap that opens alone is all, or some gate has
 * no remedy. Else, as no remedy makes a gate worse and few serve two, leaving out one after the other what is not needed
 * ends with the fewest; a site is left out before a stated country.
 */
export function findWayIn(
  pair: Pair,
  { gates }: Appraisal,
  remedies: readonly Remedy[],
  gaps: readonly ClosableGap[],
  weights: WeightProfile,
): WayIn | null {
  const asked = new Set<string>(gates.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id))
  if (asked.size === 0) return null
  const alone = gaps.find(({ opens }) => opens)
  if (alone !== undefined) return { gaps: [{ id: alone.id, detail: alone.detail }], scoreAfter: alone.scoreAfter }
  let needed = remedies.filter((remedy) => turns(remedy).some((id) => asked.has(id)))
  const turned = new Set(needed.flatMap(turns))
  if ([...asked].some((id) => !turned.has(id))) return null
  const opens = (set: readonly Remedy[]): boolean => passesAll(passGates(mended(pair, set)))
  if (!opens(needed)) return null
  for (const remedy of needed.toReversed()) {
    const fewer = needed.filter((one) => one !== remedy)
    if (opens(fewer)) needed = fewer
  }
  return {
    gaps: needed.map(({ id, detail }) => ({ id, detail })),
    scoreAfter: appraise(mended(pair, needed), weights).score,
  }
}
