import { expect, it } from 'vitest'

import { asId, type NeedId, type OrganisationId, type PassportId } from '../../brand.ts'
import { exclusionGrounds, type ExclusionStatement } from '../../exclusions/exclusion.ts'
import { blankNeed, type Need } from '../../needs/need.ts'
import { blankPassport, type Passport } from '../../passports/passport.ts'
import { scoreMatch } from '../score.ts'
import { noSignals } from '../signals.ts'
import { weightProfiles } from '../weights.ts'

const need = (excludes: Need['excludes']): Need => ({
  ...blankNeed,
  id: asId<NeedId>('need'),
  organisationId: asId<OrganisationId>('buyer'),
  title: 'Seals',
  text: 'Seals',
  categories: [{ scheme: 'CPV', code: '42122000' }],
  state: 'published',
  version: 1,
  createdAt: '2026-01-01T00:00:00Z',
  publishedAt: '2026-01-01T00:00:00Z',
  ...(excludes === undefined ? {} : { excludes }),
})
const passport = (statements: readonly ExclusionStatement[]): Passport => ({
  ...blankPassport,
  id: asId<PassportId>('passport'),
  organisationId: asId<OrganisationId>('firm'),
  name: 'Firm',
  state: 'published',
  version: 1,
  publishedAt: '2026-01-01T00:00:00Z',
  capabilities: [
    {
      id: asId('one'),
      text: 'Seals',
      categories: [{ scheme: 'CPV', code: '42122000' }],
      capacity: null,
      leadTimeDays: null,
      minimumOrder: null,
    },
  ],
  ...(statements.length === 0 ? {} : { exclusions: { revision: '1', statements } }),
})
const scored = (excludes: Need['excludes'], statements: readonly ExclusionStatement[]) =>
  scoreMatch(need(excludes), passport(statements), noSignals, weightProfiles['producer-driven'], '2026-11-26')
const own = (ground: ExclusionStatement['ground'], says: ExclusionStatement['says']): ExclusionStatement => ({
  ground,
  says,
  on: '2026-05-01',
  by: null,
  source: '',
})
const clean = exclusionGrounds.map((ground) => own(ground, 'none'))

it('is no gate where the buyer excludes for nothing', () => {
  expect(scored(undefined, [own('weapons', 'yes')]).gates).toEqual([])
  expect(scored([], [own('weapons', 'yes')]).gates).toEqual([])
})

it('asks where nothing is said, at no cost to the score, and saying so is the way in', () => {
  const [silent, said] = [scored(exclusionGrounds, []), scored(exclusionGrounds, clean)]
  expect(silent.gates.map(({ verdict }) => verdict)).toEqual(['unstated'])
  expect(silent.score).toBe(said.score)
  expect(silent.score).toBeGreaterThan(0)
  expect(silent.gaps.map(({ id, scoreAfter }) => [id, scoreAfter])).toContainEqual(['exclusions', said.score])
  expect(silent.closing.wayIn?.gaps.map(({ id }) => id)).toEqual(['exclusions'])
  expect([said.gates[0]?.verdict, said.gates[0]?.detail]).toEqual(['pass', { on: '2026-05-01' }])
})

it('excludes with what it rests on, and no remedy promises otherwise', () => {
  const looked: ExclusionStatement = { ...own('sanctions', 'yes'), by: 'Agency', source: 'List A, register' }
  const barred = scored(exclusionGrounds, [...clean, looked])
  expect(barred.score).toBe(0)
  expect(barred.gates[0]).toEqual({
    id: 'exclusions',
    verdict: 'fail',
    detail: { grounds: 'sanctions', on: '2026-05-01', by: 'Agency', source: 'List A, register' },
    evidence: null,
  })
  expect([barred.gaps.some(({ id }) => id === 'exclusions'), barred.closing.wayIn]).toEqual([false, null])
})

it("shows another's look before the supplier's own word where both clear it", () => {
  const looked: ExclusionStatement = { ...own('labour', 'none'), by: 'Agency', source: 'Visit', on: '2026-06-02' }
  expect(scored(exclusionGrounds, [...clean, looked]).gates[0]?.detail).toEqual({
    on: '2026-06-02',
    by: 'Agency',
    source: 'Visit',
    grounds: 'labour',
  })
})
