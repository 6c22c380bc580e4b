import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkReasons } from './found.ts'
import { parseNeedText, type ParsedNeed } from './need-text.ts'

const today = '2025-11-22'
const read = (text: string, language = 'en'): ParsedNeed => parseNeedText(text, language, today)
const valueOf = <Value>(found: { readonly value: Value } | null): Value | null => found?.value ?? null

const dust = `Dust suppressant for 38 km of haul roads, 400 t a year
We need a chloride-free binder for unpaved mine roads near Calama, Chile. PM10 must fall by at least 60 %.
Delivery from 1 February 2026 to 31 January 2027, within 150 km of the site. ISO 9001 is required and ISO 14001 desirable.
Budget: US$ 900,000 to 1.2 million. Answers until 4 Dec. 30 % local content. Reports in Spanish.`

test('an English need is read field by field', () => {
  const need = read(dust)
  expect(valueOf(need.title)).toBe('Dust suppressant for 38 km of haul roads, 400 t a year')
  expect(valueOf(need.language)).toBe('en')
  expect(valueOf(need.volume)).toEqual({ value: 400, unit: 't', per: 'year' })
  expect([need.answerBy, need.deliverFrom, need.deliverUntil].map(valueOf)).toEqual([
    '2025-12-04',
    '2026-02-01',
    '2027-01-31',
  ])
  expect(valueOf(need.place)).toEqual({
    country: 'CL',
    region: 'Antofagasta',
    locality: 'Calama',
    latitude: -22.46,
    longitude: -68.93,
  })
  expect(valueOf(need.deliveryRadiusKm)).toBe(150)
  expect(need.requiredCertificates.map(valueOf)).toEqual([
    { scheme: 'ISO 9001', mandatory: true },
    { scheme: 'ISO 14001', mandatory: false },
  ])
  expect(valueOf(need.budget)).toEqual({
    min: { amountMinor: 90_000_000, currency: 'USD' },
    max: { amountMinor: 120_000_000, currency: 'USD' },
  })
  expect(valueOf(need.localContentPercent)).toBe(30)
  expect(need.languages.map(valueOf)).toEqual([{ language: 'es', level: 'working' }])
  expect(need.categories[0]?.code.code).toBe('24957000')
  expect(need.specification.map(valueOf)).toEqual([
    { text: 'Dust suppressant for 38 km of haul roads', value: 38, unit: 'km', tolerance: null, mandatory: false },
    { text: 'PM10 must fall by at least 60 %', value: 60, unit: '%', tolerance: null, mandatory: true },
  ])
})

test('what was completed or guessed is marked to be checked, with its words', () => {
  const need = read(dust)
  expect(need.answerBy).toEqual({
    value: '2025-12-04',
    spans: [{ start: dust.indexOf('4 Dec'), end: dust.indexOf('4 Dec') + 6, text: '4 Dec.' }],
    check: 'year-guessed',
  })
  expect([need.deliverFrom?.check, need.volume?.check, need.budget?.check]).toEqual([null, null, null])
  expect(need.volume?.spans.map((span) => span.text)).toEqual(['400 t a year'])
})

test('a Spanish need is read field by field', () => {
  const need = read(`Asunto: Confección de poleras
Buscamos taller que confeccione 1,200 unidades al mes de poleras de algodón orgánico, gramaje 180 g/m2 ± 5, en Lima. Exigimos GOTS.
Entrega a partir del 15 de marzo de 2026. Presupuesto hasta S/ 45 mil. Enviar cotizaciones a más tardar el 20/01/2026.`)
  expect([need.title, need.language].map(valueOf)).toEqual(['Confección de poleras', 'es'])
  expect(need.volume).toMatchObject({ value: { value: 1200, unit: 'pcs', per: 'month' }, check: 'separator-guessed' })
  expect([need.answerBy, need.deliverFrom, need.deliverUntil].map(valueOf)).toEqual(['2026-01-20', '2026-03-15', null])
  expect(need.specification.map(valueOf)).toEqual([
    { text: 'gramaje 180 g/m2 ± 5', value: 180, unit: 'g/m2', tolerance: 5, mandatory: false },
  ])
  expect(valueOf(need.place)?.locality).toBe('Lima')
  expect(valueOf(need.budget)).toEqual({ min: null, max: { amountMinor: 4_500_000, currency: 'PEN' } })
  expect(need.requiredCertificates.map(valueOf)).toEqual([{ scheme: 'GOTS', mandatory: true }])
  expect(need.categories.map((category) => category.code.code)).toContain('18330000')
})

test('a Portuguese need is read field by field', () => {
  const need = read(
    'Procuramos fornecedor de placas eletrónicas, 5.000 peças por mês, IPC-A-610, entrega em Braga até 30 de junho de 2026. Orçamento: 80.000 €. Nível de inglês fluente.',
  )
  expect(valueOf(need.language)).toBe('pt')
  expect(valueOf(need.volume)).toEqual({ value: 5000, unit: 'pcs', per: 'month' })
  expect([valueOf(need.deliverUntil), valueOf(need.place)?.country]).toEqual(['2026-06-30', 'PT'])
  expect(need.languages.map(valueOf)).toEqual([{ language: 'en', level: 'fluent' }])
  expect(need.budget).toMatchObject({
    value: { min: null, max: { amountMinor: 8_000_000, currency: 'EUR' } },
    check: 'bound-guessed',
  })
})

