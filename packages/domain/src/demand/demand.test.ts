import { expect, it } from 'vitest'

import { asId } from '../brand.ts'
import { divisionAt, divisionOf, divisionPath, groupDemand, type NeedSupply, supplyOf } from './demand.ts'

const need = (id: string, code: string | null, passing: number, best: number): NeedSupply => ({
  id: asId(id),
  title: id,
  buyer: 'Mina',
  hidden: false,
  category: code === null ? null : { scheme: 'CPV', code },
  country: 'CL',
  region: null,
  passing,
  best,
})

it('a need nobody passes is unserved, one whose best is low is weakly served, whatever its place', () => {
  expect([need('a', null, 0, 0), need('b', null, 3, 0.39), need('c', null, 1, 0.4)].map(supplyOf)).toEqual([
    'none',
    'weak',
    'served',
  ])
})

it('demand is grouped by division with the most unserved first and the worst served as examples', () => {
  const needs = [
    need('a', '44111000', 1, 0.9),
    need('b', '44112000', 2, 0.1),
    need('c', '18000000', 0, 0),
    need('d', '18100000', 1, 0.2),
    need('e', null, 5, 0.8),
  ]
  expect(
    groupDemand(needs, [], divisionOf, 2, 3).map(({ key, open, none, weak, examples }) => [
      key?.code,
      open,
      none,
      weak,
      examples.map(({ id }) => id),
    ]),
  ).toEqual([
    ['18000000', 2, 1, 1, ['c', 'd']],
    ['44000000', 2, 0, 1, ['b']],
  ])
})

it('searches in vain count beside needs, also where there is no need', () => {
  const missed = [
    { category: { scheme: 'CPV' as const, code: '44000000' }, country: 'CL', region: null, searches: 3 },
    { category: { scheme: 'CPV' as const, code: '09000000' }, country: 'CL', region: null, searches: 2 },
    { category: null, country: 'PE', region: null, searches: 4 },
  ]
  const groups = groupDemand([need('a', '44111000', 0, 0)], missed, divisionOf, 9, 1)
  expect(groups.map(({ key, open, searches }) => [key?.code ?? null, open, searches])).toEqual([
    ['44000000', 1, 3],
    [null, 0, 4],
    ['09000000', 0, 2],
  ])
})

it('a need that hides its buyer is an example without id, title and buyer', () => {
  const hidden = { ...need('secret', '44111000', 0, 0), hidden: true }
  const [open, masked] = [need('a', '44111000', 0, 0), hidden].map(
    (one) => groupDemand([one], [], divisionOf, 1, 1)[0]?.examples[0],
  )
  expect(open).toMatchObject({ id: 'a', title: 'a', buyer: 'Mina' })
  expect(masked).toEqual({
    ...{ id: null, title: null, buyer: null },
    category: hidden.category,
    ...{ country: 'CL', region: null, passing: 0, best: 0 },
  })
  expect(JSON.stringify(masked)).not.toContain('secret')
})

it('a division is found again by its path', () => {
  expect(divisionPath({ scheme: 'CPV', code: '09132000' })).toBe('CPV 09')
  expect(divisionAt('CPV 09')).toEqual({ scheme: 'CPV', code: '09000000' })
  expect(divisionAt('NACE 24')).toEqual({ scheme: 'NACE', code: '24' })
  expect([divisionAt(''), divisionAt('CPV'), divisionAt('XYZ 12')]).toEqual([null, null, null])
})
