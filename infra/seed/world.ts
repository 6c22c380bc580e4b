import type { Place } from '@enlace/domain'
import { towns, type Town } from '@enlace/taxonomy'
import type { Random } from './random.ts'
import type { DemoLanguage, Sector } from './trades/trade.ts'

/** Where each sector's firms sit, and how often. */
const shares: Readonly<Record<Sector, Readonly<Record<string, number>>>> = {
  mining: { CL: 46, PE: 24, BR: 8, MX: 8, CO: 4, AR: 4, ES: 3, PT: 3 },
  'agri-food': { PE: 28, CO: 18, MX: 13, CL: 14, BR: 8, EC: 6, ES: 6, PT: 5, BO: 2 },
  textile: { PE: 28, PT: 22, CO: 15, ES: 12, MX: 10, CL: 6, BR: 5, BO: 2 },
  electronics: { MX: 30, MY: 24, PT: 10, ES: 9, BR: 10, CL: 8, CR: 5, CO: 4 },
  services: { CL: 30, PE: 18, CO: 15, MX: 15, BR: 7, PT: 6, ES: 6, MY: 3 },
}

/** Money of a country in units of it for one US dollar, round numbers of the demo world. */
const perDollar: Readonly<Record<string, readonly [currency: string, rate: number]>> = {
  CL: ['CLP', 950],
  PE: ['PEN', 3.75],
  CO: ['COP', 4100],
  MX: ['MXN', 18.5],
  BR: ['BRL', 5.6],
  PT: ['EUR', 0.92],
  ES: ['EUR', 0.92],
  MY: ['MYR', 4.4],
}

export const languageOf = (country: string): DemoLanguage =>
  country === 'BR' || country === 'PT' ? 'pt' : country === 'MY' ? 'en' : 'es'

/** An amount in the country's own money, rounded to two significant digits as people write estimates. */
export function localMoney(
  country: string,
  dollars: number,
): { readonly amountMinor: number; readonly currency: string } {
  const [currency, rate] = perDollar[country] ?? ['USD', 1]
  const amount = dollars * rate
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, amount))) - 1)
  const rounded = Math.max(step, Math.round(amount / step) * step)
  return { amountMinor: currency === 'CLP' ? rounded : rounded * 100, currency }
}

/** A country for a firm of the sector. */
export function countryFor(random: Random, sector: Sector): string {
  const entries = Object.entries(shares[sector])
  let left = random.next() * entries.reduce((sum, [, share]) => sum + share, 0)
  for (const [country, share] of entries) if ((left -= share) < 0) return country
  return 'CL'
}

/** Where mines are, firms that serve them gather. */
const miningRegions = new Set(
  `Antofagasta;Atacama;Tarapacá;Coquimbo;O'Higgins;Moquegua;Arequipa;Cajamarca;Tacna;Áncash;Pasco;Minas Gerais;Pará;Sonora;Zacatecas;Chihuahua;Durango;San Luis Potosí;San Juan;Beja;Cesar;La Guajira`.split(
    ';',
  ),
)
const gatheredShare = 0.65

/** A town of the country for a firm of the sector. */
export function townIn(random: Random, country: string, sector: Sector): Town {
  const own = towns().filter((town) => town.country === country)
  const near = own.filter(({ region }) => miningRegions.has(region))
  return random.pick(sector === 'mining' && near.length > 0 && random.chance(gatheredShare) ? near : own)
}

/** The town by name; a mistake in a name is the author's and ends the run. */
export function townNamed(country: string, locality: string): Town {
  const town = towns().find((candidate) => candidate.country === country && candidate.locality === locality)
  if (town === undefined) throw new Error(`the gazetteer has no ${locality} in ${country}`)
  return town
}

/** A site in or around the town, a few kilometres from its middle. */
export const siteIn = (random: Random, town: Town): Place => ({
  country: town.country,
  region: town.region,
  locality: town.locality,
  latitude: Math.round((town.latitude + (random.next() - 0.5) * 0.08) * 1e4) / 1e4,
  longitude: Math.round((town.longitude + (random.next() - 0.5) * 0.08) * 1e4) / 1e4,
})
