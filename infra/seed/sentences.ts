import type { Random } from './random.ts'
import type { DemoLanguage, Trade, Wording } from './trades/trade.ts'

type Parts = { readonly product: string; readonly feature: string; readonly use: string; readonly town: string }
type Template = (parts: Parts) => string

const offers: Readonly<Record<'goods' | 'service', Readonly<Record<DemoLanguage, readonly Template[]>>>> = {
  goods: {
    es: [
      ({ product, feature, use }) => `Fabricamos ${product} ${feature} para ${use}.`,
      ({ product, feature, use }) => `Producimos ${product} para ${use}, ${feature}.`,
      ({ product, feature, use, town }) => `Desde ${town} entregamos ${product} ${feature}; atendemos ${use}.`,
      ({ product, feature }) => `${capital(product)} ${feature}, con despacho propio.`,
    ],
    en: [
      ({ product, feature, use }) => `We make ${product} ${feature}, for ${use}.`,
      ({ product, feature, use }) => `Manufacturer of ${product} for ${use}, ${feature}.`,
      ({ product, feature, town }) => `${capital(product)} ${feature}, made in ${town}.`,
    ],
    pt: [
      ({ product, feature, use }) => `Fabricamos ${product} ${feature} para ${use}.`,
      ({ product, feature, use }) => `Produzimos ${product} para ${use}, ${feature}.`,
      ({ product, feature, town }) => `${capital(product)} ${feature}, com entrega desde ${town}.`,
    ],
  },
  service: {
    es: [
      ({ product, feature, use }) => `Prestamos servicios de ${product} ${feature} para ${use}.`,
      ({ product, feature, use }) => `${capital(product)} en ${use}, ${feature}.`,
      ({ product, feature, town }) => `Equipo de ${town} dedicado a ${product}, ${feature}.`,
    ],
    en: [
      ({ product, feature, use }) => `We provide ${product} ${feature}, for ${use}.`,
      ({ product, feature, use }) => `${capital(product)} for ${use}, ${feature}.`,
      ({ product, feature, town }) => `A ${town} team for ${product}, ${feature}.`,
    ],
    pt: [
      ({ product, feature, use }) => `Prestamos serviços de ${product} ${feature} para ${use}.`,
      ({ product, feature, use }) => `${capital(product)} em ${use}, ${feature}.`,
      ({ product, feature, town }) => `Equipa de ${town} dedicada a ${product}, ${feature}.`,
    ],
  },
}

const deeds: Readonly<Record<DemoLanguage, readonly Template[]>> = {
  es: [
    ({ product, use, feature }) => `Contrato de ${product} para ${use}, ${feature}.`,
    ({ product, use }) => `${capital(product)} para ${use}; cumplido en plazo y sin reclamos.`,
    ({ product, feature }) => `Primera entrega de ${product} ${feature}, ampliada después al doble.`,
  ],
  en: [
    ({ product, use, feature }) => `Contract for ${product} ${feature}, for ${use}.`,
    ({ product, use }) => `${capital(product)} for ${use}; on time and without claims.`,
    ({ product, feature }) => `First delivery of ${product} ${feature}, doubled since.`,
  ],
  pt: [
    ({ product, use, feature }) => `Contrato de ${product} para ${use}, ${feature}.`,
    ({ product, use }) => `${capital(product)} para ${use}; cumprido no prazo.`,
    ({ product, feature }) => `Primeira entrega de ${product} ${feature}, depois duplicada.`,
  ],
}

/** The first letter large. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const partsOf = (random: Random, wording: Wording, town: string): Parts => ({
  product: random.pick(wording.products),
  feature: random.pick(wording.features),
  use: random.pick(wording.uses),
  town,
})

/** What a firm of the trade says it can do. */
export const offerText = (random: Random, trade: Trade, language: DemoLanguage, town: string): string =>
  random.pick(offers[trade.isService ? 'service' : 'goods'][language])(partsOf(random, trade.words[language], town))

/** What a firm of the trade says it did. */
export const deedText = (random: Random, trade: Trade, language: DemoLanguage, town: string): string =>
  random.pick(deeds[language])(partsOf(random, trade.words[language], town))

const abouts: Readonly<
  Record<DemoLanguage, readonly ((parts: Parts & { readonly year: number; readonly staff: number }) => string)[]>
> = {
  es: [
    ({ product, town, year, staff }) =>
      `Empresa de ${town} nacida en ${year}. Somos ${staff} personas y vivimos de ${product}. Buscamos relaciones largas con compradores que valoran el cumplimiento.`,
    ({ product, feature, town, staff }) =>
      `Trabajamos ${product} ${feature}. Taller en ${town}, ${staff} personas, la mayoría de la zona. Abiertos a muestras y pilotos.`,
    ({ product, use, year }) =>
      `Desde ${year} atendemos ${use} con ${product}. Empezamos como negocio familiar y hoy invertimos en calidad y medición.`,
  ],
  en: [
    ({ product, town, year, staff }) =>
      `Founded in ${year} in ${town}; ${staff} people who live by ${product}. We look for long relations with buyers who value reliability.`,
    ({ product, feature, town }) =>
      `${capital(product)} ${feature}. Our workshop is in ${town}; samples and pilots are welcome.`,
    ({ product, use, year }) =>
      `Since ${year} we serve ${use} with ${product}, first as a family business, now with measured quality.`,
  ],
  pt: [
    ({ product, town, year, staff }) =>
      `Empresa de ${town} fundada em ${year}. Somos ${staff} pessoas e vivemos de ${product}. Procuramos relações longas.`,
    ({ product, feature, town }) =>
      `Trabalhamos ${product} ${feature}. Oficina em ${town}; aceitamos amostras e pilotos.`,
    ({ product, use, year }) => `Desde ${year} servimos ${use} com ${product}, primeiro como negócio familiar.`,
  ],
}

/** What a firm says of itself. */
export const aboutText = (
  random: Random,
  trade: Trade,
  language: DemoLanguage,
  facts: { readonly town: string; readonly year: number; readonly staff: number },
): string => random.pick(abouts[language])({ ...partsOf(random, trade.words[language], facts.town), ...facts })
