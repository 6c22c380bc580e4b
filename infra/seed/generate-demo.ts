import { writeBrokered } from './challenges/brokered.ts'
import { openChallenge } from './challenges/open-challenge.ts'
import { writeCalls } from './calls/calls.ts'
import { agencies, buyers, platform } from './buyers/buyers.ts'
import type { DemoWorld } from './demo-world.ts'
import { writeInnovations } from './innovations/innovations.ts'
import { writeLinkages } from './linkages/linkages.ts'
import { careOf, writeOrganisations } from './organisations.ts'
import { writeMatchdays } from './matchdays/matchdays.ts'
import { writeNeeds } from './needs/needs.ts'
import { writePeople } from './people.ts'
import { createRandom } from './random.ts'
import { writeSearches } from './searches/searches.ts'
import { writeSuppliers } from './suppliers/suppliers.ts'

/** The seed that a demo is made from where nobody asks for another one. */
export const demoSeed = 2026

/** The whole demo world: the same seed and day (yyyy-mm-dd) give the same bytes; everything in it is invented. */
export function generateDemo(seed: number, today: string): DemoWorld {
  const random = createRandom(seed)
  const houses = writeOrganisations(random.fork('houses'), [...buyers, ...agencies, platform], today)
  const agencyIds = houses
    .filter(({ organisation }) => organisation.kind === 'agency')
    .map(({ organisation }) => organisation.id)
  const suppliers = writeSuppliers(random.fork('suppliers'), agencyIds, today)
  const organisations = [
    ...houses.map(({ organisation }) => organisation),
    ...suppliers.map(({ organisation }) => organisation),
  ]
  const needs = writeNeeds(random.fork('needs'), houses, today)
  const passports = suppliers.map(({ passport }) => passport)
  const people = writePeople(random.fork('people'), organisations)
  return {
    organisations,
    passports,
    needs,
    care: careOf(organisations),
    people,
    searches: writeSearches(buyers),
    linkages: writeLinkages(organisations, needs),
    innovations: writeInnovations(organisations),
    brokered: writeBrokered(organisations),
    challenges: [openChallenge],
    calls: writeCalls(),
    matchdays: writeMatchdays(random.fork('matchdays'), { organisations, people, passports }, today),
  }
}
