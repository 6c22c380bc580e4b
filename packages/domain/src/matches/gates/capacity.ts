import { fittingCapacity, quantityText } from '../capacity-claims.ts'
import type { Gate } from '../pair.ts'

/** A supplier that cannot carry half of the volume fails; between half and all, the criterion and a gap tell. */
export const leastShareOfVolume = 0.5

/** Some capability about the need carries at least half of its volume. */
export const capacityGate: Gate = (pair) => {
  const { volume } = pair.need
  if (volume === null) return null
  const best = fittingCapacity(pair)
  if (best === null) return { verdict: 'unstated', detail: { volume: quantityText(volume) }, evidence: null }
  return { verdict: best.covers >= leastShareOfVolume ? 'pass' : 'fail', detail: best.detail, evidence: best.evidence }
}
