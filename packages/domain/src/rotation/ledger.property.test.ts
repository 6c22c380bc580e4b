import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { asId, type MatchdayId, type OrganisationId } from '../brand.ts'
import type { MatchdaySide } from '../matchdays/matchday.ts'
import { ledgerOf, meanAppeal, noSeatings, type FirmSeatings } from './ledger.ts'

type Met = {
  readonly day: number
  readonly host: number
  readonly visitor: number
  readonly table: number | null
  readonly hour: number
}

/** What each firm got, as the database counts it. */
function seatingsOf(meetings: readonly Met[]): readonly FirmSeatings[] {
  const sides = meetings.flatMap(({ day, host, visitor, table, hour }) => [
    { key: `${day} h${host}`, side: 'host' as const, table, hour },
    { key: `${day} v${visitor}`, side: 'visitor' as const, table, hour },
  ])
  return [...new Set(sides.map(({ key }) => key))].map((key) => {
    const [day = '', firm = ''] = key.split(' ')
    const own = sides.filter((one) => one.key === key)
    const countBy = (of: (one: (typeof own)[number]) => number | null) =>
      noSeatings.tables.map((_, at) => own.filter((one) => of(one) === at + 1).length)
    return {
      ...{ matchdayId: asId<MatchdayId>(day), organisationId: asId<OrganisationId>(firm) },
      ...{ side: own[0]?.side ?? 'host', tables: countBy(({ table }) => table), hours: countBy(({ hour }) => hour) },
    }
  })
}

const appeal = fc.integer({ min: 1, max: 5 })
const met = fc.record<Met>({
  ...{ day: fc.nat(3), host: fc.nat(4), visitor: fc.nat(6), table: fc.option(appeal), hour: appeal },
})
const sumOf = (balances: readonly number[]): number => balances.reduce((sum, one) => sum + one, 0)

it('comes to nothing over all firms of one side: what one got beyond its share others lack', () => {
  let uneven = 0
  fc.assert(
    fc.property(fc.array(met, { minLength: 1, maxLength: 40 }), (meetings) => {
      const ledger = ledgerOf(seatingsOf(meetings))
      for (const side of ['host', 'visitor'] satisfies MatchdaySide[]) {
        const own = ledger.filter((one) => one.side === side)
        expect(sumOf(own.map(({ tableBalance }) => tableBalance))).toBeCloseTo(0, 6)
        expect(sumOf(own.map(({ hourBalance }) => hourBalance))).toBeCloseTo(0, 6)
        uneven += own.some(({ tableBalance }) => Math.abs(tableBalance) > 1) ? 1 : 0
      }
    }),
  )
  expect(uneven).toBeGreaterThan(50)
})

it('counts each meeting of a firm once, one in a virtual room for its hour alone', () => {
  const one = { day: 0, visitor: 0, hour: 2 }
  const [poorest, , best] = ledgerOf(
    seatingsOf([
      { ...one, host: 0, table: 5 },
      { ...one, host: 1, table: 1, hour: 4 },
      { ...one, host: 2, table: null, hour: 3 },
    ]),
  ).filter(({ side }) => side === 'host')
  expect(poorest).toMatchObject({ organisationId: 'h1', tables: [1, 0, 0, 0, 0], tableBalance: -2, hourBalance: 1 })
  expect(best).toMatchObject({ organisationId: 'h0', tables: [0, 0, 0, 0, 1], tableBalance: 2, hourBalance: -1 })
})

it('measures each matchday against itself, so that a poor hall is nobody’s debt', () => {
  const day = (n: number, table: number): Met[] =>
    [0, 1].map((host) => ({ day: n, host, visitor: host, table, hour: 3 }))
  expect(ledgerOf(seatingsOf([...day(0, 1), ...day(1, 5)])).map(({ tableBalance }) => tableBalance)).toEqual([
    0, 0, 0, 0,
  ])
  expect([meanAppeal([1, 0, 0, 0, 1]), meanAppeal(noSeatings.hours)]).toEqual([3, null])
})
