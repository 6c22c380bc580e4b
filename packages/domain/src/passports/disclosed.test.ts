import { describe, expect, it } from 'vitest'

import { asId } from '../brand.ts'
import { audiences, disclosedTo, disclosedToEveryone, disclosedToMatched, withheldFrom } from './disclosed.ts'
import { type PassportContent, type PassportField, passportFields, unstatedFacts } from './passport.ts'

const passport: PassportContent = {
  headline: 'Pumps',
  about: 'We mend pumps',
  language: 'en',
  website: 'https://pumps.example',
  contactEmail: 'a@example.org',
  facts: {
    ...unstatedFacts,
    staff: 12,
    localOwnershipPercent: 80,
    womenOwnershipPercent: 30,
    foundedYear: 1990,
    turnover: { amountMinor: 1, currency: 'USD', year: 2025 },
    balance: { amountMinor: 2, currency: 'USD', year: 2025 },
  },
  capabilities: [
    {
      id: asId('c'),
      text: 'Pumps',
      categories: [],
      capacity: null,
      leadTimeDays: 3,
      minimumOrder: { value: 5, unit: 't', per: null },
    },
  ],
  references: [
    {
      id: asId('r'),
      text: 'Built a pump',
      categories: [],
      customer: null,
      year: null,
      value: null,
      place: null,
      confirmedByCustomer: false,
    },
  ],
  certificates: [
    {
      id: asId('i'),
      scheme: 'ISO 9001',
      scope: null,
      issuer: null,
      number: null,
      issuedOn: null,
      expiresOn: null,
      fileId: null,
      verifiedBy: null,
    },
  ],
  visibility: {},
}

/** Whether a passport still says anything of a field; written apart from the code under test. */
const says: Readonly<Record<PassportField, (content: PassportContent) => boolean>> = {
  turnover: ({ facts }) => facts.turnover !== null,
  balance: ({ facts }) => facts.balance !== null,
  localOwnershipPercent: ({ facts }) => facts.localOwnershipPercent !== null,
  womenOwnershipPercent: ({ facts }) => facts.womenOwnershipPercent !== null,
  staff: ({ facts }) => facts.staff !== null,
  references: ({ references }) => references.length > 0,
  certificates: ({ certificates }) => certificates.length > 0,
  minimumOrder: ({ capabilities }) => capabilities.some((row) => row.minimumOrder !== null),
  contact: ({ contactEmail }) => contactEmail !== null,
}
const unsetIsForMatched: readonly PassportField[] = ['turnover', 'balance', 'minimumOrder', 'contact']

describe.each(passportFields)('the field %s', (field) => {
  const shownTo = (visibility: 'everyone' | 'matched' | 'nobody' | undefined): string[] => {
    const content = { ...passport, visibility: visibility === undefined ? {} : { [field]: visibility } }
    const shown = audiences.filter((audience) => says[field](disclosedTo(content, audience)))
    expect(audiences.filter((audience) => !withheldFrom(content, audience).includes(field))).toEqual(shown)
    return shown
  }

  it('is shown to exactly those its setting names', () => {
    expect(shownTo('everyone')).toEqual(['own', 'matched', 'everyone'])
    expect(shownTo('matched')).toEqual(['own', 'matched'])
    expect(shownTo('nobody')).toEqual(['own'])
    expect(shownTo(undefined)).toEqual(
      unsetIsForMatched.includes(field) ? ['own', 'matched'] : ['own', 'matched', 'everyone'],
    )
  })

  it('takes no other field with it', () => {
    const content = {
      ...passport,
      visibility: { ...Object.fromEntries(passportFields.map((each) => [each, 'everyone'])), [field]: 'nobody' },
    }
    const shown = disclosedTo(content, 'matched')
    expect(passportFields.filter((each) => !says[each](shown))).toEqual([field])
    expect([
      shown.headline,
      shown.about,
      shown.website,
      shown.facts.foundedYear,
      shown.capabilities[0]?.leadTimeDays,
    ]).toEqual(['Pumps', 'We mend pumps', 'https://pumps.example', 1990, 3])
  })
})

it('the two short forms speak of the audiences they name', () => {
  const content: PassportContent = {
    ...passport,
    visibility: { staff: 'matched', references: 'nobody', turnover: 'everyone' },
  }
  expect(disclosedToEveryone(content)).toEqual(disclosedTo(content, 'everyone'))
  expect(disclosedToMatched(content)).toEqual(disclosedTo(content, 'matched'))
  expect(disclosedToEveryone(content)).not.toEqual(disclosedToMatched(content))
})
