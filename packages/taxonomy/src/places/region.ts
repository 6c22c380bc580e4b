import { fold } from '../words/word.ts'
import { towns } from './gazetteer.ts'

/** A region under the name that we give it, with the middle of its known towns. */
export type Region = {
  readonly country: string
  readonly region: string
  readonly latitude: number
  readonly longitude: number
}

type Gathered = { readonly country: string; readonly region: string; latitudes: number[]; longitudes: number[] }

const mean = (values: readonly number[]): number => {
  const sum = values.reduce((total, value) => total + value, 0)
  return values.length === 0 ? 0 : Math.round((sum / values.length) * 100) / 100
}

let known: ReadonlyMap<string, Region> | undefined

function regions(): ReadonlyMap<string, Region> {
  const gathered = new Map<string, Gathered>()
  for (const { country, region, latitude, longitude } of towns()) {
    const key = `${country} ${fold(region)}`
    const one = gathered.get(key) ?? { country, region, latitudes: [], longitudes: [] }
    one.latitudes.push(latitude)
    one.longitudes.push(longitude)
    gathered.set(key, one)
  }
  return new Map(
    [...gathered].map(([key, { country, region, latitudes, longitudes }]) => [
      key,
      { country, region, latitude: mean(latitudes), longitude: mean(longitudes) },
    ]),
  )
}

/** The region of this name; without a country the only one of that name, or null. */
export function findRegion(country: string | null, name: string): Region | null {
  known ??= regions()
  const folded = fold(name.trim())
  if (country !== null) return known.get(`${country} ${folded}`) ?? null
  const named = [...known].filter(([key]) => key.slice(3) === folded)
  return named.length === 1 ? (named[0]?.[1] ?? null) : null
}

/** About where a country's known towns lie, or null for one that has none here. */
export function middleOf(country: string): { readonly latitude: number; readonly longitude: number } | null {
  const own = towns().filter((town) => town.country === country)
  if (own.length === 0) return null
  return { latitude: mean(own.map((town) => town.latitude)), longitude: mean(own.map((town) => town.longitude)) }
}
