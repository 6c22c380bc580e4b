import {
  asId,
  type Capability,
  type EntryId,
  type OrganisationId,
  type PassportId,
  blankPassport,
  type Passport,
} from '@enlace/domain'
import { expect, test } from 'vitest'
import { isSpoken, spokenTexts } from './spoken.ts'
import { SupplierIndex } from './supplier-index.ts'

const spoken =
  'We mill flour for bakeries and hotels in the north of the country. Our plant has three lines, and each of them is cleaned between two batches, so that flour for people with allergies can be milled on the same day. We deliver within a week in our own trucks, and a laboratory nearby looks at every tenth batch; what it finds is sent to the customer with the invoice.'

test.each([
  ['sentences', spoken, true],
  ['a short list of products', 'Flour, bran, semolina, rye, oats, barley, malt', true],
  ['the same words again and again', 'dust suppressant haul roads mine '.repeat(50), false],
  ['a long list of bare words', Array.from({ length: 300 }, (_, at) => `trade${at}`).join(', '), false],
  ['ten thousand words', Array.from({ length: 2000 }, (_, at) => `the word${at} of`).join(' '), false],
  ['only emoji', '🚜🚛🏭'.repeat(40), true],
  ['nothing', '', true],
])('%s: whether its words count', (_, text, counts) => {
  expect(isSpoken(text, 'en')).toBe(counts)
})

test('what a stuffed text says does not count in a shorter one beside it either; what else is said does', () => {
  const stuffed = 'dust suppressant haul roads mine '.repeat(50)
  expect(spokenTexts([stuffed, 'dust suppressant for haul roads', 'We bake bread'], 'en', isSpoken)).toEqual([
    '',
    '',
    'We bake bread',
  ])
})

const passport = (id: string, about: string, language = 'en'): Passport => ({
  id: asId<PassportId>(id),
  organisationId: asId<OrganisationId>(id),
  name: id,
  state: 'published',
  version: 1,
  publishedAt: null,
  ...blankPassport,
  about,
  language,
  capabilities: [
    {
      id: asId<EntryId>(`${id}-1`),
      text: 'Flour milling',
      categories: [],
      capacity: null,
      leadTimeDays: null,
      minimumOrder: null,
    } satisfies Capability,
  ],
})
const need = { kind: 'need', title: 'Flour', text: 'Flour milling', language: 'en', categories: [], specification: [] }

test.each([
  ['only emoji', '🚜🚛🏭'.repeat(300), 'en'],
  ['a language that is not the one stated', 'Molemos harina para panaderías y hoteles.', 'fr'],
  ['a language nobody knows', '面粉加工服务'.repeat(100), 'zh'],
  ['nothing', '', 'en'],
  ['a hundred thousand letters', 'flour '.repeat(17_000), 'en'],
])('a passport whose description is %s is found by what else it says', (_, about, language) => {
  const index = new SupplierIndex()
  index.put(passport('odd', about, language))
  index.put(passport('plain', 'We bake.'))
  const found = index.retrieveCandidates(need as never)
  expect(found.supplierIds).toContain(asId<OrganisationId>('odd'))
})
