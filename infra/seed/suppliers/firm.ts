import type { Place } from '@enlace/domain'

import type { NameFor } from '../names.ts'
import type { Random } from '../random.ts'
import { trades } from '../trades/trades.ts'
import type { DemoLanguage, Sector, Trade } from '../trades/trade.ts'
import { countryFor, languageOf, siteIn, townIn } from '../world.ts'

/** What a passport is written from. */
export type Firm = {
  readonly name: string
  readonly country: string
  readonly language: DemoLanguage
  readonly town: string
  readonly sites: readonly Place[]
  readonly staff: number
  readonly trade: Trade
  /** Other lines of business it also serves. */
  readonly others: readonly Trade[]
}

/** Most firms write in their country's language; some write in English for buyers from abroad. */
const languageFor = (random: Random, country: string): DemoLanguage =>
  random.chance(0.14) ? 'en' : languageOf(country)

/** Most firms have one line of business, some a second of their sector, few one of another. */
function otherLines(random: Random, trade: Trade): readonly Trade[] {
  const near = trades.filter((other) => other.sector === trade.sector && other.id !== trade.id)
  return [...(random.chance(0.4) ? [random.pick(near)] : []), ...(random.chance(0.1) ? [random.pick(trades)] : [])]
}

/** A firm of the sector; `order` takes the trades in turn, so that none is left out. */
export function firmByChance(random: Random, sector: Sector, order: number, nameFor: NameFor): Firm {
  const own = trades.filter((trade) => trade.sector === sector)
  const trade = own[order % own.length] ?? random.pick(own)
  const country = countryFor(random, sector)
  const language = languageFor(random, country)
  const towns = Array.from({ length: random.chance(0.2) ? 2 : 1 }, () => townIn(random, country, sector))
  return {
    name: nameFor(sector, country, languageOf(country)),
    country,
    language,
    town: towns[0]?.locality ?? country,
    sites: towns.map((town) => siteIn(random, town)),
    staff: Math.round(random.skewed(3, 230)),
    trade,
    others: otherLines(random, trade),
  }
}
