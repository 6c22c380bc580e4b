import { distanceKm, type Place } from '../place.ts'
import { fold } from '../text.ts'

/** A place's shortest recognisable name. */
export const placeName = (place: Place): string => place.locality ?? place.region ?? place.country

/** The letter that a name begins with, as a small one; null where it is none of a to z. */
function firstLetter(name: string): number | null {
  const small = name.charCodeAt(0) | 32
  return small >= 97 && small <= 122 ? small : null
}

/** Every pair of a ranking asks, and the first letter decides most without folding either name. */
function sameName(a: string, b: string): boolean {
  if (a === b) return true
  const [one, other] = [firstLetter(a), firstLetter(b)]
  return (one === null || other === null || one === other) && fold(a) === fold(b)
}

/** Whether two places carry the same locality of the same country, spelt alike but for case and accents. */
export const sameLocality = (a: Place, b: Place): boolean =>
  a.country === b.country && a.locality !== null && b.locality !== null && sameName(a.locality, b.locality)

/** Whether two places carry the same region of the same country, spelt alike but for case and accents. */
export const sameRegion = (a: Place, b: Place): boolean =>
  a.country === b.country && a.region !== null && b.region !== null && sameName(a.region, b.region)

/** The site nearest to a place, in kilometres; null where no site's distance can be known. */
export function nearestSite(
  place: Place,
  sites: readonly Place[],
): { readonly km: number; readonly name: string } | null {
  let best: { km: number; name: string } | null = null
  for (const site of sites) {
    const km = distanceKm(place, site) ?? (sameLocality(place, site) ? 0 : null)
    if (km !== null && (best === null || km < best.km)) best = { km, name: placeName(site) }
  }
  return best
}
