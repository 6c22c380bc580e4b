import type { NeedContent } from '@enlace/domain'
import { cpvCode } from '@enlace/taxonomy'
import { dayAfter } from '../day.ts'
import { localMoney, townNamed } from '../world.ts'

/** A need of the demo buyer as its author writes it; days count from today. */
type Source = {
  readonly title: string
  readonly text: string
  readonly language: 'en' | 'es'
  readonly codes: string
  readonly volume: NeedContent['volume']
  readonly town: string
  readonly answerInDays: number
  readonly budget: readonly [low: number, high: number]
} & Partial<
  Pick<
    NeedContent,
    | 'specification'
    | 'requiredCertificates'
    | 'deliveryRadiusKm'
    | 'localContentPercent'
    | 'languages'
    | 'confidentiality'
    | 'supplierCountries'
  >
>

const row = (
  text: string,
  value: number,
  unit: string | null,
  mandatory = true,
  tolerance: number | null = null,
): NeedContent['specification'][number] => ({ text, value, unit, tolerance, mandatory })
const cert = (scheme: string, mandatory = true): NeedContent['requiredCertificates'][number] => ({ scheme, mandatory })

const sources: readonly Source[] = [
  {
    title: 'Dust suppressant for 38 km of haul roads, 400 t a year',
    language: 'en',
    codes: '24957 5023',
    town: 'Calama',
    volume: { value: 400, unit: 't', per: 'year' },
    answerInDays: 24,
    budget: [260_000, 420_000],
    text: 'We need a chloride-free binder that keeps dust down on 38 km of unpaved mine haul roads near Calama, applied by the supplier or by our water trucks. Today we wet the roads with 2,100 m3 of water a day. We pay for PM10 that does not rise, measured by stations we share.',
    specification: [
      row('PM10 reduction against plain water', 50, '%'),
      row('Chlorides in the product, at most', 500, 'ppm'),
      row('Least life of one application', 14, 'day', false),
      row('Water saved', 30, '%', false, 5),
    ],
    requiredCertificates: [cert('ISO 9001'), cert('ISO 14001', false)],
    deliveryRadiusKm: 300,
    localContentPercent: 30,
    languages: [{ language: 'es', level: 'working' }],
    confidentiality: 'open',
  },
  {
    title: 'Aplicación de supresor de polvo en botaderos y tranque',
    language: 'es',
    codes: '5023 24957',
    town: 'Sierra Gorda',
    volume: { value: 20, unit: 'km', per: 'month' },
    answerInDays: 33,
    budget: [180_000, 300_000],
    text: 'Servicio de aplicación de aglomerante contra la erosión del viento en botaderos y en el coronamiento del tranque, con camiones propios, medición de PM10 y cuadrillas 7x7. Se exige gestión de seguridad vigente de las cuadrillas.',
    specification: [row('Cobertura por campaña', 20, 'km'), row('Respuesta ante alerta de viento', 12, 'h')],
    requiredCertificates: [cert('ISO 45001'), cert('ISO 9001', false)],
    deliveryRadiusKm: 250,
    localContentPercent: 40,
  },
  {
    title: 'Reparación de bombas de pulpa de la planta concentradora',
    language: 'es',
    codes: '5051 5053',
    town: 'Calama',
    volume: { value: 24, unit: 'pcs', per: 'month' },
    answerInDays: 18,
    budget: [1_200_000, 1_900_000],
    text: 'Reparación de bombas de pulpa y recuperación de carcasas y ejes por recargue duro, con banco de pruebas, informe dimensional y retiro en faena. Queremos dos talleres con entregas en menos de 20 días.',
    specification: [row('Plazo de devolución del equipo', 20, 'day'), row('Garantía del trabajo', 4000, 'h')],
    requiredCertificates: [cert('ISO 9001')],
    deliveryRadiusKm: 400,
    supplierCountries: ['CL'],
  },
  {
    title: 'Electric minibuses for shift transfers to the mine',
    language: 'en',
    codes: '6013',
    town: 'Antofagasta',
    volume: { value: 1800, unit: 'trip', per: 'month' },
    answerInDays: 40,
    budget: [1_500_000, 2_400_000],
    text: 'Staff bus transport between Antofagasta and the mine for 7x7 shifts, with electric minibuses, fatigue monitoring and chargers at the gate. Local operators may answer together.',
    specification: [row('Seats in a vehicle', 19, 'person'), row('Vehicle age at most', 5, 'year')],
    requiredCertificates: [cert('ISO 39001', false), cert('ISO 9001')],
    supplierCountries: ['CL'],
    localContentPercent: 50,
  },
  {
    title: 'Alimentación de personal para 1.800 raciones diarias',
    language: 'es',
    codes: '5552 5551',
    town: 'Sierra Gorda',
    volume: { value: 1800, unit: 'meal', per: 'day' },
    answerInDays: 27,
    budget: [4_200_000, 5_600_000],
    text: 'Alimentación de personal en faena con nutricionista residente, compras a productores locales y reducción de desperdicio. El campamento está a 1.600 metros y funciona todo el año.',
    specification: [row('Insumos de productores locales', 30, '%'), row('Rechazos de bandeja máximos', 2, '%', false)],
    requiredCertificates: [cert('HACCP'), cert('ISO 22000', false)],
    localContentPercent: 30,
  },
  {
    title: 'Tailings dam monitoring with wireless piezometers',
    language: 'en',
    codes: '9073 3829',
    town: 'Calama',
    volume: { value: 40, unit: 'pcs', per: null },
    answerInDays: 45,
    budget: [300_000, 520_000],
    confidentiality: 'alias',
    text: 'Monitoring of a tailings dam with wireless piezometers, hourly readings, seepage model and a dashboard that neighbours can open. Solar power and satellite link, no cables on the wall.',
    specification: [row('Reading interval', 1, 'h'), row('Deformation accuracy', 3, 'mm')],
    requiredCertificates: [cert('ISO 9001', false), cert('ISO 27001', false)],
  },
  {
    title: 'Revestimientos de molino SAG con escaneo de desgaste',
    language: 'es',
    codes: '4362',
    town: 'Sierra Gorda',
    volume: { value: 60, unit: 't', per: 'month' },
    answerInDays: 30,
    budget: [2_600_000, 3_600_000],
    text: 'Revestimientos de molino de caucho y acero con escaneo láser del desgaste, montaje en parada de planta y retiro del material usado para reciclaje.',
    specification: [row('Vida útil mínima', 6500, 'h'), row('Espesor de la placa', 180, 'mm', true, 3)],
    requiredCertificates: [cert('ISO 9001'), cert('ISO 45001', false)],
  },
  {
    title: 'Ropa de trabajo ignífuga con tallaje femenino',
    language: 'es',
    codes: '1813 1811',
    town: 'Antofagasta',
    volume: { value: 2400, unit: 'pcs', per: 'year' },
    answerInDays: 36,
    budget: [110_000, 190_000],
    text: 'Ropa de trabajo ignífuga y overoles de alta visibilidad con tallaje femenino, protección de arco eléctrico y entrega por persona en dos bodegas. Buscamos un taller que crezca con nosotros.',
    specification: [row('Gramaje de la tela', 240, 'g/m2', true, 10), row('Lavados garantizados', 80, null)],
    requiredCertificates: [cert('CE marking', false)],
    localContentPercent: 20,
  },
]

/** The needs that the demo's buyer opens with, best known first. */
export const cobreAustralNeeds = (today: string): readonly NeedContent[] =>
  sources.map((source) => ({
    kind: 'need',
    title: source.title,
    text: source.text,
    language: source.language,
    categories: source.codes.split(' ').map(cpvCode),
    specification: source.specification ?? [],
    volume: source.volume,
    answerBy: dayAfter(today, source.answerInDays),
    deliverFrom: dayAfter(today, source.answerInDays + 45),
    deliverUntil: dayAfter(today, source.answerInDays + 45 + 365),
    place: { ...townNamed('CL', source.town) },
    deliveryRadiusKm: source.deliveryRadiusKm ?? null,
    supplierCountries: source.supplierCountries ?? [],
    requiredCertificates: source.requiredCertificates ?? [],
    languages: source.languages ?? [],
    budget: { min: localMoney('CL', source.budget[0]), max: localMoney('CL', source.budget[1]) },
    governance: 'producer-driven',
    confidentiality: source.confidentiality ?? 'open',
    localContentPercent: source.localContentPercent ?? null,
  }))
