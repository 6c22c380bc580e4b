import type { EntryId } from '../../brand.ts'
import type { Place } from '../../place.ts'
import type { PassportContent } from '../../passports/passport.ts'
import type { Evidence } from '../match.ts'
import { nearestSite, placeName, sameLocality, sameRegion } from '../nearest-site.ts'
import { type Criterion, factEvidence, unsaid } from '../pair.ts'

/** Kilometres at which nearness is worth half of being next door. */
const halfwayKm = 100
const nearness = { region: 0.8, country: 0.4, exports: 0.3, elsewhere: 0.05 } as const

type Known = { readonly place: Place; readonly entryId: EntryId | null }

/** Where the supplier is or has worked. */
const knownPlaces = ({ facts, references }: PassportContent): readonly Known[] => [
  ...facts.sites.map((place) => ({ place, entryId: null })),
  ...(facts.country === null
    ? []
    : [
        {
          place: { country: facts.country, region: facts.region, locality: null, latitude: null, longitude: null },
          entryId: null,
        },
      ]),
  ...references.flatMap(({ place, id }) => (place === null ? [] : [{ place, entryId: id }])),
]

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
  let best: { score: number; evidence: Evidence; km: number | null } | null = null
  const offer = (score: number, evidence: Evidence, km: number | null): void => {
    if (best === null || score > best.score) best = { score, evidence, km }
  }
  const site = nearestSite(wanted, passport.facts.sites)
  if (site !== null) offer(halfwayKm / (halfwayKm + site.km), factEvidence(site.name), Math.round(site.km))
  for (const known of knownPlaces(passport))
    offer(
      near(wanted, known),
      known.entryId === null
        ? factEvidence(placeName(known.place))
        : { quote: placeName(known.place), source: 'reference', entryId: known.entryId },
      null,
    )
  if (passport.facts.exportCountries.includes(wanted.country))
    offer(nearness.exports, factEvidence(wanted.country), null)
  const found = best as { score: number; evidence: Evidence; km: number | null } | null
  if (found === null) return unsaid(detail)
  return {
    score: found.score,
    detail: found.km === null ? detail : { ...detail, km: found.km },
    evidence: found.evidence,
  }
}
