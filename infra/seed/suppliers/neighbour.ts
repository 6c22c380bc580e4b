import type { OrganisationId, PassportContent } from '@enlace/domain'

import { dayAfter } from '../day.ts'
import type { Neighbour } from '../featured/neighbours.ts'
import type { NameFor } from '../names.ts'
import type { Random } from '../random.ts'
import { trades } from '../trades/trades.ts'
import { languageOf, siteIn, townNamed } from '../world.ts'
import { certificateUntil } from './certificates.ts'
import type { Firm } from './firm.ts'
import { writePassport } from './passport.ts'

/** The firm of a neighbour: the given trade told three times over, in the given town. */
export function neighbourFirm(random: Random, neighbour: Neighbour, nameFor: NameFor): Firm {
  const trade = trades.find(({ id }) => id === neighbour.trade)
  if (trade === undefined) throw new Error(`no trade is called ${neighbour.trade}`)
  return {
    name: nameFor(trade.sector, neighbour.country, languageOf(neighbour.country)),
    country: neighbour.country,
    language: neighbour.language,
    town: neighbour.town,
    sites: [siteIn(random, townNamed(neighbour.country, neighbour.town))],
    staff: neighbour.staff,
    trade,
    others: [trade, trade],
  }
}

/** Its passport, with the size, capacity and papers that its author set. */
export function neighbourPassport(
  random: Random,
  neighbour: Neighbour,
  firm: Firm,
  agencies: readonly OrganisationId[],
  today: string,
): PassportContent {
  const content = writePassport(random, firm, agencies, today)
  return {
    ...content,
    facts: { ...content.facts, staff: neighbour.staff },
    capabilities: content.capabilities.map((capability, order) => ({
      ...capability,
      categories: [...firm.trade.codes],
      capacity: order === 0 ? neighbour.capacity : null,
      minimumOrder: null,
    })),
    certificates: Object.entries(neighbour.papers).map(([scheme, days]) =>
      certificateUntil(random, scheme, dayAfter(today, days), agencies),
    ),
  }
}
