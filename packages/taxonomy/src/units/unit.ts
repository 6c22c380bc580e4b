import type { Period } from '@enlace/domain'
import { fold } from '../words/word.ts'

/** A unit that amounts are given in; `id` is the spelling we store. */
export type Unit = {
  readonly id: string
  readonly kind: string
  readonly en: readonly [one: string, many: string]
  readonly es: readonly [one: string, many: string]
  readonly spellings: readonly string[]
}

/** id | kind | English one, many | Spanish one, many | other spellings (Portuguese among them). */
const rows = `
t|mass|tonne, tonnes|tonelada, toneladas|ton, tons, metric ton, metric tons, mt, tm, tonelada métrica, toneladas métricas
kg|mass|kilogram, kilograms|kilogramo, kilogramos|kilo, kilos, kgs, quilo, quilos, quilograma, quilogramas
g|mass|gram, grams|gramo, gramos|grama, gramas, gr
lb|mass|pound, pounds|libra, libras|lbs
m3|volume|cubic metre, cubic metres|metro cúbico, metros cúbicos|m³, cubic meter, cubic meters, cbm
l|volume|litre, litres|litro, litros|liter, liters, lt, lts
ml|volume|millilitre, millilitres|mililitro, mililitros|cc
gal|volume|gallon, gallons|galón, galones|galao, galoes
km|length|kilometre, kilometres|kilómetro, kilómetros|kilometer, kilometers, kms, quilómetro, quilómetros
m|length|metre, metres|metro, metros|meter, meters, mts, linear metres, metros lineales
cm|length|centimetre, centimetres|centímetro, centímetros|centimeter, centimeters
mm|length|millimetre, millimetres|milímetro, milímetros|millimeter, millimeters
inch|length|inch, inches|pulgada, pulgadas|polegada, polegadas
µm|length|micrometre, micrometres|micrómetro, micrómetros|micron, microns, micra, micras, micrones, um
m2|area|square metre, square metres|metro cuadrado, metros cuadrados|m², sqm, square meter, square meters, metro quadrado, metros quadrados
ha|area|hectare, hectares|hectárea, hectáreas|hectare, hectares
pcs|count|piece, pieces|unidad, unidades|unit, units, pieza, piezas, pc, unidade, unidades, peça, peças, ea, un, uds, ud, und, pza, pzas
pair|count|pair, pairs|par, pares|pairs of
set|count|set, sets|juego, juegos|kit, kits, conjunto, conjuntos, set, sets
dozen|count|dozen, dozens|docena, docenas|dúzia, dúzias
box|package|box, boxes|caja, cajas|caixa, caixas, carton, cartons
pallet|package|pallet, pallets|palé, palés|palete, paletes, tarima, tarimas
container|package|container, containers|contenedor, contenedores|contentor, contentores, teu, feu, fcl
roll|package|roll, rolls|rollo, rollos|rolo, rolos
drum|package|drum, drums|tambor, tambores|barrel, barrels, barril, barriles
bag|package|bag, bags|saco, sacos|sack, sacks, bolsa, bolsas
bottle|package|bottle, bottles|botella, botellas|garrafa, garrafas
garment|count|garment, garments|prenda, prendas|peças de vestuário, peça de vestuário
meal|service|meal, meals|ración, raciones|menú, menús, comidas, almuerzos, colaciones, refeição, refeições
person|service|person, people|persona, personas|persons, trabajador, trabajadores, worker, workers, employee, employees, pessoa, pessoas, trabalhadores, participantes, participants
trip|service|trip, trips|viaje, viajes|viagem, viagens
visit|service|visit, visits|visita, visitas|inspección, inspecciones, inspection, inspections
sample|service|sample, samples|muestra, muestras|amostra, amostras
h|time|hour, hours|hora, horas|hrs, hr, man-hours, horas hombre, hh
day|time|day, days|día, días|dia, dias, working days, días hábiles, días corridos
kWh|energy|kilowatt-hour, kilowatt-hours|kilovatio hora, kilovatios hora|kwh
MWh|energy|megawatt-hour, megawatt-hours|megavatio hora, megavatios hora|mwh
kW|power|kilowatt, kilowatts|kilovatio, kilovatios|kw
MW|power|megawatt, megawatts|megavatio, megavatios|mw
V|voltage|volt, volts|voltio, voltios|
kV|voltage|kilovolt, kilovolts|kilovoltio, kilovoltios|kv
kVA|power|kilovolt-ampere, kilovolt-amperes|kilovoltamperio, kilovoltamperios|kva
bar|pressure|bar, bars|bar, bares|
psi|pressure|psi, psi|psi, psi|
MPa|strength|megapascal, megapascals|megapascal, megapascales|mpa
°C|temperature|degree Celsius, degrees Celsius|grado Celsius, grados Celsius|ºc
%|share|per cent, per cent|por ciento, por ciento|percent, por cento, pct
ppm|share|part per million, parts per million|parte por millón, partes por millón|ppm
g/m2|density|gram per square metre, grams per square metre|gramo por metro cuadrado, gramos por metro cuadrado|gsm, g/m²
mg/l|density|milligram per litre, milligrams per litre|miligramo por litro, miligramos por litro|mg/l
m3/h|flow|cubic metre an hour, cubic metres an hour|metro cúbico por hora, metros cúbicos por hora|m³/h, m3/hr, m3/hora
l/s|flow|litre a second, litres a second|litro por segundo, litros por segundo|lps, l/s
`

