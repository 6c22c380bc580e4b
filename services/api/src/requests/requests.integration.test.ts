import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { IntroductionView, MatchdayParticipantView, MatchdayView, MeetingRequest } from '@enlace/contracts'
import { answerIntroduction, asSystem, readPlanBasis, type Transaction } from '@enlace/database'
import { asId, type IntroductionId } from '@enlace/domain'

import { MatchdayRun, meetTheBuyers, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const answerBy = '2030-05-01T12:00:00.000Z'
const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]
const requestsOf = async (run: MatchdayRun, { client }: Signed): Promise<MeetingRequest[]> =>
  ((await client.get(`${run.at}/requests`)).body as { items: MeetingRequest[] }).items
const standingWith = async (run: MatchdayRun, { client }: Signed, { id }: Attendee): Promise<string | undefined> =>
  ((await client.get(`${run.at}/participants`)).body as { items: MatchdayParticipantView[] }).items.find(
    (one) => one.id === id,
  )?.standing
const wish = (run: MatchdayRun, by: Attendee, of: Attendee, given: string | null): Promise<Answer> =>
  by.client.put(`${run.at}/wishes/${of.id}`, { wish: given, reason: 'We make what you import.' })
/** Lets the time for answers be over for a second, as Postgres sees it. */
const endAnswers = (run: MatchdayRun): Promise<unknown> =>
  asSystem(api.system, (tx) =>
    tx.execute(
      sql`update matchdays set content = content || jsonb_build_object('answerBy', clock_timestamp() - interval '1 second') where id = ${run.id}`,
    ),
  )
const introduce = (run: MatchdayRun, one: Attendee, other: Attendee): Promise<Answer> =>
  run.agency.client.post(`${run.at}/introductions`, { oneId: one.id, otherId: other.id, reason: 'Both work on dust.' })
const introductionsOf = async (run: MatchdayRun): Promise<IntroductionView[]> =>
  ((await run.agency.client.get(`${run.at}/introductions`)).body as { items: IntroductionView[] }).items
const say = (run: MatchdayRun, by: Attendee, id: string, accepts: boolean): Promise<Answer> =>
  by.client.put(`${run.at}/introductions/${id}/answer`, { accepts })
