import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CallView, listEntries, listInvited, Output } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import { dailyAsked, type OrganisationId } from '@enlace/domain'
import { makeOrganisation } from '@enlace/testing'

import { callContent, inDays, passDeadline, publishedCall } from '../../test/call-world.ts'
import { startApi, type Answer, type Client, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
}, 60_000)
afterAll(() => api.close())

const ask = (client: Client, call: Pick<CallView, 'id'>, supplierIds: readonly OrganisationId[]): Promise<Answer> =>
  client.post(`/api/calls/${call.id}/invitations`, { supplierIds })
const askedOf = async (client: Client, call: CallView): Promise<readonly OrganisationId[]> =>
  ((await client.get(`/api/calls/${call.id}/invitations`)).body as Output<typeof listInvited>).items.map(({ id }) => id)
const codeOf = ({ status, body }: Answer): unknown => [status, (body as { code?: string }).code]
const suppliers = (count: number): Promise<OrganisationId[]> =>
  asSystem(api.system, async (tx) => {
    const made: OrganisationId[] = []
    for (let at = 0; at < count; at += 1) made.push(await makeOrganisation(tx, 'supplier'))
    return made
  })
const told = (call: CallView): Promise<readonly { suppliers: OrganisationId[] }[]> =>
  asSystem(api.system, (tx) =>
    tx.execute<{ suppliers: OrganisationId[] }>(sql`
      select payload -> 'supplierIds' as suppliers from events
      where name = 'call.invited' and payload ->> 'callId' = ${call.id} order by 1`),
  )

describe('a supplier asked by name after a call was published', () => {
  let buyer: Signed
  beforeAll(async () => {
    buyer = await api.member('buyer')
  })

  it('reads the call from then on, is told once, and stands in the audit log', async () => {
    const call = await publishedCall(buyer.client, { access: 'invited' })
    const [late, other] = [await api.member('supplier'), await api.member('supplier')]
    expect((await late.client.get(`/api/calls/${call.id}`)).status).toBe(404)
    expect((await ask(buyer.client, call, [late.organisationId, buyer.organisationId])).status).toBe(200)
    expect((await ask(buyer.client, call, [late.organisationId])).status).toBe(200)
    expect((await late.client.get(`/api/calls/${call.id}`)).status).toBe(200)
    expect((await other.client.get(`/api/calls/${call.id}`)).status).toBe(404)
    expect([...(await told(call))]).toEqual([{ suppliers: [late.organisationId] }])
    expect(await askedOf(buyer.client, call)).toEqual([late.organisationId])
    const { items } = (await buyer.client.get('/api/audit-log/entries?limit=50')).body as Output<typeof listEntries>
    expect(items.filter(({ act }) => act === 'call.invited')).toHaveLength(1)
    // Whoever was asked is not told who else was.
    expect(codeOf(await late.client.get(`/api/calls/${call.id}/invitations`))).toEqual([403, 'identity.forbidden'])
  })

  it('in a draft is told at the publication alone', async () => {
    const { body }: { body: CallView } = await buyer.client.post('/api/calls', callContent())
    const one = await suppliers(1)
    expect((await ask(buyer.client, body, one)).status).toBe(200)
    expect([await askedOf(buyer.client, body), [...(await told(body))]]).toEqual([one, []])
  })

  it('has as many days as a call of its kind stays open, and none after the deadline', async () => {
    const call = await publishedCall(buyer.client)
    const made = await suppliers(2)
    await asSystem(api.system, (tx) =>
      tx.execute(
        sql`update calls set content = content || jsonb_build_object('deadline', ${inDays(2.9)}::text) where id = ${call.id}`,
      ),
    )
    expect(codeOf(await ask(buyer.client, call, made))).toEqual([409, 'call.short'])
    await passDeadline(api, call.id)
    expect(codeOf(await ask(buyer.client, call, made))).toEqual([409, 'call.phase'])
    expect(await askedOf(buyer.client, call)).toEqual([])
  })

  it('is asked by nobody but the author', async () => {
    const call = await publishedCall(buyer.client)
    const { client } = await api.colleague(buyer.organisationId, 'buyer')
    expect(codeOf(await ask(client, call, await suppliers(1)))).toEqual([403, 'identity.forbidden'])
  })
})

it('an organisation asks so many a day in all its calls together, before and after they are published', async () => {
  const { client } = await api.member('buyer')
  const made = await suppliers(dailyAsked + 1)
  const batch = (from: number, to: number): OrganisationId[] => made.slice(from, to)
  const written = await client.post('/api/calls', callContent({ invited: batch(0, 50) }))
  expect(written.status).toBe(201)
  const [one, other] = [await publishedCall(client), await publishedCall(client)]
  expect((await ask(client, one, batch(50, 75))).status).toBe(200)
  // Two at the same time of which only one has room: whichever is second counts what the first asked.
  const both = await Promise.all([one, other].map((call) => ask(client, call, batch(75, 95))))
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 429]))
  const free = both[0]?.status === 200 ? other : one
  expect((await ask(client, free, batch(95, 100))).status).toBe(200)
  expect(codeOf(await ask(client, free, batch(100, 101)))).toEqual([429, 'call.quota'])
  expect((await client.post('/api/calls', callContent({ invited: batch(0, 1) }))).status).toBe(429)
})
