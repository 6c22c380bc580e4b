import type { ResultsView } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import { makeOrganisation, makeSupplier, passportContent } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { MatchdayRun } from '../../test/matchday-people.ts'
import { startApi, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const days = [
  { name: '', date: '2030-05-06', starts: '09:00', slotCount: 4, slotMinutes: 20, pauseMinutes: 5 },
  { name: '', date: '2030-05-07', starts: '09:00', slotCount: 4, slotMinutes: 20, pauseMinutes: 5 },
]
/**
 * Two buyers A, B and four suppliers 1–4 on two days of four slots; nobody meets 4.
 *   A–1 day 1 held   both say so, 100 and 80 USD      A–2 day 1 held   the buyer says so, 50 USD
 *   A–3 day 2 missed the buyer says they were absent  B–1 day 2 held   both say so, 10 USD and 20 EUR
 *   B–2 day 2 planned nobody said anything            B–3 day 1 cancelled
 * 1 has 5 people and sites in North and South, 2 has 20 in North, 3 has 20 and no region, 4 says nothing of itself.
 */
async function fixture(): Promise<MatchdayRun> {
  const run = await MatchdayRun.open(api, { title: '=cmd()', sessions: days })
  await run.publish([])
  await asSystem(api.system, async (tx) => {
    const come = async (firm: string, side: string): Promise<string> => {
      const own = uuidv7()
      await tx.execute(
        sql`insert into matchday_participants (id, matchday_id, organisation_id, side, state) values (${own}, ${run.id}, ${firm}, ${side}, 'admitted')`,
      )
      return own
    }
    const supplier = (staff: number | null, region: string | null, other: string | null) => {
      const content = passportContent('x')
      const sites =
        other === null ? [] : [{ country: 'CL', region: other, locality: null, latitude: null, longitude: null }]
      return makeSupplier(tx, 'Firm', { ...content, facts: { ...content.facts, staff, region, sites } })
    }
    const [a, b] = [await makeOrganisation(tx, 'buyer'), await makeOrganisation(tx, 'buyer')]
    const firms = [
      await supplier(5, 'North', 'South'),
      await supplier(20, 'North', null),
      await supplier(20, null, null),
      await supplier(null, null, null),
    ]
    const buyers = [await come(a, 'host'), await come(b, 'host')]
    const visitors: string[] = []
    for (const firm of firms) visitors.push(await come(firm, 'visitor'))
    const meet = async (buyer: number, visitor: number, slot: number, state: string): Promise<string> => {
      const id = uuidv7()
      await tx.execute(sql`insert into matchday_meetings (id, matchday_id, host_id, visitor_id, slot, place, state)
        values (${id}, ${run.id}, ${buyers[buyer]}, ${visitors[visitor]}, ${slot}, ${`t${buyer + 1}`}, ${state})`)
      return id
    }
    const say = (
      meeting: string,
      firm: string,
      side: string,
      held: string,
      value: [number, string] | null,
      interest: string | null,
    ) =>
      tx.execute(sql`insert into meeting_outcomes (meeting_id, organisation_id, side, held, amount_minor, currency, interest)
        values (${meeting}, ${firm}, ${side}, ${held}, ${value?.[0] ?? null}, ${value?.[1] ?? null}, ${interest})`)
    const [one = ''] = firms
    const [a1, a2, a3, b1] = [
      await meet(0, 0, 0, 'held'),
      await meet(0, 1, 1, 'held'),
      await meet(0, 2, 4, 'missed'),
      await meet(1, 0, 5, 'held'),
    ]
    await meet(1, 1, 6, 'planned')
    await meet(1, 2, 2, 'cancelled')
    await say(a1, a, 'host', 'held', [100, 'USD'], 'quote')
    await say(a1, one, 'visitor', 'held', [80, 'USD'], 'quote')
    await say(a2, a, 'host', 'held', [50, 'USD'], null)
    await say(a3, a, 'host', 'they-absent', null, null)
    await say(b1, b, 'host', 'held', [10, 'USD'], 'none')
    await say(b1, one, 'visitor', 'held', [20, 'EUR'], 'order')
    const link = async (buyer: string, supplierId: string, values: [string, number][]): Promise<string> => {
      const id = uuidv7()
      await tx.execute(
        sql`insert into linkages (id, buyer_id, supplier_id, stage) values (${id}, ${buyer}, ${supplierId}, 'match')`,
      )
      for (const [seq, [by, amount]] of values.entries())
        await tx.execute(
          sql`insert into linkage_values (linkage_id, seq, organisation_id, what, amount_minor, currency) values (${id}, ${seq + 1}, ${by}, 'contract', ${amount}, 'USD')`,
        )
      return id
    }
    // The buyer states 30 and then 40, as the supplier does: confirmed. With B they differ: each apart.
    const linked = await link(a, one, [
      [a, 30],
      [one, 40],
      [a, 40],
    ])
    await link(b, one, [
      [b, 7],
      [one, 9],
    ])
    await tx.execute(
      sql`insert into linkage_messages (linkage_id, seq, organisation_id, text) values (${linked}, 1, ${a}, 'Hello again')`,
    )
  })
  await run.begin()
  return run
}

it('comes to what a hand reckons from the rows, with gaps where nothing is known', async () => {
  const run = await fixture()
  const results = (await run.agency.client.get(`${run.at}/results`)).body as ResultsView
  expect(results).toMatchObject({
    ...{ agreed: 0, planned: 5, held: 3, confirmed: 2, missed: 1, cancelled: 1, linked: 2, wentOn: 1 },
    // Of four suppliers the tenth is one, with the two meetings of firm 1.
    ...{ suppliers: 4, suppliersWithout: 1, topFirms: 1, topMeetings: 2 },
  })
  // Potential: the lower of 100 and 80, and 50; of 10 USD and 20 EUR neither. No sum of fewer than three is told.
  expect(results.values.map(({ what, currency, n, amountMinor }) => [what, currency, n, amountMinor])).toEqual([
    ['buyer', 'USD', 1, null],
    ['confirmed', 'USD', 1, null],
    ['potential', 'USD', 2, null],
    ['supplier', 'USD', 1, null],
  ])
  const rows = (by: string) =>
    results.exposure
      .filter((one) => one.by === by)
      .map(({ key, firms, meetings, none, median }) => [key, firms, meetings, none, median])
  expect(rows('size')).toEqual([
    ['micro', 1, 2, 0, 2],
    ['small', 2, 3, 0, 1.5],
    [null, 1, 0, 1, 0],
  ])
  // Firm 1 is in North and in South, so the regions come to seven meetings where there are five.
  expect(rows('region')).toEqual([
    ['North', 2, 4, 0, 2],
    ['South', 1, 2, 0, 2],
    [null, 2, 1, 1, 0.5],
  ])
  // A: 2 on day 1, 0 on day 2; B: 1 on day 2. Firm 1: 1 and 1; firm 2: 1 and 0; firm 3: 0. Firm 4 and B's day 1 are gaps.
  expect(results.contacts).toEqual([
    { side: 'host', n: 3, lower: 0.5, median: 1, upper: 1.5 },
    { side: 'visitor', n: 5, lower: 0, median: 1, upper: 1 },
  ])
  expect(results.answers).toEqual([
    { side: 'host', asked: 5, said: 4 },
    { side: 'visitor', asked: 5, said: 2 },
  ])
  expect(results.interest.map(({ side, interest, n }) => [side, interest, n])).toEqual([
    ['host', 'none', 1],
    ['host', 'quote', 1],
    ['host', null, 1],
    ['visitor', 'order', 1],
    ['visitor', 'quote', 1],
  ])
  const file: string = (await run.agency.client.get('/api/export.csv?what=results')).body
  // What leaves the agency has no formula, and no cell of one or two.
  expect(file).toContain(",'=cmd(),planned,,5,5,")
  expect(file).toContain(",'=cmd(),meetings-by-region,North,,,")
  expect(file).toContain(",'=cmd(),contacts-a-day-median,host,3,1,")
  expect((await (await api.member('agency')).client.get('/api/export.csv?what=results')).body).not.toContain('planned')
})
