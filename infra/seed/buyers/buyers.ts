import type { OrganisationKind } from '@enlace/domain'
import type { DemoLanguage } from '../trades/trade.ts'

/** A buyer or agency of the demo world, invented; `sites` are towns of the gazetteer. */
export type House = {
  readonly name: string
  readonly kind: OrganisationKind
  readonly country: string
  readonly language: DemoLanguage
  readonly sites: readonly string[]
  /** The lines of business it buys from. */
  readonly trades: readonly string[]
  /** What it buys for, as "for …" goes on, in its language and in English. */
  readonly purpose: Readonly<Partial<Record<DemoLanguage, string>>>
}

const list = (text: string): readonly string[] => text.trim().split(/\s+/)
const mineTrades = `dust-suppression grinding-media mill-liners pump-repair conveyor-care core-drilling geomembranes ground-support flotation-reagents tailings-monitoring condition-monitoring assay-laboratory mine-electrics
  operator-safety workwear safety-footwear`
const plantTrades =
  'staff-transport camp-catering industrial-cleaning environmental-studies training detail-engineering civil-works solar-installation hazardous-waste guarding software'

export const cobreAustral: House = {
  name: 'Cobre Austral',
  kind: 'buyer',
  country: 'CL',
  language: 'es',
  sites: ['Antofagasta', 'Calama', 'Sierra Gorda'],
  trades: list(`${mineTrades} ${plantTrades} e-waste led-lighting`),
  purpose: { es: 'nuestra operación de cobre', en: 'our copper operation' },
}

export const buyers: readonly House[] = [
  cobreAustral,
  {
    name: 'Minera Puna Clara',
    kind: 'buyer',
    country: 'PE',
    language: 'es',
    sites: ['Moquegua', 'Ilo', 'Arequipa'],
    trades: list(`${mineTrades} ${plantTrades}`),
    purpose: { es: 'la mina y el puerto', en: 'the mine and its port' },
  },
  {
    name: 'Litio Salar Alto',
    kind: 'buyer',
    country: 'CL',
    language: 'es',
    sites: ['San Pedro de Atacama', 'Antofagasta'],
    trades: list(
      `geomembranes assay-laboratory condition-monitoring flotation-reagents sensors-telemetry batteries mine-electrics ${plantTrades}`,
    ),
    purpose: { es: 'la planta de carbonato', en: 'the carbonate plant' },
  },
  {
    name: 'Ferro Jatobá Mineração',
    kind: 'buyer',
    country: 'BR',
    language: 'pt',
    sites: ['Parauapebas', 'Mariana', 'Itabira'],
    trades: list(`${mineTrades} staff-transport environmental-studies civil-works training hazardous-waste`),
    purpose: { pt: 'a mina e a ferrovia', en: 'the mine and its railway' },
  },
  {
    name: 'Agroexportadora Valle Retama',
    kind: 'buyer',
    country: 'PE',
    language: 'es',
    sites: ['Piura', 'Trujillo', 'Ica'],
    trades: list(
      'fresh-produce bio-inputs food-packaging food-machines frozen-fruit freight warehousing solar-installation staff-transport training software',
    ),
    purpose: { es: 'la temporada de exportación', en: 'the export season' },
  },
  {
    name: 'Chocolates Niebla Alta',
    kind: 'buyer',
    country: 'CO',
    language: 'es',
    sites: ['Medellín', 'Rionegro'],
    trades: list(
      'cocoa-chocolate green-coffee frozen-fruit juices-pulps oils spices-sauces dairy food-packaging food-machines andean-grains print-design',
    ),
    purpose: { es: 'nuestra línea de barras y bombones', en: 'our bars and pralines' },
  },
  {
    name: 'Mercados La Tranquera',
    kind: 'buyer',
    country: 'MX',
    language: 'es',
    sites: ['Guadalajara', 'Monterrey', 'Querétaro'],
    trades: list(
      'fresh-produce seafood dairy bakery-snacks spices-sauces oils juices-pulps andean-grains green-coffee home-textiles cotton-knitwear leather-goods freight warehousing guarding solar-installation food-packaging led-lighting',
    ),
    purpose: { es: 'nuestra marca propia', en: 'our own label' },
  },
  {
    name: 'Moda Litoral',
    kind: 'buyer',
    country: 'PT',
    language: 'pt',
    sites: ['Porto', 'Lisboa'],
    trades: list(
      'cotton-knitwear alpaca-knitwear spinning-weaving trims leather-goods technical-textiles print-design',
    ),
    purpose: { pt: 'a coleção de inverno', en: 'the winter collection' },
  },
  {
    name: 'Casa Romeral Textil',
    kind: 'buyer',
    country: 'ES',
    language: 'es',
    sites: ['Barcelona', 'Valencia'],
    trades: list(
      'home-textiles cotton-knitwear alpaca-knitwear spinning-weaving trims leather-goods technical-textiles warehousing print-design',
    ),
    purpose: { es: 'la colección de hogar y punto', en: 'our home and knit collection' },
  },
  {
    name: 'Voltaria Electrónica',
    kind: 'buyer',
    country: 'MX',
    language: 'es',
    sites: ['Apodaca', 'Silao', 'Tijuana'],
    trades: list(
      'pcb-assembly wire-harness plastic-injection precision-metal transformers-coils test-automation batteries e-waste freight',
    ),
    purpose: { es: 'nuestras líneas de ensamble', en: 'our assembly lines' },
  },
  {
    name: 'Straits Bright Devices',
    kind: 'buyer',
    country: 'MY',
    language: 'en',
    sites: ['Bayan Lepas', 'Kulim', 'Shah Alam'],
    trades: list(
      'pcb-assembly wire-harness plastic-injection precision-metal sensors-telemetry test-automation batteries led-lighting e-waste industrial-cleaning software',
    ),
    purpose: { en: 'our device factory' },
  },
  {
    name: 'Puertos del Estuario',
    kind: 'buyer',
    country: 'CO',
    language: 'es',
    sites: ['Cartagena', 'Barranquilla', 'Buenaventura'],
    trades: list(
      `conveyor-care condition-monitoring sensors-telemetry led-lighting mine-electrics freight warehousing ${plantTrades}`,
    ),
    purpose: { es: 'las terminales de contenedores', en: 'the container terminals' },
  },
]

const noTrades = { trades: [], purpose: {} } as const
export const proVincula: House = {
  name: 'ProVincula',
  kind: 'agency',
  country: 'CL',
  language: 'es',
  sites: ['Santiago'],
  ...noTrades,
}

export const agencies: readonly House[] = [
  proVincula,
  { name: 'Puente Productivo Andino', kind: 'agency', country: 'PE', language: 'es', sites: ['Lima'], ...noTrades },
  { name: 'Agência Tear do Norte', kind: 'agency', country: 'PT', language: 'pt', sites: ['Braga'], ...noTrades },
]

export const platform: House = {
  name: 'Enlace',
  kind: 'platform',
  country: 'CL',
  language: 'en',
  sites: ['Santiago'],
  ...noTrades,
}
