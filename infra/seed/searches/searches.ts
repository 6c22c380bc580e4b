import type { House } from '../buyers/buyers.ts'
import type { DemoSearch } from '../demo-world.ts'
import { townNamed } from '../world.ts'

/** What buyers of the demo world look for and hardly find, and how many of them. */
const sought: readonly (readonly [query: string, buyers: number])[] = [
  ['hydrogen fuel cells for haul trucks', 5],
  ['railway wagon refurbishment', 4],
  ['unmanned aircraft surveying', 4],
  ['plantas de pistacho injertadas', 3],
  ['hornos para tostar cacao', 3],
  ['desalination membranes', 6],
  ['autoclaved aerated concrete', 3],
  ['reciclaje de palas eólicas', 4],
  ['sensores de humedad de suelo', 3],
  ['cold chain lorries', 2],
  ['laboratorio de isótopos', 1],
]

/** Each query is sought by some buyers, each near one of its sites; the same houses give the same searches. */
export const writeSearches = (houses: readonly House[]): readonly DemoSearch[] =>
  sought.flatMap(([query, buyers], at) =>
    Array.from({ length: Math.min(buyers, houses.length) }, (_, step) => {
      const house = houses[(at * 5 + step) % houses.length] as House
      const town = townNamed(house.country, house.sites[at % house.sites.length] ?? '')
      return { house: house.name, query, country: town.country, region: town.region }
    }),
  )
