import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { MatchdayView, TypesTaken } from '@enlace/contracts'

import { codeOf } from '../../test/incident-day.ts'
import { MatchdayRun, meetTheBuyers, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type Answer, type TestApi } from '../../test/test-api.ts'
import { Tally } from '../incidents/tally.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const hosted = { key: 'hosted', name: 'Hosted buyer', side: 'host', seats: 1, leastMeetings: 2, hosted: true }
const small = { key: 'small', name: 'Small producer', side: 'visitor', seats: 2, mostMeetings: 3 }
const types = [hosted, small]
const open = (): Promise<MatchdayRun> => MatchdayRun.open(api, { types })
const admitAs = (run: MatchdayRun, { id }: Attendee, type?: string | null, state = 'admitted'): Promise<Answer> =>
  run.agency.client.put(`${run.at}/participants/${id}`, { state, type })
const read = async (run: MatchdayRun): Promise<TypesTaken> => (await run.agency.client.get(`${run.at}/types`)).body
const crowd = (run: MatchdayRun, count: number): Promise<Attendee[]> =>
  Promise.all(Array.from({ length: count }, () => run.attendee('supplier')))

it('admits as many of a type as it has seats, whoever asks at the same time', async () => {
  const run = await open()
  const firms = await crowd(run, 6)
  const answers = await Promise.all(firms.map((one) => admitAs(run, one, 'small')))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 409, 409, 409, 409])
  expect(answers.filter(({ status }) => status === 409).map(codeOf)).toEqual(
    Array.from({ length: 4 }, () => [409, 'matchday.seats']),
  )
  expect((await read(run)).types).toEqual([
    { key: 'hosted', taken: 0 },
    { key: 'small', taken: 2 },
  ])
  // A seat that is given back goes to another; who had it and comes again has none.
  const taken = firms.filter((_, at) => answers[at]?.status === 200)
  await taken[0]?.client.post(`${run.at}/participation/withdraw`, {})
  const waiting = firms.find((_, at) => answers[at]?.status === 409)
  expect((await admitAs(run, waiting ?? never(), 'small')).status).toBe(200)
  await taken[0]?.client.put(`${run.at}/participation`, {})
  expect((await admitAs(run, taken[0] ?? never())).body).toMatchObject({ state: 'admitted', type: null })
})

const never = (): never => {
  throw new Error('there is one')
}

it('is guarded by the tables themselves: without that, more are admitted than there are seats', async () => {
  const run = await open()
  const firms = await crowd(run, 4)
  const write = (id: string) =>
    owner`update matchday_participants set type = 'small' where id = ${id}`.then(
      () => 'done',
      (error: { constraint_name?: string }) => error.constraint_name,
    )
  const [one, two, three, four] = firms.map(({ id }) => id)
  const told = await Promise.all([write(one ?? ''), write(two ?? ''), write(three ?? '')])
  expect(told.filter((answer) => answer === 'done')).toHaveLength(2)
  expect(told).toContain('matchday_participants_seats')
  await owner`alter table matchday_participants disable trigger matchday_participants_type`
  try {
    expect(await write(four ?? '')).toBe('done')
  } finally {
    await owner`alter table matchday_participants enable trigger matchday_participants_type`
  }
})

it('is given by the organiser alone: a firm neither takes a type nor leaves its own', async () => {
  const run = await open()
  const firm = await run.attendee('supplier')
  await admitAs(run, firm, 'small')
  const as = (organisation: string, type: string | null) =>
    owner.begin(async (tx) => {
      await tx`set local role enlace_app`
      await tx`select set_config('enlace.organisation', ${organisation}, true)`
      return tx`update matchday_participants set type = ${type} where id = ${firm.id} returning id`
    })
  await expect(as(firm.organisationId, null)).rejects.toThrow('does not choose its type')
  expect(await as(run.agency.organisationId, null)).toHaveLength(1)
  await expect(as(firm.organisationId, 'small')).rejects.toThrow('does not choose its type')
  const unknown = await admitAs(run, firm, 'hosted')
  expect(codeOf(unknown)).toEqual([422, 'matchday.type'])
})

