import { expect, it } from 'vitest'

import { asId } from '../brand.ts'
import { certificateStanding } from './certificate-standing.ts'
import { blankPassport, type PassportContent, unstatedFacts } from './passport.ts'
import { checkPublishablePassport, publicationFaults } from './passport-rules.ts'

const reference = {
  id: asId<never>('r'),
  text: 'Built a pump',
  categories: [],
  customer: null,
  year: null,
  value: null,
  place: null,
  confirmedByCustomer: false,
}
const certificate = {
  id: asId<never>('c'),
  scheme: 'ISO 9001',
  scope: null,
  issuer: null,
  number: null,
  issuedOn: null,
  expiresOn: null,
  fileId: null,
  verifiedBy: null,
}
const full: PassportContent = {
  ...blankPassport,
  headline: 'Pumps',
  facts: { ...unstatedFacts, country: 'CL' },
  references: [reference],
  certificates: [certificate],
}

const paths = (content: PassportContent): string[] => publicationFaults(content).map(({ path }) => path)

it('a passport says what it does, where, and one thing it can do or has done, and then it may be published', () => {
  expect(paths(blankPassport)).toEqual([
    'body.content.headline',
    'body.content.facts.country',
    'body.content.capabilities',
  ])
  expect(paths(full)).toEqual([])
  expect(checkPublishablePassport(full)).toBeUndefined()
  expect(() => checkPublishablePassport(blankPassport)).toThrow(
    expect.objectContaining({ code: 'passport.incomplete', faults: publicationFaults(blankPassport) }),
  )
})

it('entries that were begun and not written are named one by one', () => {
  expect(
    paths({
      ...full,
      headline: '  ',
      references: [reference, { ...reference, text: ' ' }],
      capabilities: [
        { id: asId('x'), text: '', categories: [], capacity: null, leadTimeDays: null, minimumOrder: null },
      ],
      certificates: [
        certificate,
        { ...certificate, scheme: '' },
        { ...certificate, issuedOn: '2026-01-02', expiresOn: '2026-01-01' },
        { ...certificate, issuedOn: '2026-01-02', expiresOn: '2026-01-02' },
      ],
    }),
  ).toEqual([
    'body.content.headline',
    'body.content.capabilities.0.text',
    'body.content.references.1.text',
    'body.content.certificates.1.scheme',
    'body.content.certificates.2.expiresOn',
  ])
})

it.each([
  [null, 'undated'],
  ['2026-11-21', 'expired'],
  ['2026-11-22', 'expiring'],
  ['2027-01-21', 'expiring'],
  ['2027-01-22', 'valid'],
] as const)('a certificate that ends on %s is %s on 22 November 2026', (expiresOn, standing) => {
  expect(certificateStanding({ expiresOn }, '2026-11-22')).toBe(standing)
})
