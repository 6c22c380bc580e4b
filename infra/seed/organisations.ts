import { asId, slugOf, type Organisation, type OrganisationId } from '@enlace/domain'
import type { House } from './buyers/buyers.ts'
import { instantAfter } from './day.ts'
import { idAt } from './id.ts'
import type { Random } from './random.ts'
import type { DemoWorld } from './demo-world.ts'
import { townNamed } from './world.ts'

export type SettledHouse = { readonly house: House; readonly organisation: Organisation }

/** Gives every house its organisation. */
export const writeOrganisations = (random: Random, houses: readonly House[], today: string): readonly SettledHouse[] =>
  houses.map((house) => ({
    house,
    organisation: {
      id: asId<OrganisationId>(idAt(random, instantAfter(today, -random.int(1000, 1400), random.next()))),
      kind: house.kind,
      name: house.name,
      slug: slugOf(house.name),
      country: house.country,
      region: townNamed(house.country, house.sites[0] ?? '').region,
    },
  }))

/** Countries whose firms an agency looks after, by the agency's own country; the others have none. */
const careCountries: Readonly<Record<string, readonly string[]>> = {
  CL: ['CL', 'AR', 'BO'],
  PE: ['PE', 'EC', 'CO'],
  PT: ['PT', 'ES'],
}

/** Every supplier goes to the agency of its part of the world, where there is one. */
export function careOf(organisations: readonly Organisation[]): DemoWorld['care'] {
  const agencies = organisations.filter(({ kind }) => kind === 'agency')
  return organisations
    .filter(({ kind }) => kind === 'supplier')
    .flatMap((firm) => {
      const agency = agencies.find(({ country }) => careCountries[country ?? '']?.includes(firm.country ?? ''))
      return agency === undefined ? [] : [{ agencyId: agency.id, organisationId: firm.id }]
    })
}
