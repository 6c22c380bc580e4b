import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { GuestView, MatchdayView } from '@enlace/contracts'
import { asActor, asSystem, openDatabase } from '@enlace/database'
import { asId, type MemberActor, type OrganisationId } from '@enlace/domain'

import { guestsOf } from '../../test/guest-mails.ts'
import { MatchdayRun } from '../../test/matchday-people.ts'
import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]
const invite = (run: MatchdayRun, firms: readonly (Signed | OrganisationId)[], preApproved = false): Promise<Answer> =>
  run.agency.client.post(`${run.at}/guests/firms`, {
    firms: firms.map((firm) => (typeof firm === 'string' ? firm : firm.organisationId)),
    preApproved,
  })
const list = async (run: MatchdayRun): Promise<readonly GuestView[]> => (await guestsOf(run)).items
const stateOf = async (run: MatchdayRun, { organisationId }: Signed): Promise<string | undefined> =>
  (await list(run)).find((guest) => guest.organisationId === organisationId)?.state
const read = async (run: MatchdayRun, { client }: Signed): Promise<MatchdayView> => (await client.get(run.at)).body
const register = (run: MatchdayRun, { client }: Signed): Promise<Answer> =>
  client.put(`${run.at}/participation`, { note: '' })

it('know that they are invited, on their side, until they register as usual', async () => {
  const run = await MatchdayRun.open(api)
  const [buyer, supplier, other] = [
    await api.member('buyer'),
    await api.member('supplier'),
    await api.member('supplier'),
  ]
  expect((await invite(run, [buyer, supplier, supplier])).body).toEqual({ invited: 2 })
  const guests = await list(run)
  expect(guests.map(({ picked, email }) => [picked, email])).toEqual([
    [true, null],
    [true, null],
  ])
  expect(guests.map(({ organisationId, side }) => [organisationId, side])).toEqual(
    expect.arrayContaining([
      [buyer.organisationId, 'host'],
      [supplier.organisationId, 'visitor'],
    ]),
  )
  expect([(await read(run, supplier)).invited, (await read(run, other)).invited]).toEqual([true, false])
  expect(await register(run, supplier)).toMatchObject({ status: 200, body: { state: 'applied' } })
  expect([(await read(run, supplier)).invited, await stateOf(run, supplier)]).toEqual([false, 'registered'])
})

it('are told once each, in the transaction that invites them', async () => {
  const run = await MatchdayRun.open(api)
  const firm = await api.member('supplier')
  await invite(run, [firm])
  const told = await asSystem(api.system, (tx) =>
    tx.execute<{ payload: object }>(
      sql`select payload from events where name = 'firms.invited' and payload ->> 'matchdayId' = ${run.id}`,
    ),
  )
  expect(told.map(({ payload }) => payload)).toMatchObject([{ firms: [firm.organisationId], again: false }])
})

it('are admitted at once where the organiser said so, and only those', async () => {
  const run = await MatchdayRun.open(api)
  const [sure, asked, stranger] = [
    await api.member('supplier'),
    await api.member('supplier'),
    await api.member('supplier'),
  ]
  await invite(run, [sure], true)
  await invite(run, [asked])
  expect((await register(run, sure)).body).toMatchObject({ state: 'admitted' })
  expect((await register(run, asked)).body).toMatchObject({ state: 'applied' })
  expect((await register(run, stranger)).body).toMatchObject({ state: 'applied' })
  const decided = await asSystem(api.system, (tx) =>
    tx.execute<{ id: string }>(sql`
      select payload ->> 'participantId' as id from events where name = 'participant.decided' and payload ->> 'matchdayId' = ${run.id}`),
  )
  expect(decided.map(({ id }) => id)).toEqual([sure.organisationId])
})