/** Does something in the database as a firm, by the policies that hold for it. */
const asFirm = <Result>(
  { organisationId }: Signed,
  kind: string,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> =>
  asSystem(api.system, async (tx) => {
    await tx.execute(sql`set local role enlace_app`)
    await tx.execute(
      sql`select set_config('enlace.organisation', ${organisationId}, true), set_config('enlace.organisation_kind', ${kind}, true)`,
    )
    return work(tx)
  })
/** The pairs that a timetable would be made of. */
const planned = async (run: MatchdayRun): Promise<unknown[]> => {
  await run.agency.client.post(`${run.at}/plans`, {})
  const basis = await asSystem(api.system, (tx) => readPlanBasis(tx, run.id))
  return (basis?.pairs ?? []).map(({ hostId, visitorId }) => [hostId, visitorId])
}

describe('a request', () => {
  it('waits for its answer until answers are due, those due soonest first, and is then expired', async () => {
    const run = await MatchdayRun.open(api, { answerBy })
    const { buyer, one, two } = await run.three()
    await wish(run, one, buyer, 'must')
    await wish(run, two, buyer, 'meet')
    expect(await requestsOf(run, buyer)).toMatchObject([
      {
        participantId: one.id,
        must: true,
        reason: 'We make what you import.',
        until: answerBy,
        state: 'waits',
        kind: 'wish',
      },
      { participantId: two.id, must: false },
    ])
    expect(await requestsOf(run, one)).toEqual([])
    // One is answered before; what was said stays.
    expect((await wish(run, buyer, one, 'meet')).status).toBe(200)
    await endAnswers(run)
    expect(codeOf(await wish(run, buyer, two, 'meet'))).toEqual([409, 'request.expired'])
    expect(await requestsOf(run, buyer)).toEqual([])
    expect([await standingWith(run, two, buyer), await standingWith(run, buyer, two)]).toEqual(['expired', 'expired'])
    expect(await standingWith(run, one, buyer)).toBe('agreed')
    expect((await wish(run, buyer, one, 'must')).status).toBe(200)
    expect((await wish(run, buyer, two, 'no')).status).toBe(200)
    expect((await planned(run)).length).toBe(1)
  })

  it('is answered until as late as the organiser says, never into the first session', async () => {
    const run = await MatchdayRun.open(api)
    const { buyer, one } = await run.three()
    await wish(run, one, buyer, 'meet')
    expect(await requestsOf(run, buyer)).toMatchObject([{ until: null }])
    const save = (given: string) =>
      run.agency.client.put(run.at, { content: { ...meetTheBuyers, answerBy: given }, revision: 1 })
    expect(codeOf(await save('2030-05-06T13:00:01Z'))).toEqual([422, 'matchday.deadline'])
    expect(codeOf(await save('2020-01-01T00:00:00Z'))).toEqual([422, 'matchday.deadline'])
    expect(((await save(answerBy)).body as MatchdayView).content.answerBy).toBe(answerBy)
    expect(await requestsOf(run, buyer)).toMatchObject([{ until: answerBy }])
  })
})

describe('an introduction', () => {
  it('is agreed where both accept, and told to nobody before', async () => {
    const run = await MatchdayRun.open(api, { answerBy })
    const { buyer, one, two } = await run.three()
    const { id } = (await introduce(run, one, buyer)).body as { id: string }
    expect(await requestsOf(run, buyer)).toMatchObject([
      { introductionId: id, participantId: one.id, reason: 'Both work on dust.', state: 'waits', until: answerBy },
    ])
    expect(await requestsOf(run, two)).toEqual([])
    const untold = [await requestsOf(run, one), await introductionsOf(run), await standingWith(run, one, buyer)]
    expect((await say(run, buyer, id, true)).body).toEqual({ agreed: false })
    expect(await requestsOf(run, buyer)).toMatchObject([{ introductionId: id, state: 'accepted' }])
    expect([await requestsOf(run, one), await introductionsOf(run), await standingWith(run, one, buyer)]).toEqual(
      untold,
    )
    expect(await planned(run)).toEqual([])
    expect(codeOf(await say(run, two, id, true))).toEqual([404, 'thing.not-found'])
    expect((await say(run, one, id, true)).body).toEqual({ agreed: true })
    expect(await planned(run)).toEqual([[buyer.id, one.id]])
    expect(await introductionsOf(run)).toMatchObject([{ id, state: 'agreed' }])
    expect(codeOf(await introduce(run, one, buyer))).toEqual([409, 'introduction.needless'])
    expect(codeOf(await run.agency.client.delete(`${run.at}/introductions/${id}`))).toEqual([
      409,
      'introduction.needless',
    ])
  })

  it('that one declines looks like silence to the other and to the organiser, in the database too', async () => {
    const run = await MatchdayRun.open(api, { answerBy })
    const { buyer, one } = await run.three()
    const { id } = (await introduce(run, one, buyer)).body as { id: string }
    await say(run, one, id, true)
    const untold = [await requestsOf(run, one), await introductionsOf(run)]
    expect((await say(run, buyer, id, false)).body).toEqual({ agreed: false })
    expect(await requestsOf(run, buyer)).toEqual([])
    expect([await requestsOf(run, one), await introductionsOf(run)]).toEqual(untold)
    const seen = (who: Signed, kind: string): Promise<boolean[]> =>
      asFirm(who, kind, async (tx) => {
        const rows = await tx.execute<{ accepts: boolean }>(sql`select accepts from introduction_answers`)
        return rows.map(({ accepts }) => accepts)
      })
    expect([await seen(buyer, 'buyer'), await seen(one, 'supplier'), await seen(run.agency, 'agency')]).toEqual([
      [false],
      [true],
      [],
    ])
    await endAnswers(run)
    await asSystem(api.system, (tx) =>
      tx.execute(
        sql`update matchday_introductions set proposed_at = clock_timestamp() - interval '1 hour' where id = ${id}`,
      ),
    )
    expect(await requestsOf(run, one)).toMatchObject([{ state: 'expired' }])
    expect(await introductionsOf(run)).toMatchObject([{ state: 'expired' }])
    expect(codeOf(await say(run, one, id, true))).toEqual([409, 'request.expired'])
  })

  it('helps a request that expired: who asked need not say so again', async () => {
    const run = await MatchdayRun.open(api, { answerBy })
    const { buyer, one } = await run.three()
    await wish(run, one, buyer, 'must')
    await endAnswers(run)
    const { id } = (await introduce(run, one, buyer)).body as { id: string }
    // After the matchday's deadline it has two days of its own.
    const [request] = await requestsOf(run, one)
    expect(request?.state).toBe('accepted')
    expect(Math.abs(Date.parse(request?.until ?? '') - Date.now() - 2 * 86_400_000)).toBeLessThan(60_000)
    expect((await say(run, buyer, id, true)).body).toEqual({ agreed: true })
    expect(await standingWith(run, one, buyer)).toBe('agreed')
  })

  it('is answered until its own time, by the database’s clock, and not one behind it', async () => {
    const run = await MatchdayRun.open(api, { answerBy })
    const { buyer, one } = await run.three()
    const until = (by: string): Promise<Answer> =>
      run.agency.client.post(`${run.at}/introductions`, {
        oneId: one.id,
        otherId: buyer.id,
        reason: 'Dust.',
        answerBy: by,
      })
    for (const wrong of ['2020-01-01T00:00:00.000Z', '2030-05-06T19:36:00.000Z'])
      expect(codeOf(await until(wrong))).toEqual([422, 'introduction.due'])
    const soon = new Date(Date.now() + 86_400_000).toISOString()
    const { id } = (await until(soon)).body as { id: string }
    expect([await requestsOf(run, buyer), await introductionsOf(run)]).toMatchObject([
      [{ until: soon }],
      [{ until: soon }],
    ])
    const shift = (by: string): Promise<unknown> =>
      asSystem(api.system, (tx) =>
        tx.execute(
          sql`update matchday_introductions set answer_by = clock_timestamp() + ${by}::interval where id = ${id}`,
        ),
      )
    await shift('-1 second')
    expect(codeOf(await say(run, buyer, id, true))).toEqual([409, 'request.expired'])
    expect(await introductionsOf(run)).toMatchObject([{ state: 'expired' }])
    // The matchday's own deadline would still let it be answered: it is its own that counts.
    await shift('1 minute')
    expect((await say(run, buyer, id, true)).status).toBe(200)
    await shift('-1 second')
    expect((await until(soon)).status).toBe(201)
  })

  it('is accepted too by who asks for the same meeting by itself', async () => {
    const run = await MatchdayRun.open(api)
    const { buyer, one } = await run.three()
    const { id } = (await introduce(run, one, buyer)).body as { id: string }
    await say(run, buyer, id, true)
    expect((await wish(run, one, buyer, 'must')).body).toMatchObject({ standing: 'agreed', wish: 'must' })
    expect(await introductionsOf(run)).toMatchObject([{ id, state: 'agreed' }])
    expect([await requestsOf(run, buyer), await planned(run)]).toEqual([[], [[buyer.id, one.id]]])
  })

  it('is withdrawn until both have accepted, and proposed once at a time', async () => {
    const run = await MatchdayRun.open(api)
    const { buyer, one } = await run.three()
    const { id } = (await introduce(run, buyer, one)).body as { id: string }
    const both = await Promise.all([introduce(run, one, buyer), introduce(run, one, buyer)])
    expect(both.map(codeOf)).toEqual([
      [409, 'introduction.proposed'],
      [409, 'introduction.proposed'],
    ])
    expect((await run.agency.client.delete(`${run.at}/introductions/${id}`)).status).toBe(204)
    expect(codeOf(await say(run, buyer, id, true))).toEqual([404, 'thing.not-found'])
    expect([await requestsOf(run, buyer), await introductionsOf(run)]).toEqual([[], []])
    expect((await introduce(run, buyer, one)).status).toBe(201)
  })

  it('is agreed by the second of two answers at once', async () => {
    const run = await MatchdayRun.open(api)
    const { buyer, one } = await run.three()
    const { id } = (await introduce(run, buyer, one)).body as { id: string }
    // The first is not committed yet when the second is asked.
    const { second } = await asFirm(buyer, 'buyer', async (tx) => {
      expect(await answerIntroduction(tx, asId<IntroductionId>(id), true)).toBe('kept')
      const answer = say(run, one, id, true)
      await new Promise((resolve) => setTimeout(resolve, 500))
      return { second: answer }
    })
    expect((await second).body).toEqual({ agreed: true })
    expect(await planned(run)).toEqual([[buyer.id, one.id]])
  })

  it('is refused for two of one side, for who is not admitted, who agreed, and who is kept apart', async () => {
    const run = await MatchdayRun.open(api)
    const { buyer, one, two } = await run.three()
    expect(codeOf(await introduce(run, one, two))).toEqual([422, 'introduction.side'])
    await run.agree(buyer, one)
    expect(codeOf(await introduce(run, buyer, one))).toEqual([409, 'introduction.needless'])
    await asSystem(api.system, async (tx) => {
      await tx.execute(
        sql`insert into rivalries (id, organisation_id, name_key, label) values (gen_random_uuid(), ${two.organisationId}, 'nobody here', 'Nobody')`,
      )
      await tx.execute(
        sql`insert into walls (rivalry_id, organisation_id, rival_id) select id, organisation_id, ${buyer.organisationId} from rivalries where organisation_id = ${two.organisationId}`,
      )
      // The agency works with both, so that it sees them in spite of it.
      await tx.execute(
        sql`insert into agency_firms (agency_id, organisation_id) values (${run.agency.organisationId}, ${two.organisationId}), (${run.agency.organisationId}, ${buyer.organisationId})`,
      )
    })
    expect(codeOf(await introduce(run, buyer, two))).toEqual([409, 'introduction.barred'])
    await run.agency.client.put(`${run.at}/participants/${one.id}`, { state: 'declined' })
    expect(codeOf(await introduce(run, buyer, one))).toEqual([409, 'introduction.not-admitted'])
  })
})
