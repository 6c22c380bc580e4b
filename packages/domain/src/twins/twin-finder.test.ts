import { expect, test } from 'vitest'
import { asId, type OrganisationId } from '../brand.ts'
import type { FirmFacts } from './twin.ts'
import { TwinFinder } from './twin-finder.ts'

/** A small generator of its own: the same seed gives the same firms. */
function createDice(seed: number): (count: number) => number {
  let state = seed
  return (count) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count
  }
}
const syllables = 'ba ce di fo gu la me ni po ru sa te vi zo ar en is or un al bre cla dri tro fla gri pli'.split(' ')
const trades =
  'Maquinados Industrias Transportes Construcciones Servicios Distribuidora Tecnologia Ingenieria Molinos Plasticos'.split(
    ' ',
  )
const forms = ['SA de CV', 'S.A. de C.V.', 'SRL', 'S. de R.L.', 'SAPI', 'Ltda.', '']
const abbreviated: Readonly<Record<string, string>> = {
  Maquinados: 'Maq.',
  Industrias: 'Ind.',
  Transportes: 'Transp.',
  Construcciones: 'Constr.',
  Servicios: 'Serv.',
  Distribuidora: 'Dist.',
  Ingenieria: 'Ing.',
}
const towns = Array.from({ length: 60 }, (_, at) => `Villa ${syllables[at % 27]}${syllables[(at * 7) % 27]}`)

type Pair = { readonly row: FirmFacts; readonly same: OrganisationId | null }

/** Firms as they are kept, and rows that speak of them again, of a sister in the same group, or of a stranger. */
function generate(size: number, rows: number): { firms: FirmFacts[]; pairs: Pair[] } {
  const dice = createDice(41)
  const one = <Item>(list: readonly Item[]): Item => {
    const item = list[dice(list.length)]
    if (item === undefined) throw new Error('nothing to choose from')
    return item
  }
  const word = (): string => {
    const text = one(syllables) + one(syllables) + one(syllables) + one(syllables)
    return text.charAt(0).toUpperCase() + text.slice(1)
  }
  const firm = (at: number): FirmFacts => {
    const name = `${one(trades)} ${word()}${dice(3) === 0 ? ` del ${one(['Sur', 'Norte', 'Centro', 'Valle'])}` : ''}`
    const site = `${name.toLowerCase().replace(/\s+/g, '')}${at}.example`
    return {
      id: asId<OrganisationId>(`firm-${at}`),
      name: `${name} ${one(forms)}`.trim(),
      country: 'MX',
      region: 'Region',
      town: dice(10) === 0 ? null : one(towns),
      taxId: dice(2) === 0 ? `MX${100_000 + at}` : null,
      website: dice(2) === 0 ? `https://www.${site}` : null,
      email: dice(2) === 0 ? `ventas@${dice(4) === 0 ? 'gmail.com' : site}` : null,
    }
  }
  const slip = (text: string): string => {
    const at = 4 + dice(Math.max(1, text.length - 5))
    return dice(2) === 0
      ? text.slice(0, at) + text.slice(at + 1)
      : text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
  }
  const bare = (name: string): string =>
    forms.filter((form) => form !== '').reduce((text, form) => text.replace(` ${form}`, ''), name)
  const again = (known: FirmFacts, at: number): FirmFacts => {
    let name = bare(known.name)
    if (dice(3) === 0) name = slip(name)
    if (dice(3) === 0) for (const [long, short] of Object.entries(abbreviated)) name = name.replace(long, short)
    if (dice(4) === 0) name = name.toUpperCase()
    return {
      ...known,
      id: asId<OrganisationId>(`row-${at}`),
      name: `${name} ${one(forms)}`.trim(),
      taxId: dice(2) === 0 ? null : known.taxId,
      website: dice(2) === 0 ? null : (known.website?.replace('https://www.', 'http://') ?? null),
      email: dice(2) === 0 ? null : known.email,
      town: dice(8) === 0 ? null : known.town,
    }
  }
  /** Another firm of the group: its name says where or what, the web and the mail are shared. */
  const sister = (known: FirmFacts, at: number): FirmFacts => ({
    ...known,
    id: asId<OrganisationId>(`row-${at}`),
    name: `${bare(known.name)} ${one(['Oriente', 'Logistica', 'Bajio', 'Inmobiliaria'])} ${one(forms)}`.trim(),
    taxId: dice(2) === 0 ? `MX9${at}` : null,
    town: dice(2) === 0 ? one(towns) : known.town,
  })
  const firms = Array.from({ length: size }, (_, at) => firm(at))
  const pairs = Array.from({ length: rows }, (_, at): Pair => {
    const known = one(firms)
    const kind = dice(4)
    if (kind < 2) return { row: again(known, at), same: known.id }
    if (kind === 2) return { row: sister(known, at), same: null }
    return { row: { ...firm(size + at), id: asId<OrganisationId>(`row-${at}`) }, same: null }
  })
  return { firms, pairs }
}

