import type { MatchdayParticipantView, MatchdayView } from '@enlace/contracts'
import type { Borne } from '@enlace/domain'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { MatchdayRun, meetTheBuyers, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const cofinancing = { fee: { amountMinor: 25_000, currency: 'EUR' }, percents: [70, 60] }
/** Each matchday in a year of its own, the later the higher. */
const open = (year: number, agency?: Signed): Promise<MatchdayRun> =>
  MatchdayRun.open(
    api,
    { cofinancing, sessions: meetTheBuyers.sessions.map((one) => ({ ...one, date: `${year}-05-06` })) },
    agency,
  )
const own = async (run: MatchdayRun, { client }: Signed): Promise<Borne | null> =>
  ((await client.get(run.at)).body as MatchdayView).borne
const step = (borne: Borne | null): unknown[] => [borne?.nth, borne?.percent, borne?.own.amountMinor]

/** Comes with a supplier who meets a buyer there. */
async function meet(run: MatchdayRun, firm?: Signed): Promise<Attendee> {
  const [buyer, one] = [await run.attendee('buyer'), await run.attendee('supplier', {}, firm)]
  await run.publish([{ hostId: buyer.id, visitorId: one.id, slot: 0, place: 't1' }])
  const { items } = (await one.client.get(`${run.at}/meetings`)).body as { items: { id: string }[] }
  expect((await one.client.put(`${run.at}/meetings/${items[0]?.id ?? ''}/held`, {})).status).toBe(200)
  return one
}

it('bears less of the fee each time a firm comes that met somebody before, and nothing in the end', async () => {
  const first = await open(2040)
  const { agency } = first
  const firm = await meet(first)
  const [second, third] = [await open(2041, agency), await open(2042, agency)]
  expect(step(await own(first, firm))).toEqual([1, 70, 7500])
  expect(step(await own(second, firm))).toEqual([2, 60, 10_000])
  await meet(second, firm)
  expect(step(await own(third, firm))).toEqual([3, 0, 25_000])
  // What comes later does not count for what was before.
  expect(step(await own(first, firm))).toEqual([1, 70, 7500])
})

it('counts neither matchdays of other organisers nor those to which a firm did not come', async () => {
  const firm = await meet(await open(2040))
  const other = await open(2041)
  expect(step(await own(other, firm))).toEqual([1, 70, 7500])
  const [buyer, missing] = [await other.attendee('buyer'), await other.attendee('supplier', {}, firm)]
  await other.publish([{ hostId: buyer.id, visitorId: missing.id, slot: 0, place: 't1' }])
  expect(step(await own(await open(2042, other.agency), firm))).toEqual([1, 70, 7500])
})

it('is told to the organiser of each supplier, and to a firm of itself alone', async () => {
  const run = await open(2040)
  const { buyer, one } = await run.three()
  const listed = async ({ client }: Signed) =>
    ((await client.get(`${run.at}/participants`)).body as { items: MatchdayParticipantView[] }).items
  const told = await listed(run.agency)
  const ofSide = (wanted: string) =>
    told.filter(({ side }) => side === wanted).map(({ borne }) => borne?.percent ?? null)
  expect([ofSide('host'), ofSide('visitor')]).toEqual([[null], [70, 70]])
  expect((await listed(buyer)).map(({ borne }) => borne)).toEqual([null, null])
  expect([await own(run, buyer), (await own(run, one))?.percent]).toEqual([null, 70])
})

it('stays as firms registered for it', async () => {
  const run = await open(2040)
  const { content, revision } = (await run.agency.client.get(run.at)).body as MatchdayView
  const save = (change: object) => run.agency.client.put(run.at, { content: { ...content, ...change }, revision })
  const refused = await save({ cofinancing: { ...cofinancing, percents: [50] } })
  expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'matchday.fixed'])
  expect((await save({ cofinancing: { ...cofinancing, percents: [70, 101] } })).status).toBe(422)
  expect((await save({ title: 'Another' })).status).toBe(200)
})