it('cannot admit themselves past the door, whatever they send to the database', async () => {
  const run = await MatchdayRun.open(api)
  const firm = await api.member('supplier')
  await invite(run, [firm])
  await register(run, firm)
  const { organisationId, userId } = firm
  const actor: MemberActor = { kind: 'member', userId, organisationId, organisationKind: 'supplier', role: 'owner' }
  const app = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 1 })
  const change = (statement: SQL): Promise<readonly unknown[]> => asActor(app, actor, (tx) => tx.execute(statement))
  const own = sql`where organisation_id = ${firm.organisationId} returning id`
  await expect(change(sql`update matchday_participants set state = 'admitted' ${own}`)).rejects.toMatchObject({
    cause: { code: '42501' },
  })
  expect(await change(sql`update matchday_participants set note = 'Pumps.' ${own}`)).toHaveLength(1)
  expect(await change(sql`update matchday_guests set pre_approved = true ${own}`)).toHaveLength(0)
  await app.close()
})

it('decline once, and are invited no second time', async () => {
  const run = await MatchdayRun.open(api)
  const [firm, other] = [await api.member('supplier'), await api.member('supplier')]
  await invite(run, [firm])
  const decline = (who: Signed): Promise<Answer> => who.client.post(`${run.at}/invitation/decline`, {})
  expect(codeOf(await decline(other))).toEqual([404, 'thing.not-found'])
  expect((await decline(firm)).status).toBe(204)
  expect([await stateOf(run, firm), codeOf(await decline(firm))]).toEqual(['declined', [404, 'thing.not-found']])
  expect(codeOf(await invite(run, [firm]))).toEqual([409, 'guest.invited'])
})

it('are refused by name, all together, where some cannot be invited', async () => {
  const run = await MatchdayRun.open(api)
  const [fresh, asked, there] = [await api.member('supplier'), await api.member('supplier'), await api.member('buyer')]
  await invite(run, [asked])
  await register(run, there)
  expect(codeOf(await invite(run, [fresh, there]))).toEqual([409, 'guest.registered'])
  expect(codeOf(await invite(run, [fresh, asked]))).toEqual([409, 'guest.invited'])
  expect(codeOf(await invite(run, [fresh, run.agency]))).toEqual([422, 'guest.kind'])
  expect(codeOf(await invite(run, [fresh, asId<OrganisationId>(run.id)]))).toEqual([404, 'thing.not-found'])
  expect((await list(run)).length).toBe(1)
})

it('are not invited to what is over or closed', async () => {
  const run = await MatchdayRun.open(api)
  const [firm, asked] = [await api.member('supplier'), await api.member('supplier')]
  await invite(run, [asked])
  const end = (when: string): Promise<unknown> =>
    asSystem(api.system, (tx) =>
      tx.execute(sql`update matchdays set ends_at = clock_timestamp() + ${when}::interval where id = ${run.id}`),
    )
  await end('-1 second')
  expect(codeOf(await invite(run, [firm]))).toEqual([409, 'matchday.over'])
  expect((await read(run, asked)).invited).toBe(false)
  await end('1 day')
  expect((await read(run, asked)).invited).toBe(true)
  await run.agency.client.post(`${run.at}/state`, { to: 'cancelled' })
  expect(codeOf(await invite(run, [firm]))).toEqual([409, 'matchday.state'])
  expect((await read(run, asked)).invited).toBe(false)
})

it('are invited once, also by two at the same moment', async () => {
  const run = await MatchdayRun.open(api)
  const firm = await api.member('supplier')
  const answers = await Promise.all([invite(run, [firm]), invite(run, [firm])])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
})

it('come by the organiser’s own hand too, which is an answer', async () => {
  const run = await MatchdayRun.open(api)
  const firm = await api.member('supplier')
  await invite(run, [firm])
  const walkedIn = await run.agency.client.post(`${run.at}/walk-ins`, {
    firm: { id: firm.organisationId },
    holder: '',
  })
  expect([walkedIn.status, await stateOf(run, firm)]).toEqual([201, 'registered'])
})
