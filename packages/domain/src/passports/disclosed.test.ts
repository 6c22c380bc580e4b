import { describe, expect, it } from 'vitest'

import { asId } from '../brand.ts'
import { disclosedToEveryone, disclosedToMatched } from './disclosed.ts'
import { type PassportContent, unstatedFacts } from './passport.ts'

const passport: PassportContent = {
  headline: 'Pumps', about: '', language: 'en', website: null, contactEmail: 'a@example.org',
  facts: { ...unstatedFacts, staff: 12, localOwnershipPercent: 80, turnover: { amountMinor: 1, currency: 'USD', year: 2025 } },
  capabilities: [],
  references: [{ id: asId('r'), text: 'Built a pump', categories: [], customer: null, year: null, value: null, place: null, confirmedByCustomer: false }],
  certificates: [],
  visibility: { staff: 'matched', references: 'nobody', turnover: 'everyone' },
}

describe('a passport with fields that are not for everyone', () => {
  it('shows everyone only what is for everyone or not restricted', () => {
    const shown = disclosedToEveryone(passport)
    expect([shown.facts.staff, shown.references, shown.facts.turnover?.year, shown.facts.localOwnershipPercent, shown.contactEmail]).toEqual([null, [], 2025, 80, 'a@example.org'])
  })

  it('shows a matched buyer what is kept from everyone else, but not what nobody may see', () => {
    const shown = disclosedToMatched(passport)
    expect([shown.facts.staff, shown.references, shown.facts.turnover?.year]).toEqual([12, [], 2025])
  })
})
