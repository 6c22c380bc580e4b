import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { MatchdayParticipantView, ResultsView, SeparationView } from '@enlace/contracts'
import { asSystem, claimRequestReminders, readPlanBasis } from '@enlace/database'

import { beginAgo, codeOf, faultsOf, meetingsOf, report } from '../../test/incident-day.ts'
import { MatchdayRun, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const reason = 'They are at law with each other.'
const separate = (run: MatchdayRun, one: Attendee, other: Attendee): Promise<Answer> =>
  run.agency.client.post(`${run.at}/separations`, { oneId: one.id, otherId: other.id, reason })
const listOf = async (run: MatchdayRun, { client }: Signed): Promise<SeparationView[]> =>
  ((await client.get(`${run.at}/separations`)).body as { items: SeparationView[] }).items
const introduce = (run: MatchdayRun, one: Attendee, other: Attendee): Promise<Answer> =>
  run.agency.client.post(`${run.at}/introductions`, { oneId: one.id, otherId: other.id, reason: 'Both work on dust.' })
const book = (run: MatchdayRun, by: Attendee, other: Attendee): Promise<Answer> =>
  by.client.post(`${run.at}/meetings`, { participantId: other.id })
const add = (run: MatchdayRun, host: Attendee, visitor: Attendee): Promise<Answer> =>
  report(run, run.agency, { kind: 'pair-added', hostId: host.id, visitorId: visitor.id })
const wait = (run: MatchdayRun): Promise<string[]> =>
  asSystem(api.system, async (tx) => {
    await tx.execute(
      sql`update matchdays set content = content || jsonb_build_object('answerBy', now() + interval '1 day') where id = ${run.id}`,
    )
    const rows = await claimRequestReminders(tx, new Date())
    return rows.filter(({ matchdayId }) => matchdayId === run.id).map(({ organisationId }) => organisationId)
  })

/** An answer but for the number of its request. */
const bare = ({ status, body }: Answer): string => JSON.stringify([status, { ...(body as object), requestId: null }])

/** What a firm reads of another on every page of a matchday, byte by byte but for who that is. */
async function everythingOf(run: MatchdayRun, reader: Attendee, other: Attendee): Promise<string> {
  const participants = (await reader.client.get(`${run.at}/participants`)).body as { items: MatchdayParticipantView[] }
  const row = participants.items.find(({ id }) => id === other.id)
  const about = async (path: string): Promise<unknown[]> =>
    ((await reader.client.get(`${run.at}/${path}`)).body as { items: object[] }).items.filter((one) =>
      JSON.stringify(one).includes(other.id),
    )
  const asked = await book(run, reader, other)
  const all = [
    row,
    await about('requests'),
    await about('offers'),
    await about('suggestions'),
    await about('separations'),
    bare(asked),
  ]
  return JSON.stringify(all)
    .replaceAll(other.id, 'id')
    .replaceAll(other.organisationId, 'firm')
    .replaceAll(row?.organisation.name ?? 'nobody', 'name')
}

/** At a day that runs: the organiser keeps the buyer and one apart, two does not want, with the third all is well. */
async function kept() {
  const run = await MatchdayRun.open(api)
  const { buyer, one, two } = await run.three()
  const third = await run.attendee('supplier')
  for (const supplier of [one, two, third]) await run.agree(supplier, buyer)
  await run.wish(two, buyer, 'no', 'They owe us money.')
  const said = await separate(run, one, buyer)
  return { run, buyer, one, two, third, said }
}

describe('two who are kept apart', () => {
  it('read of each other what they read of who does not want, byte by byte, and the organiser alone its list', async () => {
    const { run, buyer, one, two, third, said } = await kept()
    expect(said.status).toBe(201)
    await run.publish([])
    expect(await everythingOf(run, buyer, one)).toBe(await everythingOf(run, buyer, two))
    const row = await everythingOf(run, buyer, one)
    expect([row.includes('"standing":"asked"'), row.includes('meeting.unagreed')]).toEqual([true, true])
    expect((await everythingOf(run, buyer, third)).includes('"standing":"agreed"')).toBe(true)
    expect(codeOf(await book(run, one, buyer))).toEqual([409, 'meeting.unagreed'])
    expect(await listOf(run, run.agency)).toMatchObject([
      { host: { participantId: buyer.id }, visitor: { participantId: one.id }, reason },
    ])
    expect([await listOf(run, buyer), await listOf(run, one)]).toEqual([[], []])
    expect(await listOf(run, two)).toMatchObject([
      { id: null, host: { participantId: buyer.id }, visitor: { participantId: two.id }, reason: 'They owe us money.' },
    ])
    // Nobody is reminded of a request that is not shown.
    await run.wish(buyer, one, null)
    await run.wish(buyer, third, null)
    expect(await wait(run)).toEqual([buyer.organisationId])
  })

  it('meet on no path, whoever says so: in no plan, not on the spot, not as added, not as introduced', async () => {
    const { run, buyer, one, two, third } = await kept()
    await run.agency.client.post(`${run.at}/plans`, {})
    const basis = await asSystem(api.system, (tx) => readPlanBasis(tx, run.id))
    expect(basis?.pairs.map(({ hostId, visitorId }) => [hostId, visitorId])).toEqual([[buyer.id, third.id]])
    expect(basis?.neverWith).toEqual(
      expect.arrayContaining([one, two].map(({ id }) => ({ hostId: buyer.id, visitorId: id }))),
    )
    const meeting = { hostId: buyer.id, slot: 0, place: 't1' }
    const made = await run.keepPlan([{ ...meeting, visitorId: one.id }])
    expect(codeOf(await run.agency.client.post(`${run.at}/plans/${made}/publish`, {}))).toEqual([409, 'meeting.taken'])
    await run.publish([])
    const [toOne, toTwo] = [await add(run, buyer, one), await add(run, buyer, two)]
    expect(codeOf(toOne)).toEqual([409, 'meeting.full'])
    expect(bare(toOne)).toBe(bare(toTwo))
    expect(codeOf(await introduce(run, one, buyer))).toEqual([409, 'introduction.barred'])
    // What the organiser does not know changes nothing for it: the two answer for themselves, and a "no" is taken back by accepting.
    const { id } = (await introduce(run, two, buyer)).body as { id: string }
    const accept = (by: Attendee) => by.client.put(`${run.at}/introductions/${id}/answer`, { accepts: true })
    await run.wish(buyer, two, null)
    expect((await accept(buyer)).body).toEqual({ agreed: false })
    expect((await run.wish(buyer, two, 'no')).wish).toBe('no')
    expect((await accept(two)).body).toEqual({ agreed: false })
    expect((await accept(buyer)).body).toEqual({ agreed: true })
    expect((await add(run, buyer, third)).status).toBe(201)
    expect(await meetingsOf(run, run.agency)).toMatchObject([{ visitor: { participantId: third.id } }])
    expect((await faultsOf(run)).faults).toEqual([])
    // With the promise taken away the pair is booked, and the verifier, which is written apart, says so.
    await owner`alter table matchday_meetings disable trigger matchday_meetings_never`
    expect((await add(run, buyer, one)).status).toBe(201)
    await owner`alter table matchday_meetings enable trigger matchday_meetings_never`
    expect((await faultsOf(run)).faults).toMatchObject([{ rule: 'never-with' }])
  })

  it('have no meeting before them: it is called off first, and then does not come back', async () => {
    const { run, buyer, one, third, said } = await kept()
    const meeting = { hostId: buyer.id, visitorId: third.id, slot: 4, place: 't1' }
    await run.publish([meeting])
    await beginAgo(run, 10)
    expect(codeOf(await separate(run, third, buyer))).toEqual([409, 'separation.planned'])
    expect(codeOf(await third.client.put(`${run.at}/wishes/${buyer.id}`, { wish: 'no', reason: '' }))).toEqual([
      409,
      'separation.planned',
    ])
    expect((await run.wish(third, buyer, 'must')).wish).toBe('must')
    const [planned] = await meetingsOf(run, run.agency)
    const off = await run.fallOut(run.agency, planned?.id, 'called-off')
    expect((await separate(run, third, buyer)).status).toBe(201)
    const undo = `${run.at}/incidents/${(off.body as { id: string }).id}/undo`
    expect(codeOf(await run.agency.client.post(undo, {}))).toEqual([409, 'incident.built-upon'])
    // Taken back, what they said holds again.
    const { id } = said.body as { id: string }
    expect((await run.agency.client.delete(`${run.at}/separations/${id}`)).status).toBe(204)
    expect((await book(run, one, buyer)).status).toBe(201)
    expect(codeOf(await run.agency.client.delete(`${run.at}/separations/${id}`))).toEqual([404, 'thing.not-found'])
  })
})

it('two who agreed and are kept apart since did not fail to meet, unless they had met', async () => {
  const { run, buyer, one, third, said } = await kept()
  const agreed = async (): Promise<number> =>
    ((await run.agency.client.get(`${run.at}/results`)).body as ResultsView).agreed
  // The buyer and the third; one is kept apart, two does not want.
  expect(await agreed()).toBe(1)
  await run.publish([{ hostId: buyer.id, visitorId: third.id, slot: 4, place: 't1' }])
  await owner`update matchday_meetings set state = 'held' where matchday_id = ${run.id}`
  expect((await separate(run, third, buyer)).status).toBe(201)
  expect(await agreed()).toBe(1)
  // Taken back, they agree again.
  const { id } = said.body as { id: string }
  expect((await run.agency.client.delete(`${run.at}/separations/${id}`)).status).toBe(204)
  expect(await agreed()).toBe(2)
  expect((await separate(run, one, buyer)).status).toBe(201)
  expect(await agreed()).toBe(1)
})

it('a meeting and the word against it never both stand, whoever is first', async () => {
  const run = await MatchdayRun.open(api)
  const [hosts, visitors] = await run.crowd(2, 4)
  const pairs = hosts.flatMap((host) => visitors.map((visitor) => [host, visitor] as const))
  const outcomes = await Promise.all(
    pairs.map(async ([host, visitor], at) => {
      const no = (): Promise<Answer> => host.client.put(`${run.at}/wishes/${visitor.id}`, { wish: 'no', reason: '' })
      const word = at % 2 === 0 ? separate(run, host, visitor) : no()
      const [said, booked] = await Promise.all([word, book(run, visitor, host)])
      return [said.status < 300, booked.status < 300]
    }),
  )
  expect(outcomes.every(([said, booked]) => said !== booked)).toBe(true)
})

it('an organiser keeps apart a buyer and a supplier of its own matchday, once; what it proposed to them is withdrawn', async () => {
  const run = await MatchdayRun.open(api)
  const { buyer, one, two } = await run.three()
  await introduce(run, one, buyer)
  expect(codeOf(await separate(run, one, two))).toEqual([422, 'separation.side'])
  expect((await separate(run, buyer, one)).status).toBe(201)
  expect((await run.agency.client.get(`${run.at}/introductions`)).body).toEqual({ items: [] })
  expect((await one.client.get(`${run.at}/requests`)).body).toEqual({ items: [] })
  expect(codeOf(await separate(run, one, buyer))).toEqual([409, 'separation.twice'])
  const other = await MatchdayRun.open(api)
  expect(codeOf(await separate(other, one, buyer))).toEqual([404, 'thing.not-found'])
  // Of two who say so at once one is told that it stands.
  const both = await Promise.all([separate(run, two, buyer), separate(run, buyer, two)])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
})