function measure(size: number, rows: number) {
  const { firms, pairs } = generate(size, rows)
  const finder = new TwinFinder()
  for (const firm of firms) finder.add(firm)
  let right = 0
  let wrong = 0
  for (const { row, same } of pairs)
    for (const { firm } of finder.find(row)) {
      if (firm.id === same) right += 1
      else wrong += 1
    }
  const asked = pairs.filter(({ same }) => same !== null).length
  return { precision: right / (right + wrong), recall: right / asked, compared: finder.compared / rows }
}

test('what is shown as the same firm is the same, and most that is the same is shown', () => {
  const found = measure(5000, 2000)
  console.log(
    `twins: precision ${found.precision.toFixed(3)}, recall ${found.recall.toFixed(3)}, ${found.compared.toFixed(1)} comparisons a row`,
  )
  expect(found.precision).toBeGreaterThanOrEqual(0.98)
  expect(found.recall).toBeGreaterThanOrEqual(0.85)
})

test('a row costs about as many comparisons against ten times as many firms', () => {
  const [few, many] = [measure(3000, 500), measure(30_000, 500)]
  console.log(`comparisons a row: ${few.compared.toFixed(1)} of 3,000 firms, ${many.compared.toFixed(1)} of 30,000`)
  expect(many.compared).toBeLessThan(3 * few.compared + 20)
  expect(many.precision).toBeGreaterThanOrEqual(0.98)
})

const facts = (name: string, more: Partial<FirmFacts> = {}): FirmFacts => ({
  id: asId<OrganisationId>(name),
  name,
  country: 'MX',
  region: null,
  town: 'Villa Sur',
  taxId: null,
  website: null,
  email: null,
  ...more,
})
test.each([
  [
    'the legal form alone differs',
    facts('Maquinados del Sur SA de CV'),
    facts('MAQUINADOS DEL SUR'),
    ['same-name', 'same-town'],
  ],
  [
    'the tax number is the same',
    facts('Molinos Aldo', { taxId: 'ABC-12' }),
    facts('Aldo Molinos SRL', { taxId: 'abc12', town: null }),
    ['same-name', 'same-tax'],
  ],
])('says why: %s', (_, one, other, reasons) => {
  const finder = new TwinFinder()
  finder.add(one)
  expect(finder.find(other)).toMatchObject([{ firm: { id: one.id }, reasons }])
})
test.each([
  ['another country', facts('Molinos Aldo'), facts('Molinos  Aldo', { country: 'CL' })],
  ['another tax number', facts('Molinos Aldo', { taxId: '1' }), facts('Molinos  Aldo', { taxId: '2' })],
  ['another town and nothing else', facts('Molinos Aldo'), facts('Molinos  Aldo', { town: 'Villa Norte' })],
  [
    'another firm of its group',
    facts('Molinos Aldo', { website: 'https://aldo.example' }),
    facts('Molinos Aldo Logistica', { website: 'https://aldo.example' }),
  ],
])('keeps apart: %s', (_, one, other) => {
  const finder = new TwinFinder()
  finder.add(one)
  expect(finder.find(other)).toEqual([])
})
