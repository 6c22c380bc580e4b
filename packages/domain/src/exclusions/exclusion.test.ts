import { expect, it } from 'vitest'

import { asId, type OrganisationId } from '../brand.ts'
import { Problem } from '../problem.ts'
import {
  checkNotExcluded,
  checkStatement,
  exclusionGrounds,
  exclusionStanding,
  type ExclusionStatement,
} from './exclusion.ts'

const said = (
  ground: ExclusionStatement['ground'],
  says: ExclusionStatement['says'],
  by: string | null = null,
  on = '2026-03-01',
): ExclusionStatement => ({ ground, says, by, on, source: by === null ? '' : 'register' })
const codeOf = (act: () => void): string | null => {
  try {
    act()
    return null
  } catch (caught) {
    return caught instanceof Problem
      ? `${caught.code} ${(caught.faults ?? []).map(({ code }) => code).join(' ')}`
      : 'other'
  }
}

it('asks where nothing is said, excludes for one yes, clears only what was asked in full', () => {
  const clean = exclusionGrounds.map((ground) => said(ground, 'none'))
  const table: readonly [readonly ExclusionStatement[], string, string][] = [
    [[], 'unstated', exclusionGrounds.join()],
    [[said('weapons', 'none')], 'unstated', exclusionGrounds.filter((one) => one !== 'weapons').join()],
    [clean, 'pass', ''],
    [[...clean, said('sanctions', 'yes', 'Agencia')], 'fail', ''],
    [[said('gambling', 'yes')], 'fail', exclusionGrounds.filter((one) => one !== 'gambling').join()],
  ]
  for (const [statements, verdict, open] of table) {
    const standing = exclusionStanding(exclusionGrounds, statements)
    expect([standing.verdict, standing.open.join()]).toEqual([verdict, open])
  }
})

it('looks only at the grounds for which the buyer excludes', () => {
  expect(exclusionStanding(['weapons'], [said('gambling', 'yes'), said('weapons', 'none')]).verdict).toBe('pass')
  expect(exclusionStanding([], [said('gambling', 'yes')]).verdict).toBe('pass')
})

it("holds another's yes against the supplier's own no, the oldest first", () => {
  const standing = exclusionStanding(
    ['labour'],
    [
      said('labour', 'none', null, '2026-05-01'),
      said('labour', 'yes', 'B', '2026-04-01'),
      said('labour', 'yes', 'A', '2026-02-01'),
    ],
  )
  expect([standing.verdict, standing.statements.map(({ by }) => by)]).toEqual(['fail', ['A', 'B']])
})

it('refuses the excluded by ground, and nobody for what is open', () => {
  expect(codeOf(() => checkNotExcluded(exclusionGrounds, [], 'x'))).toBeNull()
  expect(codeOf(() => checkNotExcluded(exclusionGrounds, [said('weapons', 'yes')], 'x'))).toBe(
    'exclusion.excluded exclusion.weapons',
  )
  expect(codeOf(() => checkNotExcluded(['gambling'], [said('weapons', 'yes')], 'x'))).toBeNull()
})

it("takes a supplier's own word, and another's only with a source, a day, and of sanctions a list", () => {
  const [firm, agency] = ['a', 'b'].map((id) => asId<OrganisationId>(id)) as [OrganisationId, OrganisationId]
  const nothing = { says: 'yes', source: ' ', list: '', on: null } as const
  const today = '2026-11-26'
  expect(codeOf(() => checkStatement({ supplierId: firm, byId: firm }, 'sanctions', nothing, today))).toBeNull()
  expect(codeOf(() => checkStatement({ supplierId: firm, byId: agency }, 'weapons', nothing, today))).toBe(
    'exclusion.unfounded too_small too_small',
  )
  const full = { says: 'yes', source: 'register', list: '', on: today } as const
  expect(codeOf(() => checkStatement({ supplierId: firm, byId: agency }, 'weapons', full, today))).toBeNull()
  expect(codeOf(() => checkStatement({ supplierId: firm, byId: agency }, 'sanctions', full, today))).toBe(
    'exclusion.unfounded too_small',
  )
  expect(
    codeOf(() => checkStatement({ supplierId: firm, byId: agency }, 'weapons', { ...full, on: '2026-11-27' }, today)),
  ).toBe('exclusion.unfounded date_order')
  expect(
    codeOf(() => checkStatement({ supplierId: firm, byId: agency }, 'weapons', { ...nothing, says: null }, today)),
  ).toBeNull()
})
