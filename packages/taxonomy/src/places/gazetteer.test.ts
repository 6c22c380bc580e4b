import { distanceKm } from '@enlace/domain'
import { expect, test } from 'vitest'
import { isCountry } from '../names/display-names.ts'
import { towns } from './gazetteer.ts'

const named = (country: string, locality: string) => {
  const town = towns().find((candidate) => candidate.country === country && candidate.locality === locality)
  if (town === undefined) throw new Error(`${locality} is missing`)
  return town
}

test('every town lies on the map, in a country, once', () => {
  for (const town of towns()) {
    expect(isCountry(town.country)).toBe(true)
    expect(Math.abs(town.latitude)).toBeLessThanOrEqual(60)
    expect(Math.abs(town.longitude)).toBeLessThanOrEqual(180)
  }
  expect(new Set(towns().map((town) => `${town.country} ${town.region} ${town.locality}`)).size).toBe(towns().length)
})

test('a town lies within its country: no two towns of one lie further apart than the country is long', () => {
  const longestKm: Readonly<Record<string, number>> = {
    CL: 4_300,
    PE: 2_000,
    CO: 1_800,
    MX: 3_200,
    BR: 4_400,
    PT: 600,
    ES: 1_100,
    MY: 2_100,
  }
  for (const [country, limit] of Object.entries(longestKm)) {
    const own = towns().filter((town) => town.country === country)
    for (const one of own)
      for (const other of own)
        expect([one.locality, other.locality, (distanceKm(one, other) ?? 0) <= limit]).toEqual([
          one.locality,
          other.locality,
          true,
        ])
  }
})

test.each([
  ['CL', 'Calama', 'CL', 'Antofagasta', 200],
  ['PE', 'Lima', 'PE', 'Arequipa', 765],
  ['PT', 'Porto', 'PT', 'Lisboa', 274],
  ['MX', 'Monterrey', 'MX', 'Guadalajara', 636],
] as const)('%s %s and %s %s are about %i km apart', (countryA, townA, countryB, townB, km) => {
  expect(Math.abs((distanceKm(named(countryA, townA), named(countryB, townB)) ?? 0) - km)).toBeLessThan(25)
})
