import { describe, expect, it } from 'vitest'

import { lostOf, overlapsOf, type KeptMeeting } from './verdict.ts'

const slots = [
  { starts: 0, ends: 20 },
  { starts: 20, ends: 40 },
  { starts: 30, ends: 50 },
]
const meeting = (given: Partial<KeptMeeting>): KeptMeeting => ({
  ...{ id: 'a', host: 'h1', visitor: 'v1', place: 't1', slot: 0, state: 'planned', sequence: 0 },
  ...given,
})

describe('overlaps', () => {
  it('finds a firm or a table that is in two meetings at one time, also where two slots share minutes', () => {
    const other = { id: 'b', host: 'h2', visitor: 'v2', place: 't2' }
    expect(overlapsOf([meeting({}), meeting(other)], slots)).toEqual([])
    for (const shared of [{ host: 'h1' }, { visitor: 'v1' }, { place: 't1' }]) {
      expect(overlapsOf([meeting({}), meeting({ ...other, ...shared })], slots)).toHaveLength(1)
      expect(overlapsOf([meeting({ slot: 1 }), meeting({ ...other, ...shared, slot: 2 })], slots)).toHaveLength(1)
      expect(overlapsOf([meeting({}), meeting({ ...other, ...shared, slot: 1 })], slots)).toEqual([])
      expect(overlapsOf([meeting({}), meeting({ ...other, ...shared, state: 'missed' })], slots)).toEqual([])
    }
  })
})

describe('acknowledged writes', () => {
  it('are lost where the meeting is gone, older, or as old and another', () => {
    const said = meeting({ sequence: 2 })
    expect(lostOf([said], [meeting({ sequence: 2 })])).toEqual([])
    expect(lostOf([said], [meeting({ sequence: 3, slot: 1 })])).toEqual([])
    expect(lostOf([said], [])).toHaveLength(1)
    expect(lostOf([said], [meeting({ sequence: 1 })])).toHaveLength(1)
    expect(lostOf([said], [meeting({ sequence: 2, slot: 1 })])).toHaveLength(1)
  })
})
