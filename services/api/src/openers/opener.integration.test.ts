import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { OpenerKeyView, OpenerView } from '@enlace/contracts'
import { asActor, asSystem, openDatabase } from '@enlace/database'
import { openerKeyLimit, type UserId } from '@enlace/domain'
import { fingerprintOf } from '@enlace/sealing'

import { anyPublicKey } from '../../test/tenancy-openers.ts'
import { startApi, type Answer, type Client, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
}, 60_000)
afterAll(() => api.close())

const codeOf = ({ body }: Answer): string => (body as { code: string }).code
const register = (client: Client, publicKey = anyPublicKey()): Promise<Answer> =>
  client.post('/api/opener-keys', { publicKey })
const keysOf = async (client: Client): Promise<readonly OpenerKeyView[]> =>
  ((await client.get('/api/opener-keys')).body as { items: OpenerKeyView[] }).items
const opensNow = async (client: Client, ...users: readonly UserId[]): Promise<readonly OpenerView[]> => {
  const { status, body } = await client.get(`/api/openers?${users.map((id) => `users=${id}`).join('&')}`)
  expect(status).toBe(200)
  return (body as { items: OpenerView[] }).items
}
const eventsOf = (userId: UserId): Promise<unknown> =>
  asSystem(api.system, async (tx) => [
    ...(await tx.execute(sql`
      select name, payload ->> 'openerKeyId' as key from events where payload ->> 'userId' = ${userId} order by id`)),
  ])

describe('an opening key', () => {
  it('is registered, found by who sets up calls, replaced by a newer one, and revoked', async () => {
    const [opener, author] = [await api.member('expert', 'expert'), await api.member('buyer')]
    expect(await opensNow(author.client, opener.userId)).toEqual([])
    const publicKey = anyPublicKey()
    const first = await register(opener.client, publicKey)
    const fingerprint = await fingerprintOf(publicKey)
    expect([first.status, first.body]).toEqual([
      201,
      { id: expect.any(String), publicKey, fingerprint, registeredAt: expect.any(String), revokedAt: null },
    ])
    const { id, registeredAt: since } = first.body as OpenerKeyView
    const found = { userId: opener.userId, publicKey, fingerprint, since }
    expect(await opensNow(author.client, opener.userId, author.userId)).toEqual([found])

    const second = (await register(opener.client)).body as OpenerKeyView
    expect((await opensNow(author.client, opener.userId)).map((one) => one.publicKey)).toEqual([second.publicKey])
    await opener.client.post(`/api/opener-keys/${second.id}/revoke`)
    expect(await opensNow(author.client, opener.userId)).toEqual([found])
    expect((await opener.client.post(`/api/opener-keys/${id}/revoke`)).status).toBe(200)
    expect(await opensNow(author.client, opener.userId)).toEqual([])
    expect((await keysOf(opener.client)).map((one) => [one.id, one.revokedAt !== null])).toEqual([
      [second.id, true],
      [id, true],
    ])
    expect(await eventsOf(opener.userId)).toEqual([
      { name: 'opener.registered', key: id },
      { name: 'opener.registered', key: second.id },
      { name: 'opener.revoked', key: second.id },
      { name: 'opener.revoked', key: id },
    ])
  })

  it('is registered and revoked once, however often and however many at a time say so', async () => {
    const { client, userId } = await api.member('agency', 'facilitator')
    const publicKey = anyPublicKey()
    const sent = await Promise.all(Array.from({ length: 8 }, () => register(client, publicKey)))
    expect(new Set(sent.map(({ status, body }) => `${status} ${(body as OpenerKeyView).id}`)).size).toBe(1)
    const id = (sent[0]?.body as OpenerKeyView | undefined)?.id
    const revoked = await Promise.all(Array.from({ length: 8 }, () => client.post(`/api/opener-keys/${id}/revoke`)))
    expect(new Set(revoked.map(({ body }) => (body as OpenerKeyView).revokedAt)).size).toBe(1)
    expect(await eventsOf(userId)).toHaveLength(2)
    expect(codeOf(await register(client, publicKey))).toBe('opener.key-taken')
  })

  it('is one person’s for good, and nobody has more than a few', async () => {
    const [one, other] = [await api.member('buyer'), await api.member('supplier')]
    const publicKey = anyPublicKey()
    const raced = await Promise.all([register(one.client, publicKey), register(other.client, publicKey)])
    expect(raced.map(({ status }) => String(status)).toSorted()).toEqual(['201', '409'])
    const { client } = await api.member('funder', 'funder')
    const many = await Promise.all(Array.from({ length: openerKeyLimit + 3 }, () => register(client)))
    expect(many.filter(({ status }) => status === 201)).toHaveLength(openerKeyLimit)
    expect(new Set(many.filter(({ status }) => status !== 201).map(codeOf))).toEqual(new Set(['opener.limit']))
    const [newest] = await keysOf(client)
    await client.post(`/api/opener-keys/${newest?.id}/revoke`)
    expect((await register(client)).status).toBe(201)
  })

  it('that nothing can be sealed to is refused', async () => {
    const { client } = await api.member('buyer')
    for (const publicKey of ['', 'x', `${anyPublicKey()}A`, anyPublicKey().replace(/.$/, '!')])
      expect(codeOf(await register(client, publicKey))).toBe('input.invalid')
    for (const bytes of [Buffer.alloc(32), Buffer.alloc(32, 0xff)])
      expect(codeOf(await register(client, bytes.toString('base64url')))).toBe('opener.key')
    // A last letter that says more bits than there are.
    expect(codeOf(await register(client, anyPublicKey().replace(/.$/, 'B')))).toBe('opener.key')
    expect(await keysOf(client)).toEqual([])
  })
})

it('keys are seen by their owners alone, also where the policy of actions is left out; the control sees them', async () => {
  const [opener, colleague] = [await api.member('buyer'), await api.member('buyer')]
  await register(opener.client)
  const actor = {
    kind: 'member',
    userId: colleague.userId,
    organisationId: opener.organisationId,
    organisationKind: 'buyer',
    role: 'owner',
  } as const
  const database = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 2 })
  const owner = postgres(api.url, { onnotice: () => undefined })
  const seen = (by: Parameters<typeof asActor>[1] = actor): Promise<number[]> =>
    asActor(database, by, async (tx) => {
      const rows = await tx.execute(sql`select from opener_keys where user_id = ${opener.userId}`)
      const changed = await tx.execute(sql`
        update opener_keys set revoked_at = null where user_id = ${opener.userId} returning id`)
      const looked = await tx.execute(sql`select from current_opener_keys(array[${opener.userId}::uuid])`)
      return [rows.length, changed.length, looked.length]
    })
  expect(await seen()).toEqual([0, 0, 1])
  expect(await seen({ ...actor, organisationKind: 'supplier' })).toEqual([0, 0, 0])
  expect(await seen({ ...actor, userId: opener.userId })).toEqual([1, 1, 1])
  await owner`create policy leak on opener_keys to enlace_app using (true)`
  expect(await seen()).toEqual([1, 1, 1])
  await owner`drop policy leak on opener_keys`
  await owner.end()
  await database.close()
})
