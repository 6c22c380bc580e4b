import {
  asId,
  type Capability,
  type FieldVisibility,
  type OrganisationId,
  type PassportContent,
  type Reference,
  type EntryId,
  slugOf,
} from '@enlace/domain'

import { instantAfter } from '../day.ts'
import { idAt } from '../id.ts'
import type { Random } from '../random.ts'
import { aboutText, capital, deedText, offerText } from '../sentences.ts'
import type { DemoLanguage, Trade } from '../trades/trade.ts'
import { localMoney } from '../world.ts'
import { customerOf } from './customers.ts'
import { certificatesOf } from './certificates.ts'
import { factsOf } from './facts.ts'
import type { Firm } from './firm.ts'

/** Two significant digits: nobody states a capacity of 83,417 pieces. */
const rounded = (value: number): number => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1)
  return Math.max(1, Math.round(value / step) * step)
}

function capabilityOf(random: Random, firm: Firm, trade: Trade, language: DemoLanguage, atMs: number): Capability {
  const [low, high] = trade.capacity
  const strength = Math.min(1, firm.staff / 120)
  const capacity = rounded(random.skewed(low, low + (high - low) * Math.max(0.08, strength)))
  return {
    id: asId<EntryId>(idAt(random, atMs)),
    text: offerText(random, trade, language, firm.town),
    categories: random.some(trade.codes, random.int(1, Math.min(2, trade.codes.length))),
    capacity: random.chance(0.72) ? { value: capacity, unit: trade.unit, per: trade.per } : null,
    leadTimeDays: random.chance(0.7) ? random.int(...trade.leadDays) : null,
    minimumOrder: random.chance(0.4)
      ? { value: rounded(Math.max(1, capacity * random.skewed(0.01, 0.2))), unit: trade.unit, per: null }
      : null,
  }
}

function referenceOf(random: Random, firm: Firm, trade: Trade, today: string): Reference {
  const year = Number(today.slice(0, 4)) - random.int(0, 7)
  const worth = firm.staff * random.skewed(1_500, 30_000)
  const customer = random.chance(0.72) ? customerOf(random, trade) : null
  return {
    id: asId<EntryId>(idAt(random, Date.parse(`${year}-06-15`))),
    text: deedText(random, trade, firm.language, firm.town),
    categories: trade.codes.slice(0, 1),
    customer: customer?.name ?? null,
    year: random.chance(0.92) ? year : null,
    value: random.chance(0.6) ? localMoney(firm.country, worth) : null,
    place: customer?.place ?? (random.chance(0.3) ? (firm.sites[0] ?? null) : null),
    confirmedByCustomer: customer !== null && random.chance(0.4),
  }
}

function visibilityOf(random: Random): FieldVisibility {
  return {
    ...(random.chance(0.45) ? { turnover: random.pick(['matched', 'nobody'] as const) } : {}),
    ...(random.chance(0.3) ? { balance: 'nobody' as const } : {}),
    ...(random.chance(0.15) ? { references: 'matched' as const } : {}),
    ...(random.chance(0.2) ? { contact: 'matched' as const } : {}),
  }
}

const headlineJoin: Readonly<Record<DemoLanguage, string>> = { es: ' y ', en: ' and ', pt: ' e ' }
/** Before a word that begins with the sound i, Spanish says "e". */
const joined = (one: string, other: string, language: DemoLanguage): string =>
  `${one}${language === 'es' && /^h?i(?![ae])/i.test(other) ? ' e ' : headlineJoin[language]}${other}`

/** A passport of the demo world: one to five capabilities, none to six references, papers, facts with holes. */
export function writePassport(
  random: Random,
  firm: Firm,
  agencies: readonly OrganisationId[],
  today: string,
): PassportContent {
  const atMs = instantAfter(today, -random.int(20, 900), random.next())
  const [one = firm.trade.id, other] = random.some(firm.trade.words[firm.language].products, 2)
  const facts = factsOf(random, firm.country, firm.sites, firm.staff, today)
  const lines = [firm.trade, ...Array.from({ length: random.int(0, 2) }, () => firm.trade), ...firm.others].slice(0, 5)
  const isBilingual = firm.language !== 'en' && random.chance(0.16)
  const slug = slugOf(firm.name)
  return {
    headline: `${capital(other === undefined ? one : joined(one, other, firm.language))} · ${firm.town}`,
    about: aboutText(random, firm.trade, firm.language, {
      town: firm.town,
      year: facts.foundedYear ?? Number(today.slice(0, 4)) - 12,
      staff: firm.staff,
    }),
    language: firm.language,
    website: random.chance(0.7) ? `https://${slug}.example` : null,
    contactEmail: random.chance(0.85) ? `hola@${slug}.example` : null,
    facts,
    capabilities: lines.map((trade, order) =>
      capabilityOf(random, firm, trade, isBilingual && order === lines.length - 1 ? 'en' : firm.language, atMs),
    ),
    references: Array.from({ length: Math.min(6, random.int(0, firm.staff < 10 ? 2 : 6)) }, () =>
      referenceOf(random, firm, random.pick([firm.trade, ...lines]), today),
    ),
    certificates: certificatesOf(random, firm.trade, firm.staff, today, agencies),
    visibility: visibilityOf(random),
  }
}