it('tells a firm its own type, the organiser all, and others none', async () => {
  const run = await open()
  const { buyer, one } = await run.three()
  await admitAs(run, buyer, 'hosted')
  const own = (await buyer.client.get(run.at)).body as MatchdayView
  expect(own.own?.type).toBe('hosted')
  expect(own.content.types?.map(({ key }) => key)).toEqual(['hosted', 'small'])
  const listed = async ({ client }: Pick<Attendee, 'client'>): Promise<(string | null)[]> =>
    ((await client.get(`${run.at}/participants`)).body as { items: { type: string | null }[] }).items.map(
      ({ type }) => type,
    )
  expect(await listed(one)).toEqual([null])
  expect((await listed(run.agency)).filter((type) => type !== null)).toEqual(['hosted'])
})

it('shows how far a hosted firm is with what it owes', async () => {
  const run = await open()
  const { buyer, one, two } = await run.three()
  await admitAs(run, buyer, 'hosted')
  const standing = async () =>
    (await read(run)).hosted.map(({ owed, held, toCome, agreed, standing: how }) => [owed, held, toCome, agreed, how])
  expect(await standing()).toEqual([[2, 0, 0, 0, 'short']])
  await run.agree(buyer, one)
  await run.agree(buyer, two)
  const at = (visitorId: Attendee['id'], slot: number) => ({ hostId: buyer.id, visitorId, slot, place: 't1' })
  await run.publish([at(one.id, 0), at(two.id, 1)])
  expect(await standing()).toEqual([[2, 0, 2, 2, 'on-the-way']])
  const { items } = (await buyer.client.get(`${run.at}/meetings`)).body as { items: { id: string }[] }
  for (const { id } of items) await buyer.client.put(`${run.at}/meetings/${id}/held`, {})
  expect(await standing()).toEqual([[2, 2, 0, 2, 'kept']])
})

it('keeps seats that are taken, and refuses rules that contradict each other', async () => {
  const run = await open()
  for (const firm of await crowd(run, 2)) await admitAs(run, firm, 'small')
  const { content, revision } = (await run.agency.client.get(run.at)).body as MatchdayView
  const save = (given: readonly object[]): Promise<Answer> =>
    run.agency.client.put(run.at, { content: { ...content, types: given }, revision })
  for (const given of [[hosted], [hosted, { ...small, seats: 1 }], [{ ...small, side: 'host' }]]) {
    const refused = await save(given)
    expect(codeOf(refused)).toEqual([409, 'matchday.seats'])
  }
  expect(codeOf(await save([{ ...small, leastMeetings: 9 }]))).toEqual([409, 'matchday.fixed'])
  expect((await save([{ ...small, name: 'Small firm' }])).status).toBe(200)
  const begun = await run.agency.client.post('/api/matchdays', {
    content: { ...meetTheBuyers, types: [{ ...hosted, leastMeetings: 0 }] },
  })
  const opened = await run.agency.client.post(`/api/matchdays/${(begun.body as MatchdayView).id}/state`, { to: 'open' })
  expect(codeOf(opened)).toEqual([422, 'matchday.incomplete'])
})