const list = (column: string): readonly string[] =>
  column
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

function unitOfRow(row: string): Unit {
  const [id = '', kind = '', en = '', es = '', others = ''] = row.split('|')
  const [oneEn = id, manyEn = oneEn] = list(en)
  const [oneEs = id, manyEs = oneEs] = list(es)
  const spellings = new Set([id, oneEn, manyEn, oneEs, manyEs, ...list(others)])
  return { id, kind, en: [oneEn, manyEn], es: [oneEs, manyEs], spellings: [...spellings] }
}

let all: readonly Unit[] | undefined
let bySpelling: ReadonlyMap<string, Unit> | undefined

/** Every unit we know, grouped by kind. */
export const units = (): readonly Unit[] => (all ??= rows.trim().split('\n').map(unitOfRow))

/** Every spelling of every unit, folded, with the unit it stands for; the first unit that claims a spelling has it. */
export function unitSpellings(): ReadonlyMap<string, Unit> {
  if (bySpelling !== undefined) return bySpelling
  const map = new Map<string, Unit>()
  for (const unit of units())
    for (const spelling of unit.spellings) if (!map.has(fold(spelling))) map.set(fold(spelling), unit)
  return (bySpelling = map)
}

/** The unit a spelling stands for ("toneladas" is t), or null where we do not know it. */
export const unitNamed = (spelling: string): Unit | null =>
  unitSpellings().get(fold(spelling.trim()).replace(/\.$/, '')) ?? null

/** A unit as people read it: short for measures (t, km), the word for things that are counted. */
export function unitLabel(id: string, language: string, amount: number): string {
  const unit = units().find((candidate) => candidate.id === id)
  if (unit === undefined || !['count', 'package', 'service', 'time'].includes(unit.kind)) return id
  const [one, many] = language.startsWith('es') ? unit.es : unit.en
  return amount === 1 ? one : many
}

const periodLabels: Readonly<Record<Exclude<Period, 'once'>, readonly [en: string, es: string]>> = {
  day: ['a day', 'al día'],
  week: ['a week', 'a la semana'],
  month: ['a month', 'al mes'],
  year: ['a year', 'al año'],
}

/** "a year", "al mes"; nothing for a single amount. */
export const periodLabel = (per: Period | null, language: string): string =>
  per === null || per === 'once' ? '' : periodLabels[per][language.startsWith('es') ? 1 : 0]
