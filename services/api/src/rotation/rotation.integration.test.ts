import {
  asActor,
  asSystem,
  countSeatings,
  listRotationDays,
  openDatabase,
  readSeatingTotals,
  type Database,
} from '@enlace/database'
import type { MatchdayView, RotationEntry, RotationView } from '@enlace/contracts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { MatchdayRun, meetTheBuyers, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let database: Database
beforeAll(async () => {
  api = await startApi()
  database = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 1 })
})
afterAll(() => Promise.all([api.close(), database.close()]))

/** The first table is one of the best, the second a poor one, and nothing is said of the third. */
const places = meetTheBuyers.places.map((place, at) => ({ ...place, appeal: [5, 1][at] }))
const open = (year: number, agency?: Signed): Promise<MatchdayRun> =>
  MatchdayRun.open(
    api,
    { places, sessions: meetTheBuyers.sessions.map((one) => ({ ...one, date: `${year}-05-06` })) },
    agency,
  )
/** A buyer and two suppliers, of whom the first has the best table in a usual hour and the second a poor one in the last. */
async function held(
  run: MatchdayRun,
  firms: readonly (Signed | undefined)[] = [],
): Promise<readonly [Attendee, Attendee, Attendee]> {
  const buyer = await run.attendee('buyer', {}, firms[0])
  const [one, two] = [await run.attendee('supplier', {}, firms[1]), await run.attendee('supplier', {}, firms[2])]
  await run.publish([
    { hostId: buyer.id, visitorId: one.id, slot: 1, place: 't1' },
    { hostId: buyer.id, visitorId: two.id, slot: 7, place: 't2' },
  ])
  return [buyer, one, two]
}
const ledgerOf = async ({ client }: Signed): Promise<RotationEntry[]> =>
  ((await client.get('/api/rotation')).body as { items: RotationEntry[] }).items
const own = async ({ at }: MatchdayRun, { client }: Signed): Promise<RotationView> =>
  (await client.get(`${at}/rotation`)).body

it('is counted from the meetings that stand at all matchdays of an organiser, and of no other', async () => {
  const first = await open(2040)
  const [buyer, one, two] = await held(first)
  const second = await open(2041, first.agency)
  await held(second, [buyer, two, one])
  const third = await open(2042, first.agency)
  await held(third, [buyer, one, two])
  await held(await open(2040), [buyer, two, one])
  const ledger = await ledgerOf(first.agency)
  const of = ({ organisationId }: Signed) => ledger.find(({ organisation }) => organisation.id === organisationId)
  expect(of(one)).toMatchObject({
    ...{
      side: 'visitor',
      matchdays: 3,
      tables: [1, 0, 0, 0, 2],
      tableBalance: 2,
      hours: [0, 1, 2, 0, 0],
      hourBalance: 0.5,
    },
  })
  expect(of(two)).toMatchObject({
    tables: [2, 0, 0, 0, 1],
    tableBalance: -2,
    hours: [0, 2, 1, 0, 0],
    hourBalance: -0.5,
  })
  expect(of(buyer)).toMatchObject({ side: 'host', matchdays: 3, tableBalance: 0, hourBalance: 0 })
  // Those furthest below their share stand first.
  expect(ledger.map(({ tableBalance }) => tableBalance)).toEqual([-2, 0, 2])
  // What falls out is nobody's any more.
  const { items } = (await one.client.get(`${third.at}/meetings`)).body as { items: { id: string }[] }
  await third.begin()
  await third.fallOut(third.agency, items[0]?.id, 'called-off')
  expect((await ledgerOf(first.agency)).map(({ tableBalance }) => tableBalance)).toEqual([0, 0, 0])
})

