import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { MatchdayView, TypesTaken } from '@enlace/contracts'

import { codeOf } from '../../test/incident-day.ts'
import { MatchdayRun, meetTheBuyers, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type Answer, type TestApi } from '../../test/test-api.ts'

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
