import { endpoints } from '@enlace/contracts'
import { asActor, asSystem, openDatabase, type Database } from '@enlace/database'
import { asId, type MemberActor, type OrganisationId, type UserId } from '@enlace/domain'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { asks } from '../../test/tenancy-asks.ts'
import { challengeOf, proposalOf } from '../../test/tenancy-challenge-asks.ts'
import { makeWorld, type ActorName, type World } from '../../test/tenancy-world.ts'
import { startApi, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let world: World
let app: Database
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  app = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 2 })
  owner = postgres(api.url, { onnotice: () => undefined })
  // A way of reading that somebody might add one day, without a thought of the log.
  api.app.get('/api/planted', async () =>
    asActor(app, await buyer(), (tx) => tx.execute(sql`select content, handed from proposal_contents`)),
  )
  world = await makeWorld(api)
}, 60_000)
afterAll(() => Promise.all([api.close(), app.close(), owner.end()]))

const buyer = async (): Promise<MemberActor> => ({
  kind: 'member',
  userId: (await world.as('buyer')).userId ?? asId<UserId>(''),
  organisationId: asId<OrganisationId>(world.organisations.buyer),
  organisationKind: 'buyer',
  role: 'owner',
})
const lines = (): Promise<number> =>
  asSystem(api.system, async (tx) => {
    const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from proposal_reads`)
    return row?.n ?? 0
  })

type Way = {
  readonly name: string
  readonly method: string
  readonly ask: (reader: ActorName) => Promise<{ url: string; body?: unknown; headers?: object }>
}
/** Every operation there is, about each variant of its thing. */
const everyWay = (): Way[] =>
  endpoints.flatMap(({ name, method }) =>
    Object.values(asks[name] ?? {}).map((one) => ({
      name,
      method,
      ask: async (reader: ActorName) => one(world, await world.as(reader)),
    })),
  )

/** What of these ways gave a proposal to somebody outside its team, and how many lines that left. */
async function readings(
  ways: readonly Way[],
  readers: readonly ActorName[],
): Promise<{ name: string; reader: string; left: number }[]> {
  const found: { name: string; reader: string; left: number }[] = []
  for (const { name, method, ask } of ways)
    for (const reader of readers) {
      const { client } = await world.as(reader)
      const { url, body, headers } = await ask(reader)
      const before = await lines()
      const answer = await client.send(method, url, body, { ...headers })
      if (!JSON.stringify(answer.body ?? '').includes('canary-proposal')) continue
      found.push({ name, reader, left: (await lines()) - before })
    }
  return found
}
const outsiders = ['person', 'buyer', 'rival', 'stranger', 'agency', 'idle', 'platform'] as const

it('every operation that shows a proposal to somebody outside its team leaves a line, and so does every way it can be asked', async () => {
  await proposalOf(world)
  const found = await readings(everyWay(), outsiders)
  expect(new Set(found.map(({ name }) => name))).toEqual(
    new Set(['listProposals', 'exportProposals', 'exportProposalsXlsx', 'readProposal']),
  )
  expect(found.filter(({ left }) => left === 0)).toEqual([])
  expect(new Set(found.map(({ reader }) => reader))).toEqual(new Set(['buyer']))
}, 240_000)

it('its own team reads without leaving a line', async () => {
  const found = await readings(
    everyWay().filter(({ name }) => /Proposal/.test(name)),
    ['supplier'],
  )
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter(({ left }) => left !== 0)).toEqual([])
}, 120_000)

it('a way that forgets the log reads nothing, and with the lock taken off this test finds it', async () => {
  await proposalOf(world)
  const planted: Way = { name: 'planted', method: 'GET', ask: async () => ({ url: '/api/planted' }) }
  expect(await readings([planted], ['buyer'])).toEqual([])
  await owner`create policy leak on proposal_contents for select to enlace_app using (true)`
  expect(await readings([planted], ['buyer'])).toEqual([{ name: 'planted', reader: 'buyer', left: 0 }])
  await owner`drop policy leak on proposal_contents`
})

it('nobody adds, changes or removes a line by hand', async () => {
  const actor = await buyer()
  for (const attempt of [
    sql`insert into proposal_reads (proposal_id, organisation_id, user_id, role, way) select id, supplier_id, supplier_id, '', 'list' from proposals`,
    sql`update proposal_reads set way = 'list'`,
    sql`delete from proposal_reads`,
  ])
    await expect(asActor(app, actor, async (tx) => tx.execute(attempt))).rejects.toMatchObject({
      cause: { code: '42501' },
    })
  await expect(
    asSystem(api.system, (tx) => tx.execute(sql`delete from proposal_reads`).then(() => null)),
  ).rejects.toMatchObject({ cause: { code: '42501' } })
})

it('the firm sees who read, in which role, how and when; under an alias its buyer stays without a name', async () => {
  const needId = await challengeOf(world, 'open')
  const id = await proposalOf(world, needId)
  const reader = await world.as('buyer')
  const auditor = await api.colleague(world.organisations.buyer, 'auditor')
  await reader.client.get(`/api/challenges/${needId}/proposals`)
  await reader.client.get(`/api/challenges/${needId}/proposals?query=FOG`)
  await reader.client.get(`/api/challenges/${needId}/proposals?query=nothing-of-this`)
  await auditor.client.get(`/api/proposals/${id}`)
  await reader.client.get(`/api/challenges/${needId}/proposals.csv`)
  const { client } = await world.as('supplier')
  const log = async (rest = ''): Promise<{ items: Record<string, unknown>[]; next: string | null }> =>
    (await client.get(`/api/proposals/${id}/reads${rest}`)).body
  const { items } = await log()
  expect(items.map(({ way, role, kind, organisation }) => [way, role, kind, organisation])).toEqual([
    ['export', 'owner', 'buyer', 'buyer'],
    ['record', 'auditor', 'buyer', 'buyer'],
    ['search', 'owner', 'buyer', 'buyer'],
    ['list', 'owner', 'buyer', 'buyer'],
  ])
  const first = await log('?limit=3')
  const rest = await log(`?limit=3&cursor=${first.next}`)
  expect([...first.items, ...rest.items]).toEqual(items)
  await owner`update needs set content = jsonb_set(content, '{confidentiality}', '"alias"') where id = ${needId}`
  expect((await log()).items.map(({ organisation }) => organisation)).toEqual([null, null, null, null])
})
