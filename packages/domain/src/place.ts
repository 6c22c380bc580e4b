/** A place: ISO 3166-1 alpha-2 country, free region name, WGS 84 degrees where known. */
export type Place = {
  readonly country: string
  readonly region: string | null
  readonly locality: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

/** Integer minor units of an ISO 4217 currency. */
export type Money = { readonly amountMinor: number; readonly currency: string }

/** An amount of something in a unit, such as 400 t a year. */
export type Quantity = { readonly value: number; readonly unit: string; readonly per: Period | null }
export const periods = ['day', 'week', 'month', 'year', 'once'] as const
export type Period = (typeof periods)[number]

export const languageLevels = ['basic', 'working', 'fluent'] as const
/** ISO 639-1 language and how well it is spoken. */
export type LanguageSkill = { readonly language: string; readonly level: (typeof languageLevels)[number] }

const earthRadiusKm = 6371.0088
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance in kilometres (haversine), or null where either place has no coordinates. */
export function distanceKm(
  a: Pick<Place, 'latitude' | 'longitude'>,
  b: Pick<Place, 'latitude' | 'longitude'>,
): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null
  const dLat = radians(b.latitude - a.latitude)
  const dLon = radians(b.longitude - a.longitude)
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLon / 2) ** 2
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)))
}
