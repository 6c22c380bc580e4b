import type { CategoryCode, Period } from '@enlace/domain'
import { cpvCode } from '@enlace/taxonomy'

export const demoLanguages = ['es', 'en', 'pt'] as const
export type DemoLanguage = (typeof demoLanguages)[number]
export const sectors = ['mining', 'agri-food', 'textile', 'electronics', 'services'] as const
export type Sector = (typeof sectors)[number]

/** Phrases a sentence is put together from: what is sold, how it differs, what it is for. */
export type Wording = {
  readonly products: readonly string[]
  readonly features: readonly string[]
  readonly uses: readonly string[]
}

/** A row that a specification of this trade may hold; `texts` is one phrase per language. */
export type TradeRow = {
  readonly texts: Readonly<Record<DemoLanguage, string>>
  readonly unit: string | null
  readonly low: number
  readonly high: number
  readonly tolerance: number | null
}

/** A line of business of the demo world: enough to write passports and needs about it. */
export type Trade = {
  readonly id: string
  readonly sector: Sector
  readonly isService: boolean
  readonly codes: readonly CategoryCode[]
  readonly unit: string
  readonly per: Period
  /** What one firm can do in a period, from a small one to a large one. */
  readonly capacity: readonly [low: number, high: number]
  /** About what a unit costs, in US dollars. */
  readonly price: number
  readonly leadDays: readonly [low: number, high: number]
  readonly certificates: readonly string[]
  readonly rows: readonly TradeRow[]
  readonly words: Readonly<Record<DemoLanguage, Wording>>
}

/** A trade as its author writes it: lists as text, phrases parted by ";" and kinds of phrases by "|". */
export type TradeSource = {
  readonly service?: true
  /** CPV digits, parted by blanks. */
  readonly codes: string
  /** "t month 10 150": unit, period, least and most of one firm. */
  readonly capacity: string
  readonly price: number
  readonly lead: readonly [number, number]
  /** Certificate schemes, parted by ";". */
  readonly certificates: string
  /** "es / en / pt / unit / low / high / tolerance", parted by ";". */
  readonly rows: string
  readonly es: string
  readonly en: string
  readonly pt: string
}

const list = (text: string): readonly string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')

function wordingOf(text: string): Wording {
  const [products = '', features = '', uses = ''] = text.split('|')
  return { products: list(products), features: list(features), uses: list(uses) }
}

function rowOf(text: string): TradeRow {
  const [es = '', en = '', pt = '', unit = '', low = '0', high = '0', tolerance] = text
    .split(' / ')
    .map((part) => part.trim())
  return {
    texts: { es, en, pt },
    unit: unit === '-' ? null : unit,
    low: Number(low),
    high: Number(high),
    tolerance: tolerance === undefined ? null : Number(tolerance),
  }
}

/** The trades of a sector out of what its author wrote. */
export const tradesOf = (sector: Sector, sources: Readonly<Record<string, TradeSource>>): readonly Trade[] =>
  Object.entries(sources).map(([id, source]) => {
    const [unit = 'pcs', per = 'month', low = '1', high = '1'] = source.capacity.split(' ')
    return {
      id,
      sector,
      isService: source.service === true,
      codes: source.codes.split(' ').map(cpvCode),
      unit,
      per: per as Period,
      capacity: [Number(low), Number(high)],
      price: source.price,
      leadDays: source.lead,
      certificates: list(source.certificates),
      rows: list(source.rows).map(rowOf),
      words: { es: wordingOf(source.es), en: wordingOf(source.en), pt: wordingOf(source.pt) },
    }
  })
