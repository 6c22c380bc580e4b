import type {
  BudgetBand,
  Confidentiality,
  GovernanceType,
  NeedContent,
  RequiredCertificate,
  SpecificationRow,
} from '@enlace/domain'
import type { House } from '../buyers/buyers.ts'
import { dayAfter } from '../day.ts'
import type { Random } from '../random.ts'
import { capital } from '../sentences.ts'
import type { DemoLanguage, Trade, TradeRow } from '../trades/trade.ts'
import { localMoney, townNamed } from '../world.ts'

const timesAYear = { day: 365, week: 52, month: 12, year: 1, once: 1 } as const
const governanceOf: Readonly<Record<Trade['sector'], GovernanceType>> = {
  mining: 'producer-driven',
  electronics: 'producer-driven',
  services: 'producer-driven',
  'agri-food': 'buyer-driven',
  textile: 'buyer-driven',
}

const rounded = (value: number): number => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1)
  return Math.max(1, Math.round(value / step) * step)
}

function rowOf(random: Random, row: TradeRow, language: DemoLanguage): SpecificationRow {
  const span = row.high - row.low
  const digits = row.high >= 100 ? 0 : row.high >= 10 ? 0 : 2
  const value = Number((row.low + random.next() * span).toFixed(digits))
  return { text: row.texts[language], value, unit: row.unit, tolerance: row.tolerance, mandatory: random.chance(0.6) }
}

function certificatesFor(random: Random, trade: Trade): readonly RequiredCertificate[] {
  return random
    .some(trade.certificates.slice(0, 4), random.pick([0, 1, 1, 2, 2]))
    .map((scheme, order) => ({ scheme, mandatory: order === 0 && random.chance(0.65) }))
}

function budgetFor(random: Random, country: string, dollars: number): BudgetBand | null {
  if (random.chance(0.3)) return null
  const max = localMoney(country, dollars * (0.9 + random.next() * 0.5))
  return { min: random.chance(0.6) ? localMoney(country, dollars * 0.7) : null, max }
}

type Asked = {
  readonly product: string
  readonly feature: string
  readonly use: string
  readonly town: string
  readonly house: string
}
const texts: Readonly<Record<DemoLanguage, readonly ((asked: Asked) => string)[]>> = {
  es: [
    ({ product, feature, use, town }) =>
      `Buscamos ${product} ${feature} para ${use}. La entrega es en ${town}. Valoramos experiencia comprobable, muestras antes del contrato y un interlocutor técnico que conozca la operación.`,
    ({ product, use, house }) =>
      `${house} abre la búsqueda de nuevos proveedores de ${product} para ${use}. Hoy compramos a un solo proveedor y queremos una segunda fuente cercana, con crecimiento por etapas y pago a 30 días.`,
    ({ product, feature, town }) =>
      `Requerimos ${product}, ${feature}, en ${town}. El contrato parte con un volumen piloto de tres meses y se amplía según resultado. Indique plazo, capacidad disponible y referencias similares.`,
    ({ product, feature, use, house }) =>
      `Para ${use}, ${house} necesita ${product} ${feature}. Visitamos las instalaciones de los finalistas y compartimos el resultado de la evaluación. Se aceptan ofertas conjuntas de firmas que se complementen.`,
    ({ product, use, town }) =>
      `El contrato actual de ${product} en ${town} termina este año. Queremos ofertas para ${use} que muestren cómo medir la calidad entrega a entrega, y un plan de mejora para el segundo año.`,
  ],
  en: [
    ({ product, feature, use, town }) =>
      `We are looking for ${product} ${feature}, for ${use}. Delivery is in ${town}. Proven experience counts, and so do samples before the contract and a technical contact who knows the operation.`,
    ({ product, use, house }) =>
      `${house} seeks new sources of ${product} for ${use}. We buy from one source today and want a second one nearby, growing in steps and paid within 30 days.`,
    ({ product, feature, town }) =>
      `${capital(product)} ${feature}, needed in ${town}. The contract starts with a pilot volume for three months and grows with results. Please state lead time, free capacity and similar references.`,
    ({ product, feature, use, house }) =>
      `${house} needs ${product} ${feature} for ${use}. We visit the finalists and share the result of the assessment. Firms that complement each other may answer together.`,
    ({ product, use, town }) =>
      `The present contract for ${product} in ${town} ends this year. We want offers for ${use} that show how quality is measured delivery by delivery, and a plan to improve in the second year.`,
  ],
  pt: [
    ({ product, feature, use, town }) =>
      `Procuramos ${product} ${feature} para ${use}. A entrega é em ${town}. Valorizamos experiência comprovada, amostras antes do contrato e um contacto técnico.`,
    ({ product, use, house }) =>
      `${house} procura novas fontes de ${product} para ${use}. Hoje compramos a um só fornecedor e queremos uma segunda fonte próxima, com crescimento por etapas.`,
    ({ product, feature, town }) =>
      `Precisamos de ${product}, ${feature}, em ${town}. O contrato começa com um volume piloto de três meses. Indique prazo, capacidade disponível e referências.`,
    ({ product, feature, use, house }) =>
      `${house} precisa de ${product} ${feature} para ${use}. Visitamos os finalistas e partilhamos o resultado da avaliação. Aceitamos propostas conjuntas.`,
  ],
}
/** What a mine or a factory applies it to; what a brand or a service's client buys it for. */
function useFor(random: Random, house: House, trade: Trade, language: DemoLanguage): string {
  const own = house.purpose[language]
  const isApplied = trade.sector === 'mining' && random.chance(0.7)
  return own === undefined || isApplied ? random.pick(trade.words[language].uses) : own
}
const forWord: Readonly<Record<DemoLanguage, string>> = { es: 'para', en: 'for', pt: 'para' }

