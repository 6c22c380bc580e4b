import { asId, slugOf, type Organisation, type OrganisationId } from '@enlace/domain'
import type { House } from './buyers/buyers.ts'
import { instantAfter } from './day.ts'
import { idAt } from './id.ts'
import type { Random } from './random.ts'
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
