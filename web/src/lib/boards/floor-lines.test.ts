import { describe, expect, it } from 'vitest'

import type { BoardMeeting } from '@enlace/contracts'
import { asId } from '@enlace/domain'

import { floorLines, pageOf } from './floor-lines.ts'

const places = ['a', 'b', 'c'].map((key) => ({ key, name: key, kind: 'table' as const, zone: '' }))
const meeting = (id: string, state: BoardMeeting['state'] = 'planned'): BoardMeeting => ({
  ...{ id: asId(id), hostId: asId('h'), visitorId: asId('v'), slot: 0, place: 'a', state, locked: false, sequence: 0 },
})

describe('a screen on the floor', () => {
  const cells = new Map([
    ['0 a', meeting('now')],
    ['1 a', meeting('next')],
    ['1 b', meeting('later')],
    ['0 c', meeting('gone', 'missed')],
  ])
  const at = (slot: number, place: string) => cells.get(`${slot} ${place}`)
  it('says who is where now and next, and leaves out where nobody is', () => {
    const said = (running: number | null, next: number | null) =>
      floorLines(places, { running, next }, at).map((line) => [line.place.key, line.now?.id, line.next?.id])
    expect(said(0, 1)).toEqual([
      ['a', 'now', 'next'],
      ['b', undefined, 'later'],
    ])
    expect(said(null, 1)).toEqual([
      ['a', undefined, 'next'],
      ['b', undefined, 'later'],
    ])
    expect(said(null, null)).toEqual([])
  })
  it('turns its pages round', () => {
    expect([0, 1, 2].map((page) => pageOf([1, 2, 3], 2, page))).toEqual([[1, 2], [3], [1, 2]])
    expect(pageOf([], 2, 1)).toEqual([])
  })
})
