import { beforeAll, describe, expect, it } from 'vitest'

import { candidate, matchday, participant } from '../../test/small-matchday.ts'
import { faultsOf } from './check.ts'
import { select, type Selection } from './select.ts'

const visitor = { side: 'visitor', atLeast: 1 } as const
const people = [participant({ atMost: 1 }), participant(visitor), participant(visitor), participant(visitor)]
const question = matchday(people, [
  candidate(0, 1, { hostWish: 'must' }),
  candidate(0, 2),
  candidate(0, 3, { hostWish: 'no-thanks' }),
])
let right: Selection
beforeAll(async () => {
  right = await select(question)
})

const told = (selection: Partial<Selection>) => faultsOf(question, { ...right, ...selection }).map(({ fault }) => fault)
const floors = [1, 2, 3].map((one) => ({ limit: { of: 'participant', participant: one } as const, times: 1 }))
const cap = { limit: { of: 'participant', participant: 0 } as const, times: 1 }

describe('the check of a selection', () => {
  it('finds nothing in a right one', () => {
    expect(right.chosen).toEqual([0])
    expect(told({})).toEqual([])
  })

  it('finds who may not meet, who meets twice and who meets too many', () => {
    expect(told({ chosen: [2] })).toContain('may-not-meet')
    expect(told({ chosen: [0, 0] })).toContain('twice')
    expect(told({ chosen: [0, 1] })).toContain('too-many')
  })

  it('finds a floor that is missed and not told, or told and not missed', () => {
    expect(told({ missing: [] })).toContain('missing-not-told')
    expect(told({ chosen: [], missing: right.missing })).toContain('missing-not-told')
  })

  it('finds a proof that proves nothing, too little, or the same twice', () => {
    const proof = { floors, shared: [cap], pairs: 0, needed: 3, room: 1 }
    expect(told({ bottlenecks: [proof] })).toEqual([])
    expect(told({ bottlenecks: [{ ...proof, shared: [] }] })).toEqual(['shortfall-not-proved'])
    expect(told({ bottlenecks: [{ ...proof, floors: floors.slice(0, 1) }] })).toContain('bottleneck-proves-nothing')
    expect(told({ bottlenecks: [] })).toEqual(['shortfall-not-proved'])
    const heavy = floors.map((one) => ({ ...one, times: 2 }))
    expect(told({ bottlenecks: [{ ...proof, floors: heavy }] })).toContain('bottleneck-proves-nothing')
    const last = { floors: floors.slice(2), shared: [], pairs: 0, needed: 1, room: 0 }
    expect(told({ bottlenecks: [last, last] })).toEqual(['shortfall-not-proved'])
  })
})