it('is told to a firm of itself alone, measured by what all got', async () => {
  const first = await open(2040)
  const [buyer, one, two] = await held(first)
  const second = await open(2041, first.agency)
  await held(second, [buyer, one])
  expect(await own(second, one)).toMatchObject({
    now: { matchdays: 1, tables: [0, 0, 0, 0, 1], tableBalance: 2 },
    soFar: { matchdays: 2, tables: [0, 0, 0, 0, 2], tableBalance: 4, hourBalance: 1 },
  })
  // It was not at the second.
  expect(await own(second, two)).toMatchObject({ now: { matchdays: 0 }, soFar: { matchdays: 1, tableBalance: -2 } })
  for (const firm of [buyer, one]) expect((await firm.client.get('/api/rotation')).status).toBe(403)
  expect(JSON.stringify(await own(second, one))).not.toContain(two.organisationId)
})

it('is read page by page, each firm once and drawn by one measure', async () => {
  const run = await open(2040)
  await held(run)
  type Page = { items: RotationEntry[]; next: string | null; furthest: number }
  const read = async (query: string): Promise<Page> => (await run.agency.client.get(`/api/rotation${query}`)).body
  const all = await read('')
  expect([all.items.length, all.next]).toEqual([3, null])
  const pages: Page[] = [await read('?limit=1')]
  for (let next = pages[0]?.next ?? null; next !== null; next = pages.at(-1)?.next ?? null)
    pages.push(await read(`?limit=1&cursor=${next}`))
  expect(pages.flatMap(({ items }) => items)).toEqual(all.items)
  expect(new Set(pages.map(({ furthest }) => furthest))).toEqual(new Set([2]))
  expect((await run.agency.client.get('/api/rotation?cursor=x')).status).toBe(400)
})

it('leaves the house as a table that runs no formulas', async () => {
  const run = await open(2040)
  const firm = await api.member('supplier')
  await held(run, [undefined, firm])
  await asSystem(api.system, (tx) =>
    tx.execute(sql`update organisations set name = '=cmd()' where id = ${firm.organisationId}`),
  )
  const lines = ((await run.agency.client.get('/api/export.csv?what=rotation')).body as string).trim().split('\r\n')
  expect(lines[0]).toBe(
    'firm,side,matchdays,tableBalance,hourBalance,tables1,tables2,tables3,tables4,tables5,hours1,hours2,hours3,hours4,hours5',
  )
  expect(lines.length).toBe(4)
  expect(lines.at(-1)).toBe("'=cmd(),visitor,1,2,0.5,0,0,0,0,1,0,0,1,0,0")
  // To whom it is not, there is nothing to take out.
  expect((await firm.client.get('/api/export.csv?what=rotation')).body).toBe(`\ufeff${lines[0]}\r\n`)
})

it('is kept from firms in the database too, that of others and the totals of days at which they are not', async () => {
  const run = await open(2040)
  const [, one] = await held(run)
  const stranger = await api.member('supplier')
  const seen = async ({ organisationId, userId }: Signed) => {
    const actor = { kind: 'member', organisationId, userId, organisationKind: 'supplier', role: 'bidder' } as const
    return asActor(database, actor, async (tx) => {
      const days = await listRotationDays(tx, run.agency.organisationId)
      return {
        days: days.length,
        rows: await countSeatings(tx, days),
        totals: [...(await readSeatingTotals(tx, days)).keys()],
      }
    })
  }
  const firm = await seen(one)
  expect([firm.days, firm.totals]).toEqual([1, [run.id]])
  // Its own meeting, once for itself and once for the buyer, who had another one too.
  expect(firm.rows.map(({ tables }) => tables.join(' '))).toEqual(Array(2).fill('0 0 0 0 1'))
  expect(await seen(stranger)).toEqual({ days: 1, rows: [], totals: [] })
})

it('is said of tables from 1 to 5, also once firms have registered', async () => {
  const run = await open(2040)
  const { content, revision } = (await run.agency.client.get(run.at)).body as MatchdayView
  const save = (appeal: number) => {
    const changed = content.places.map((place) => ({ ...place, appeal }))
    return run.agency.client.put(run.at, { content: { ...content, places: changed }, revision })
  }
  for (const wrong of [0, 6, 2.5]) expect((await save(wrong)).status).toBe(422)
  const saved = (await save(4)).body as MatchdayView
  expect(saved.content.places.map(({ appeal }) => appeal)).toEqual([4, 4, 4])
})
