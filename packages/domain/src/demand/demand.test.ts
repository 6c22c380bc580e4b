import { expect, it } from 'vitest'

import { asId } from '../brand.ts'
import { divisionOf, groupDemand, type NeedSupply, supplyOf } from './demand.ts'

const need = (id: string, code: string | null, passing: number, best: number): NeedSupply => ({
  id: asId(id),
  title: id,
  buyer: null,
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
    groupDemand(needs, divisionOf, 2).map(({ key, open, none, weak, examples }) => [
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