describe('a cap on the day', () => {
  const alone = { key: 'alone', name: 'One meeting', side: 'visitor', mostMeetings: 1 }
  const picky = { key: 'picky', name: 'One of those', side: 'host', quotas: [{ type: 'alone', atLeast: 0, atMost: 1 }] }
  /** Two buyers and two suppliers of whom each has room for one meeting; everybody wants everybody, and nobody meets yet. */
  async function capped() {
    const run = await MatchdayRun.open(api, { types: [alone, picky] })
    const [hosts, visitors] = await run.crowd(2, 2)
    for (const firm of visitors) await admitAs(run, firm, 'alone')
    const [one, two, first, second] = [...hosts, ...visitors]
    return { run, one: one ?? never(), two: two ?? never(), first: first ?? never(), second: second ?? never() }
  }
  const book = (run: MatchdayRun, by: Attendee, of: Attendee): Promise<Answer> =>
    by.client.post(`${run.at}/meetings`, { participantId: of.id })
  const faultsOf = ({ body }: Answer): unknown =>
    (body as { faults: { path: string; message: string }[] }).faults.map(({ path }) => path)

  it('keeps two that book at once from passing it, and tells who is full', async () => {
    const { run, one, two, first, second } = await capped()
    const answers = await Promise.all([book(run, one, first), book(run, two, first)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
    const refused = answers.find(({ status }) => status === 409) ?? never()
    expect([codeOf(refused), faultsOf(refused)]).toEqual([[409, 'meeting.cap'], ['visitor']])
    const late = await book(run, first, answers[0]?.status === 201 ? two : one)
    expect([codeOf(late), faultsOf(late)]).toEqual([[409, 'meeting.cap'], ['visitor.most']])
    // Who meets a firm that is full is offered it no more.
    const offered = (await one.client.get(`${run.at}/offers`)).body as { items: { participantId: string }[] }
    expect(offered.items.map(({ participantId }) => participantId)).toEqual([second.id])
    await admitAs(run, one, 'picky')
    expect((await book(run, one, second)).status).toBe(answers[0]?.status === 201 ? 409 : 201)
  })

  it('holds in the tables themselves, and would not without their trigger', async () => {
    const { run, one, two, first, second } = await capped()
    const write = (by: Attendee, of: Attendee, slot: number) =>
      owner
        .begin(async (tx) => {
          await tx`set local role enlace_app`
          await tx`select set_config('enlace.organisation', ${by.organisationId}, true), set_config('enlace.organisation_kind', 'buyer', true)`
          await tx`insert into matchday_meetings (id, matchday_id, host_id, visitor_id, slot, place)
            values (${uuidv7()}, ${run.id}, ${by.id}, ${of.id}, ${slot}, ${`t${(slot % 2) + 1}`})`
        })
        .then(
          () => 'done',
          (error: { constraint_name?: string }) => error.constraint_name,
        )
    const told = await Promise.all([write(one, first, 0), write(two, first, 1)])
    expect(told.map(String).toSorted((a, b) => a.localeCompare(b))).toEqual(['done', 'matchday_meetings_cap'])
    await owner`alter table matchday_meetings disable trigger matchday_meetings_cap`
    try {
      expect(await Promise.all([write(one, second, 2), write(two, second, 3)])).toEqual(['done', 'done'])
    } finally {
      await owner`alter table matchday_meetings enable trigger matchday_meetings_cap`
    }
  })

  it('is passed by the organiser once it says so, which stands with the incident', async () => {
    const { run, one, two, first } = await capped()
    expect((await book(run, one, first)).status).toBe(201)
    const add = (given: object): Promise<Answer> =>
      run.agency.client.post(`${run.at}/incidents`, {
        report: { kind: 'pair-added', hostId: two.id, visitorId: first.id, ...given },
      })
    const refused = await add({})
    expect([codeOf(refused), faultsOf(refused)]).toEqual([[409, 'meeting.cap'], ['visitor.most']])
    expect(JSON.stringify(refused.body)).toContain('(1)')
    const added = await add({ overCap: true })
    expect([added.status, added.body]).toMatchObject([201, { kind: 'pair-added', overCap: true }])
    const { items } = (await run.agency.client.get(`${run.at}/incidents`)).body as { items: { overCap: boolean }[] }
    expect(items.map(({ overCap }) => overCap)).toEqual([true])
    expect((await one.client.get(`${run.at}/incidents`)).status).toBe(403)
  })

  it('is the same rule in the database as in a repair', async () => {
    const { run, one, two, first, second } = await capped()
    await admitAs(run, one, 'picky')
    const third = await run.attendee('supplier')
    await run.publish([
      { hostId: one.id, visitorId: first.id, slot: 0, place: 't1' },
      { hostId: two.id, visitorId: third.id, slot: 0, place: 't2' },
    ])
    const { content } = (await run.agency.client.get(run.at)).body as MatchdayView
    const firms = [
      { ...one, side: 'host' as const, type: 'picky' },
      { ...two, side: 'host' as const, type: null },
      { ...first, side: 'visitor' as const, type: 'alone' },
      { ...second, side: 'visitor' as const, type: 'alone' },
      { ...third, side: 'visitor' as const, type: null },
    ].map((firm) => ({
      ...firm,
      organisationId: firm.organisationId,
      state: 'admitted' as const,
      away: [],
      languages: [],
    }))
    const tally = new Tally(content, firms)
    tally.add({ hostId: one.id, visitorId: first.id })
    tally.add({ hostId: two.id, visitorId: third.id })
    const allowed = async (hostId: Attendee['id'], visitorId: Attendee['id']): Promise<boolean> => {
      const passed = await owner`select from passed_caps(${hostId}, ${visitorId}, 1)`
      return passed.length === 0
    }
    for (const host of [one, two])
      for (const visitor of [first, second, third]) {
        const pair = { hostId: host.id, visitorId: visitor.id }
        expect([pair, await allowed(pair.hostId, pair.visitorId)]).toEqual([pair, tally.allows(pair)])
      }
  })
})
