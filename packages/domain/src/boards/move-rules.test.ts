import { describe, expect, it } from 'vitest'

import { checkMove, movesOf, type MoveBasis } from './move-rules.ts'

const minute = 60_000
/** Slots of 20 minutes with 5 between them. */
const slots = [0, 25, 50, 75].map((at) => ({ session: 0, starts: at * minute, ends: (at + 20) * minute }))
const free: MoveBasis = {
  ...{ locked: false, slots, walkingMinutes: 10, now: -1, away: [], others: [], taken: [], closed: [], held: [] },
  places: [
    { key: 'a', zone: 'A' },
    { key: 'b', zone: 'B' },
  ],
}
const rulesOf = (given: Partial<MoveBasis>, place: string) =>
  movesOf({ ...free, ...given }).map(({ rule, places }) => rule ?? places.get(place) ?? null)

describe('where a meeting may go', () => {
  it('is everywhere where nothing stands in the way', () => {
    expect(rulesOf({}, 'a')).toEqual([null, null, null, null])
  })
  it('is not where the slot has begun, by the clock', () => {
    expect(rulesOf({ now: 25 * minute }, 'a')).toEqual(['slot-past', 'slot-past', null, null])
    expect(rulesOf({ now: 25 * minute - 1 }, 'a')).toEqual(['slot-past', null, null, null])
  })
  it('is not where one of the two is away, or meets somebody else', () => {
    const others = [{ slot: 3, place: 'a' }]
    expect(rulesOf({ away: [1], others, walkingMinutes: 0 }, 'a')).toEqual([null, 'person-away', null, 'person-twice'])
  })
  it('is not where others are, or the place or a firm is held', () => {
    const taken = [{ slot: 0, place: 'a' }]
    const held = [
      { slot: 1, place: 'a' },
      { slot: 2, place: null },
    ]
    expect(rulesOf({ taken, held }, 'a')).toEqual(['place-twice', 'place-held', 'place-held', null])
    expect(rulesOf({ taken, held }, 'b')).toEqual([null, null, 'place-held', null])
  })
  it('is not where the place is closed, whatever else is there', () => {
    const [closed, held] = [[{ slot: 1, place: 'a' }], [{ slot: 1, place: 'a' }]]
    expect(rulesOf({ closed, held }, 'a')).toEqual([null, 'place-closed', null, null])
    expect(rulesOf({ closed, held }, 'b')).toEqual([null, null, null, null])
  })
  it('leaves time to walk to another zone, before and after, and no more than that', () => {
    const others = [{ slot: 1, place: 'a' }]
    expect(rulesOf({ others }, 'a')).toEqual([null, 'person-twice', null, null])
    expect(rulesOf({ others }, 'b')).toEqual(['walking-time', 'person-twice', 'walking-time', null])
    expect(rulesOf({ others, walkingMinutes: 5 }, 'b')).toEqual([null, 'person-twice', null, null])
  })
  it('is nowhere while the meeting is locked', () => {
    expect(rulesOf({ locked: true }, 'a')).toEqual(['locked', 'locked', 'locked', 'locked'])
  })
  it('is refused with the name of the rule and what would have to give way', () => {
    const to = { slot: 0, place: 'b' }
    checkMove(free, to)
    const others = [{ slot: 1, place: 'a' }]
    expect(() => checkMove({ ...free, others }, to)).toThrow(
      expect.objectContaining({ code: 'meeting.rule', faults: [expect.objectContaining({ code: 'walking-time' })] }),
    )
    expect(() => checkMove({ ...free, taken: [to] }, to)).toThrow(expect.objectContaining({ code: 'meeting.taken' }))
  })
})
