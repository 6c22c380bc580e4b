import { nearestSite } from '../nearest-site.ts'
import { factEvidence, type Gate } from '../pair.ts'

/** Some site lies within the delivery radius of the need's place; a site without coordinates proves it only by the same locality. */
export const radiusGate: Gate = ({ need, passport }) => {
  if (need.place === null || need.deliveryRadiusKm === null) return null
  const radiusKm = need.deliveryRadiusKm
  const nearest = nearestSite(need.place, passport.facts.sites)
  if (nearest === null) return { verdict: 'unstated', detail: { radiusKm }, evidence: null }
  const km = Math.round(nearest.km)
  return {
    verdict: nearest.km <= radiusKm ? 'pass' : 'fail',
    detail: { radiusKm, km },
    evidence: factEvidence(nearest.name),
  }
}
