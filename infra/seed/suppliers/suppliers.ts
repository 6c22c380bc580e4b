import { asId, slugOf, type Organisation, type OrganisationId, type PassportContent } from '@enlace/domain'

import { instantAfter } from '../day.ts'
import type { DemoPassport } from '../demo-world.ts'
import { featuredPassport } from '../featured/featured-supplier.ts'
import { neighbours } from '../featured/neighbours.ts'
import { polimerosDelLoa, rivals } from '../featured/suppliers.ts'
import { idAt } from '../id.ts'
import { createNames } from '../names.ts'
import type { Random } from '../random.ts'
import { sectors, type Sector } from '../trades/trade.ts'
import { firmByChance } from './firm.ts'
import { neighbourFirm, neighbourPassport } from './neighbour.ts'
import { writePassport } from './passport.ts'

export type DemoSupplier = { readonly organisation: Organisation; readonly passport: DemoPassport }

const suppliersOf: Readonly<Record<Sector, number>> = {
  mining: 150,
  'agri-food': 140,
  textile: 105,
  electronics: 105,
  services: 150,
}

function settle(random: Random, name: string, country: string, content: PassportContent, today: string): DemoSupplier {
  const joined = instantAfter(today, -random.int(15, 700), random.next())
  const id = asId<OrganisationId>(idAt(random, joined))
  return {
    organisation: { id, kind: 'supplier', name, slug: slugOf(name), country, region: content.facts.region },
    passport: {
      organisationId: id,
      publishedAt: new Date(joined + random.int(1, 9) * 3_600_000).toISOString(),
      content,
    },
  }
}

/** All suppliers: three by hand, the demo buyer's neighbours half by hand, the others by chance, sector by sector. */
export function writeSuppliers(
  random: Random,
  agencies: readonly OrganisationId[],
  today: string,
): readonly DemoSupplier[] {
  const nameFor = createNames(random.fork('names'))
  const [agency] = agencies
  if (agency === undefined) throw new Error('a paper needs an agency that looked at it')
  const byHand = [polimerosDelLoa, ...rivals].map((source) =>
    settle(random, source.name, source.country, featuredPassport(random, source, agency, today), today),
  )
  const nearby = neighbours.map((neighbour) => {
    const firm = neighbourFirm(random, neighbour, nameFor)
    return settle(random, firm.name, firm.country, neighbourPassport(random, neighbour, firm, agencies, today), today)
  })
  const byChance = sectors.flatMap((sector) =>
    Array.from({ length: suppliersOf[sector] }, (_, order) => {
      const firm = firmByChance(random, sector, order, nameFor)
      return settle(random, firm.name, firm.country, writePassport(random, firm, agencies, today), today)
    }),
  )
  return [...byHand, ...nearby, ...byChance]
}
