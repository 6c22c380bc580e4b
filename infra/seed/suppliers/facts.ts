import type { LanguageSkill, OrganisationFacts, Place } from '@enlace/domain'
import type { Random } from '../random.ts'
import { languageOf, localMoney } from '../world.ts'

const neighbours: Readonly<Record<string, readonly string[]>> = {
  CL: ['PE', 'AR', 'BO', 'US', 'BR'],
  PE: ['CL', 'EC', 'US', 'ES', 'NL'],
  CO: ['EC', 'PE', 'US', 'PA', 'MX'],
  MX: ['US', 'GT', 'CA', 'CO'],
  BR: ['AR', 'PT', 'UY', 'US'],
  PT: ['ES', 'FR', 'DE', 'BR', 'GB'],
  ES: ['PT', 'FR', 'DE', 'MX'],
  MY: ['SG', 'ID', 'TH', 'AU', 'US'],
  AR: ['CL', 'BR', 'UY'],
  EC: ['CO', 'PE', 'US'],
  BO: ['CL', 'PE'],
  CR: ['PA', 'GT', 'US'],
}

function languagesOf(random: Random, country: string): readonly LanguageSkill[] {
  const own = languageOf(country)
  const spoken: LanguageSkill[] = [{ language: own, level: 'fluent' }]
  if (country === 'MY') spoken.push({ language: 'ms', level: 'fluent' })
  if (own !== 'en' && random.chance(0.62))
    spoken.push({ language: 'en', level: random.pick(['basic', 'working', 'working', 'fluent']) })
  if (own !== 'pt' && random.chance(0.08)) spoken.push({ language: 'pt', level: 'basic' })
  if (own === 'pt' && random.chance(0.4)) spoken.push({ language: 'es', level: 'working' })
  return spoken
}

/** Facts of a firm, some left unstated as in life. */
export function factsOf(
  random: Random,
  country: string,
  sites: readonly Place[],
  staff: number,
  today: string,
): OrganisationFacts {
  const year = Number(today.slice(0, 4))
  const turnover = staff * random.skewed(22_000, 95_000)
  const exports = random.chance(0.4) ? random.some(neighbours[country] ?? ['US'], random.int(1, 3)) : []
  const stated = <Value>(share: number, value: Value): Value | null => (random.chance(share) ? value : null)
  return {
    country,
    region: sites[0]?.region ?? null,
    sites,
    localOwnershipPercent: stated(0.7, random.pick([51, 60, 75, 80, 100, 100, 100])),
    womenOwnershipPercent: stated(0.55, random.pick([0, 0, 20, 33, 50, 51, 60, 100])),
    staff: stated(0.9, staff),
    turnover: stated(0.65, { ...localMoney(country, turnover), year: year - 1 }),
    balance: stated(0.35, { ...localMoney(country, turnover * (0.4 + random.next() * 0.5)), year: year - 1 }),
    foundedYear: stated(0.88, year - random.int(1, 45)),
    languages: random.chance(0.9) ? languagesOf(random, country) : [],
    exportCountries: exports,
    exportPercent: exports.length > 0 ? stated(0.75, random.int(2, 80)) : null,
    researchPercent: stated(0.35, random.pick([0, 1, 2, 3, 5, 8, 12])),
    patents: stated(0.25, random.pick([0, 0, 0, 1, 1, 2, 4])),
  }
}
