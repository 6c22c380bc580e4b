import { describe, expect, it } from 'vitest'

import { asId, type OrganisationId } from '../brand.ts'
import { Problem } from '../problem.ts'
import { checkCluster, jointScore, sharedCost, type Prescreened } from './candidate.ts'

const ids = ['a', 'b', 'c', 'd'].map((id) => asId<OrganisationId>(id))
const ready = (change: Partial<Prescreened> = {}): Prescreened[] =>
  ids.map((supplierId, at) => ({ supplierId, clustered: false, reviewed: true, ...(at === 0 ? change : {}) }))
const codeOf = (count: number, candidates: Prescreened[]): string | null => {
  try {
    checkCluster(ids.slice(0, count), candidates)
    return null
  } catch (error) {
    return (error as Problem).code
  }
}

describe('a cluster', () => {
  it('is of two or three firms', () => {
    expect([0, 1, 2, 3, 4].map((count) => codeOf(count, ready()))).toEqual([
      'cluster.size',
      'cluster.size',
      null,
      null,
      'cluster.size',
    ])
    expect(() => checkCluster([ids[0], ids[0]] as OrganisationId[], ready())).toThrow(Problem)
  })
  it('is of firms that both sides reviewed and that are in no other', () => {
    expect(codeOf(2, ready({ reviewed: false }))).toBe('cluster.unready')
    expect(codeOf(2, ready({ clustered: true }))).toBe('cluster.unready')
    expect(codeOf(2, ready().slice(1))).toBe('cluster.unready')
  })
})

it('two views make one score once both are in', () => {
  const view = { speed: 5, potential: 4, commitment: 3, note: '' }
  expect(jointScore(view, null)).toBeNull()
  expect(jointScore(view, { ...view, speed: 2 })).toBeCloseTo(3.5)
})

it('a shared cost is borne to the last cent', () => {
  expect(sharedCost(1001, 70)).toEqual({ buyer: 700, firm: 301 })
  expect(sharedCost(1001, 100)).toEqual({ buyer: 1001, firm: 0 })
})
