import { asId, slugOf, type Organisation, type OrganisationId, type PassportContent } from '@enlace/domain'
import { instantAfter } from '../day.ts'
import type { DemoPassport } from '../demo-world.ts'
import { featuredPassport } from '../featured/featured-supplier.ts'
import { polimerosDelLoa, rivals } from '../featured/suppliers.ts'
import { idAt } from '../id.ts'
import { createNames } from '../names.ts'
import type { Random } from '../random.ts'
import { trades } from '../trades/trades.ts'
import { sectors, type DemoLanguage, type Sector, type Trade } from '../trades/trade.ts'
import { countryFor, languageOf, siteIn, townIn } from '../world.ts'
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

/** Most firms write in their country's language; some write in English for buyers from abroad. */
const languageFor = (random: Random, country: string): DemoLanguage =>
  random.chance(0.14) ? 'en' : languageOf(country)

/** Most firms have one line of business, some a second of their sector, few one of another. */
function otherLines(random: Random, trade: Trade): readonly Trade[] {
  const near = trades.filter((other) => other.sector === trade.sector && other.id !== trade.id)
  return [...(random.chance(0.4) ? [random.pick(near)] : []), ...(random.chance(0.1) ? [random.pick(trades)] : [])]
}

/** All suppliers: three by hand, the others by chance, sector by sector. */
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
  const byChance = sectors.flatMap((sector) => {
    const own = trades.filter((trade) => trade.sector === sector)
    return Array.from({ length: suppliersOf[sector] }, (_, order) => {
      const trade = own[order % own.length] ?? random.pick(own)
      const country = countryFor(random, sector)
      const language = languageFor(random, country)
      const towns = Array.from({ length: random.chance(0.2) ? 2 : 1 }, () => townIn(random, country))
      const name = nameFor(sector, country, languageOf(country))
      const firm = {
        name,
        country,
        language,
        town: towns[0]?.locality ?? country,
        sites: towns.map((town) => siteIn(random, town)),
        staff: Math.round(random.skewed(3, 230)),
        trade,
        others: otherLines(random, trade),
      }
      return settle(random, name, country, writePassport(random, firm, agencies, today), today)
    })
  })
  return [...byHand, ...byChance]
}
