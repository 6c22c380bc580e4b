import { describe, expect, it } from 'vitest'

import { asId, type EntryId, type FileId, type OrganisationId } from '../brand.ts'
import { type Certificate, type PassportContent, type Reference, blankPassport } from './passport.ts'
import { settleEntries, type WrittenPassport } from './settle-entries.ts'

const counter = (): (() => EntryId) => {
  let last = 0
  return () => asId<EntryId>(`new-${(last += 1)}`)
}
const agency = asId<OrganisationId>('agency')
const certificate: Certificate = {
  id: asId('paper'),
  scheme: 'ISO 9001',
  scope: 'pumps',
  issuer: 'A body',
  number: '7',
  issuedOn: '2025-01-01',
  expiresOn: '2028-01-01',
  fileId: asId<FileId>('file'),
  verifiedBy: agency,
}
const reference: Reference = {
  id: asId('work'),
  text: 'Built a pump',
  categories: [],
  customer: 'A mine',
  year: 2024,
  value: { amountMinor: 5, currency: 'USD' },
  place: null,
  confirmedByCustomer: true,
}
const before: PassportContent = {
  ...blankPassport,
  references: [reference],
  certificates: [certificate],
}
const written = (given: Partial<WrittenPassport>): WrittenPassport => ({
  ...before,
  references: [],
  certificates: [],
  ...given,
})
const capability = { text: 'Pumps', categories: [], capacity: null, leadTimeDays: null, minimumOrder: null }

describe('entries of a saved passport', () => {
  it('keep the id they came with, and get one where they had none or another entry took it', () => {
    const content = settleEntries(
      written({
        capabilities: [{ ...capability, id: asId('mine') }, capability, { ...capability, id: asId('mine') }],
        references: [{ ...reference, id: asId('mine') }],
      }),
      null,
      counter(),
    )
    expect(content.capabilities.map(({ id }) => id)).toEqual(['mine', 'new-1', 'new-2'])
    expect(content.references.map(({ id }) => id)).toEqual(['new-3'])
  })

  it('keep what others confirmed while they say the same, whatever the order of the fields in a sum', () => {
    const content = settleEntries(
      written({
        references: [{ ...reference, value: { currency: 'USD', amountMinor: 5 } }],
        certificates: [certificate],
      }),
      before,
      counter(),
    )
    expect([content.references[0]?.confirmedByCustomer, content.certificates[0]?.verifiedBy]).toEqual([true, agency])
  })

  it.each<[string, Partial<Certificate>]>([
    ['scheme', { scheme: 'ISO 14001' }],
    ['scope', { scope: null }],
    ['issuer', { issuer: 'Another' }],
    ['number', { number: '8' }],
    ['issue', { issuedOn: '2025-01-02' }],
    ['end', { expiresOn: '2030-01-01' }],
    ['file', { fileId: asId<FileId>('other') }],
    ['id', { id: asId('other') }],
  ])('lose the verification when the %s of the certificate changes', (_, change) => {
    expect(
      settleEntries(written({ certificates: [{ ...certificate, ...change }] }), before, counter()).certificates[0]
        ?.verifiedBy,
    ).toBeNull()
  })

  it.each<[string, Partial<Reference>]>([
    ['text', { text: 'Built two' }],
    ['customer', { customer: null }],
    ['year', { year: 2025 }],
    ['value', { value: { amountMinor: 6, currency: 'USD' } }],
    ['currency', { value: { amountMinor: 5, currency: 'EUR' } }],
  ])('lose the confirmation when the %s of the reference changes', (_, change) => {
    expect(
      settleEntries(written({ references: [{ ...reference, ...change }] }), before, counter()).references[0]
        ?.confirmedByCustomer,
    ).toBe(false)
  })

  it('cannot be confirmed by whoever writes them', () => {
    const forged = {
      references: [{ ...reference, id: undefined }],
      certificates: [{ ...certificate, id: undefined, verifiedBy: agency }],
    }
    const content = settleEntries(written(forged), null, counter())
    expect([content.references[0]?.confirmedByCustomer, content.certificates[0]?.verifiedBy]).toEqual([false, null])
  })
})
