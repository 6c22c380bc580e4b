import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Output, readExpectations, RehearsalAssumptions, RehearsalView } from '@enlace/contracts'
import postgres from 'postgres'

import { MatchdayRun, meetTheBuyers } from '../../test/matchday-people.ts'
import { startApi, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

type Expectations = Output<typeof readExpectations>
const sure = (expected: number) => ({ expected, give: 0 })
const assumptions: RehearsalAssumptions = {
  hosts: sure(25),
  visitors: { expected: 40, give: 0.3 },
  wishes: sure(3),
  acceptance: sure(0.5),
  noShows: sure(0.1),
  walkIns: sure(2),
  languages: [
    { language: 'es', hosts: 100, visitors: 80 },
    { language: 'en', hosts: 0, visitors: 20 },
  ],
  bilingual: 0.3,
}

describe('a rehearsal', () => {
  it('says how many tables it takes, the same each time, and keeps what it names', async () => {
    const run = await MatchdayRun.open(api)
    const ask = async (given: object): Promise<RehearsalView> => {
      const { status, body } = await run.agency.client.post(`${run.at}/rehearsal`, { assumptions, ...given })
      expect(status).toBe(200)
      return body
    }
    const first = await ask({})
    expect([first.slots, first.tables, first.days]).toEqual([8, 3, 200])
    expect(await ask({})).toEqual(first)
    expect(first.agreed.middle).toBeGreaterThan(40)
    expect(first.reached).toBeLessThan(0.9)
    expect(first.interpreters.middle).toBeGreaterThan(0)
    const { neededTables } = first
    expect(neededTables).toBeGreaterThan(first.tables)
    const second = await ask({ tables: neededTables })
    expect(second.reached).toBeGreaterThanOrEqual(0.9)
    expect(second.meetings.middle).toBeGreaterThan(first.meetings.middle)
    expect((await ask({ tables: (neededTables ?? 0) - 1 })).reached).toBeLessThan(0.9)
  })

  it('needs sessions, refuses more than it can play at once, and is for the organiser alone', async () => {
    const run = await MatchdayRun.open(api)
    const [buyer, draft] = [await run.attendee('buyer'), await api.member('agency')]
    expect((await buyer.client.post(`${run.at}/rehearsal`, { assumptions })).status).toBe(403)
    const many = { ...assumptions, visitors: sure(1000), wishes: sure(30) }
    const refused = await run.agency.client.post(`${run.at}/rehearsal`, { assumptions: many })
    expect([refused.status, (refused.body as { faults: object[] }).faults]).toEqual([
      422,
      [expect.objectContaining({ path: 'body.assumptions.wishes.expected' })],
    ])
    const blank = { ...meetTheBuyers, sessions: [] }
    const { id } = (await draft.client.post('/api/matchdays', { content: blank })).body as { id: string }
    expect((await draft.client.post(`/api/matchdays/${id}/rehearsal`, { assumptions })).status).toBe(422)
  })

  it('begins with what past matchdays of the organiser say', async () => {
    const run = await MatchdayRun.open(api)
    const read = async (at: string): Promise<Expectations> => (await run.agency.client.get(`${at}/expectations`)).body
    expect((await read(run.at)).pastDays).toBe(0)
    const { buyer, one, two } = await run.three()
    await run.agree(buyer, one)
    await run.wish(two, buyer, 'meet')
    await run.publish([{ hostId: buyer.id, visitorId: one.id, slot: 0, place: 't1' }])
    await owner`update matchday_meetings set state = 'missed' where matchday_id = ${run.id}`
    // It is over.
    await owner`update matchdays set starts_at = now() - interval '2 days', ends_at = now() - interval '1 day' where id = ${run.id}`
    const { id } = (await run.agency.client.post('/api/matchdays', { content: meetTheBuyers })).body as { id: string }
    const { pastDays, assumptions: told } = await read(`/api/matchdays/${id}`)
    expect(pastDays).toBe(1)
    expect(
      [told.hosts, told.visitors, told.wishes, told.acceptance, told.noShows].map(({ expected }) => expected),
    ).toEqual([1, 2, 1, 0.5, 1])
    const stranger = await MatchdayRun.open(api)
    expect(((await stranger.agency.client.get(`${stranger.at}/expectations`)).body as Expectations).pastDays).toBe(0)
  })
})
