import type { Period, Quantity } from './place.ts'

/** Units that mean the same kind of thing, each with its size in the first unit of its kind. */
const kinds: readonly Readonly<Record<string, number>>[] = [
  {
    kg: 1,
    g: 0.001,
    mg: 0.000001,
    t: 1000,
    ton: 1000,
    tons: 1000,
    tonne: 1000,
    tonnes: 1000,
    tonelada: 1000,
    toneladas: 1000,
    mt: 1000,
    lb: 0.45359237,
    lbs: 0.45359237,
    q: 100,
    qq: 46,
  },
  {
    l: 1,
    litre: 1,
    litres: 1,
    liter: 1,
    liters: 1,
    litro: 1,
    litros: 1,
    ml: 0.001,
    cl: 0.01,
    hl: 100,
    m3: 1000,
    gal: 3.785411784,
  },
  { m: 1, metre: 1, metres: 1, meter: 1, meters: 1, metro: 1, metros: 1, mm: 0.001, cm: 0.01, km: 1000, ft: 0.3048 },
  { m2: 1, ha: 10_000, km2: 1_000_000, sqm: 1, ft2: 0.09290304 },
  {
    pcs: 1,
    pc: 1,
    piece: 1,
    pieces: 1,
    unit: 1,
    units: 1,
    each: 1,
    ea: 1,
    pieza: 1,
    piezas: 1,
    unidad: 1,
    unidades: 1,
    unidade: 1,
    u: 1,
    un: 1,
    dozen: 12,
    docena: 12,
  },
  { h: 1, hour: 1, hours: 1, hora: 1, horas: 1 },
]

const sizes = new Map(
  kinds.flatMap((units, kind) =>
    Object.entries(units).map(([unit, size]) => [unit, { kind: String(kind), size }] as const),
  ),
)

/** A unit's kind and size; a unit we do not know is a kind of its own. */
function unitOf(unit: string): { readonly kind: string; readonly size: number } {
  const key = unit.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[\s.]/g, '')
  return sizes.get(key) ?? { kind: key, size: 1 }
}

const timesAYear: Readonly<Record<Exclude<Period, 'once'>, number>> = { day: 365, week: 52, month: 12, year: 1 }

/**
 * How many times `have` covers `want`, or null where the two cannot be compared (other units, or a single amount
 * against a rate the wrong way round). A rate covers a single amount by what it yields in `windowYears`.
 */
export function coverageOf(have: Quantity, want: Quantity, windowYears: number): number | null {
  const left = unitOf(have.unit)
  const right = unitOf(want.unit)
  if (left.kind !== right.kind || !(want.value > 0) || !(have.value >= 0)) return null
  const amount = (have.value * left.size) / (want.value * right.size)
  const haveRate = have.per === null || have.per === 'once' ? null : timesAYear[have.per]
  const wantRate = want.per === null || want.per === 'once' ? null : timesAYear[want.per]
  if (wantRate === null) return haveRate === null ? amount : amount * haveRate * windowYears
  return haveRate === null ? null : (amount * haveRate) / wantRate
}
