import type { EntryId } from '../../brand.ts'
import type { Place } from '../../place.ts'
import type { PassportContent } from '../../passports/passport.ts'
import type { Evidence } from '../match.ts'
import { nearestSite, placeName, sameLocality, sameRegion } from '../nearest-site.ts'
import { type Criterion, factEvidence, unsaid } from '../pair.ts'

/** Kilometres at which nearness is worth half of being next door. */
const halfwayKm = 100
const nearness = { region: 0.8, country: 0.4, exports: 0.3, elsewhere: 0.05 } as const

type Offer = { readonly score: number; readonly evidence: Evidence; readonly km: number | null }
type Known = { readonly place: Place; readonly entryId: EntryId | null }

/** Where the supplier is or has worked. */
function knownPlaces({ facts, references }: PassportContent): readonly Known[] {
  const known: Known[] = facts.sites.map((place) => ({ place, entryId: null }))
  const { country, region } = facts
  if (country !== null)
    known.push({ place: { country, region, locality: null, latitude: null, longitude: null }, entryId: null })
  for (const { place, id } of references) if (place !== null) known.push({ place, entryId: id })
  return known
}

const evidenceOf = ({ place, entryId }: Known): Evidence =>
  entryId === null ? factEvidence(placeName(place)) : { quote: placeName(place), source: 'reference', entryId }

const near = (wanted: Place, { place }: Known): number => {
  if (sameLocality(wanted, place)) return 1
  if (sameRegion(wanted, place)) return nearness.region
  return wanted.country === place.country ? nearness.country : nearness.elsewhere
}

/** How near to the place of delivery the supplier is, or has delivered before. */
export const geography: Criterion = ({ need, passport }) => {
  if (need.place === null) return null
  const wanted = need.place
  const detail = { place: placeName(wanted) }
  let best: Offer | null = null
  const site = nearestSite(wanted, passport.facts.sites)
  if (site !== null)
    best = { score: halfwayKm / (halfwayKm + site.km), evidence: factEvidence(site.name), km: Math.round(site.km) }
  for (const known of knownPlaces(passport)) {
    const score = near(wanted, known)
    if (best === null || score > best.score) best = { score, evidence: evidenceOf(known), km: null }
  }
  if (nearness.exports > (best?.score ?? 0) && passport.facts.exportCountries.includes(wanted.country))
    best = { score: nearness.exports, evidence: factEvidence(wanted.country), km: null }
  if (best === null) return unsaid(detail)
  const { score, evidence, km } = best
  return { score, detail: km === null ? detail : { ...detail, km }, evidence }
}