const someHouse: Readonly<Record<DemoLanguage, string>> = { es: 'una empresa', en: 'a company', pt: 'uma empresa' }

/** The words of a buyer that does not say who it is: no name, and its region instead of the town. */
const unnamed = (text: string, { house, town }: Asked, region: string, language: DemoLanguage): string =>
  capital(text.replaceAll(house, someHouse[language]).replaceAll(town, region))

/** A need of the demo world in a buyer's words, with dates that lie around `today`. */
export function writeNeed(random: Random, house: House, trade: Trade, today: string): NeedContent {
  const language: DemoLanguage = random.chance(house.language === 'en' ? 1 : 0.22) ? 'en' : house.language
  const wording = trade.words[language]
  const town = townNamed(house.country, random.pick(house.sites))
  const asked: Asked = {
    product: random.pick(wording.products),
    feature: random.pick(wording.features),
    use: useFor(random, house, trade, language),
    town: town.locality,
    house: house.name,
  }
  const amount = rounded(
    random.skewed(trade.capacity[0] * 1.5, Math.max(trade.capacity[0] * 3, trade.capacity[1] * 0.6)),
  )
  const answerBy = dayAfter(today, random.int(6, 55))
  const deliverFrom = dayAfter(answerBy, random.int(20, 90))
  const years = random.pick([0.5, 1, 1, 2])
  const content: NeedContent = {
    kind: 'need',
    title: capital(
      random.chance(0.5) ? `${asked.product} ${forWord[language]} ${asked.use}` : `${asked.product} ${asked.feature}`,
    ),
    text: random.pick(texts[language])(asked),
    language,
    categories: trade.codes.slice(0, random.int(1, 2)),
    specification: random.some(trade.rows, random.int(1, trade.rows.length)).map((row) => rowOf(random, row, language)),
    volume: random.chance(0.85) ? { value: amount, unit: trade.unit, per: trade.per } : null,
    answerBy,
    deliverFrom: random.chance(0.8) ? deliverFrom : null,
    deliverUntil: random.chance(0.7) ? dayAfter(deliverFrom, Math.round(years * 365)) : null,
    place: { ...town },
    deliveryRadiusKm: random.chance(0.25) ? random.pick([100, 150, 250, 400, 600]) : null,
    supplierCountries: random.chance(0.22) ? [house.country] : [],
    requiredCertificates: certificatesFor(random, trade),
    languages: random.chance(0.35) ? [{ language, level: random.pick(['basic', 'working']) }] : [],
    budget: budgetFor(random, house.country, amount * trade.price * timesAYear[trade.per] * years),
    governance: random.chance(0.85) ? governanceOf[trade.sector] : random.pick(['producer-driven', 'buyer-driven']),
    confidentiality: random.pick<Confidentiality>([
      'open',
      'open',
      'open',
      'open',
      'open',
      'alias',
      'alias',
      'invited',
    ]),
    localContentPercent: random.chance(0.3) ? random.pick([10, 20, 30, 40, 50]) : null,
  }
  if (content.confidentiality === 'open') return content
  return { ...content, text: unnamed(content.text, asked, town.region ?? town.country, language) }
}