test.each([
  ['400 t a year', { value: 400, unit: 't', per: 'year' }, null],
  ['1.200 unidades al mes', { value: 1200, unit: 'pcs', per: 'month' }, null],
  ['buscamos 1,200 unidades al mes', { value: 1200, unit: 'pcs', per: 'month' }, 'separator-guessed'],
  ['annual demand of 20 thousand litres', { value: 20_000, unit: 'l', per: 'year' }, null],
  ['12,000 uniforms a year', { value: 12_000, unit: 'pcs', per: 'year' }, 'unit-guessed'],
  ['350 meals/day', { value: 350, unit: 'meal', per: 'day' }, null],
  ['25 pallets', { value: 25, unit: 'pallet', per: null }, 'period-missing'],
] as const)('the volume of "%s" is %j', (text, volume, check) => {
  expect(read(text).volume).toMatchObject({ value: volume, check })
})

test('lengths, percentages and durations alone are no volume', () => {
  expect([read('38 km of roads').volume, read('60 % less dust').volume, read('within 30 days').volume]).toEqual([
    null,
    null,
    null,
  ])
})

test.each([
  ['Offers due 03/04/2026', 'answerBy', '2026-04-03', 'order-guessed'],
  ['Offers due 2026-04-03', 'answerBy', '2026-04-03', null],
  ['Offers due 04/25/2026', 'answerBy', '2026-04-25', null],
  ['Cierre de ofertas: 3 de enero', 'answerBy', '2026-01-03', 'year-guessed'],
  ['Delivery until March 2026', 'deliverUntil', '2026-03-31', 'day-guessed'],
  ['Entrega desde marzo de 2026', 'deliverFrom', '2026-03-01', 'day-guessed'],
  ['On 5 May 2026', 'answerBy', '2026-05-05', 'role-guessed'],
] as const)('"%s" gives %s %s', (text, field, value, check) => {
  expect(read(text)[field]).toMatchObject({ value, check })
})

test('days that do not exist and days gone by without a role are not taken', () => {
  expect([read('Offers due 31/02/2026').answerBy, read('On 5 May 2024').answerBy]).toEqual([null, null])
})

test.each([
  ['Presupuesto: $ 12.000.000, en Antofagasta, Chile', 'CLP', 12_000_000, 'currency-guessed'],
  ['Budget up to EUR 250.000,00', 'EUR', 25_000_000, null],
  ['up to 40k USD', 'USD', 4_000_000, null],
  ['budget max R$ 80 mil', 'BRL', 8_000_000, null],
] as const)('the budget of "%s" is at most %s %i in minor units', (text, currency, amountMinor, check) => {
  expect(read(text, 'es').budget).toMatchObject({ value: { min: null, max: { amountMinor, currency } }, check })
})

test('a price per unit is no budget', () => {
  expect([read('We pay US$ 3/kg').budget, read('precio de US$ 900 por tonelada').budget]).toEqual([null, null])
})

test('a town that several countries have is marked, and settled by a country named beside it', () => {
  expect(read('Plant in Córdoba').place?.check).toBe('place-guessed')
  expect(read('Plant in Córdoba, Argentina').place).toMatchObject({ value: { country: 'AR' }, check: null })
})

test('a place in lower case may be a word and is left alone', () => {
  expect(read('entrega en la planta, faro y puebla gente').place).toBeNull()
})

test('an open problem is taken for a challenge, to be checked', () => {
  expect(read('Desafío: reducir el polvo en correas').kind).toMatchObject({ value: 'challenge', check: 'kind-guessed' })
  expect(read('Pumps for a mine').kind).toBeNull()
})

test('an empty text gives an empty form in the language of the page', () => {
  expect(read('', 'es')).toEqual({
    title: null,
    language: { value: 'es', spans: [], check: 'language-guessed' },
    kind: null,
    volume: null,
    specification: [],
    answerBy: null,
    deliverFrom: null,
    deliverUntil: null,
    place: null,
    deliveryRadiusKm: null,
    requiredCertificates: [],
    languages: [],
    budget: null,
    localContentPercent: null,
    categories: [],
  })
})

const pieces = [
  '400 t',
  'a year',
  'US$',
  '1.200',
  '2 million',
  'to',
  'ISO 9001',
  'Calama',
  'Chile',
  'until',
  '4 Dec',
  '31/12/2026',
  '-',
  '•',
  '\n',
  '±',
  '%',
  'km',
  'within 5 km',
  'inglés',
  'hasta',
  '\u0000',
  '🚚',
  '99999999999999999999',
  '. ',
  'desafío',
]

test('any text is read without a fault, and every found value stands where it says', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((list) => list.join(' ')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const need = read(text)
      const single = [
        need.title,
        need.kind,
        need.volume,
        need.answerBy,
        need.deliverFrom,
        need.deliverUntil,
        need.place,
        need.deliveryRadiusKm,
        need.budget,
        need.localContentPercent,
      ]
      const found = [
        ...single.filter((one) => one !== null),
        ...need.specification,
        ...need.requiredCertificates,
        ...need.languages,
      ]
      for (const { spans, check } of found) {
        expect(spans.length).toBeGreaterThan(0)
        expect(check === null || checkReasons.includes(check)).toBe(true)
        for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text)
      }
      for (const money of [need.budget?.value.min ?? null, need.budget?.value.max ?? null])
        expect(money === null || Number.isSafeInteger(money.amountMinor)).toBe(true)
      for (const { value } of [need.answerBy, need.deliverFrom, need.deliverUntil].filter((one) => one !== null))
        expect(value).toMatch(/^20\d\d-\d\d-\d\d$/)
    }),
    { numRuns: 300 },
  )
})
