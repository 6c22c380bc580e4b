import { insertUnsubscribeLink, asSystem } from '@enlace/database'
import type { SavedSearchId } from '@enlace/domain'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startApi, type Answer, type Client, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const pumps = {
  searched: 'needs',
  name: 'Pumps in Chile',
  rhythm: 'daily',
  query: 'Bombas de relave',
  filters: { country: ['CL', 'PE'], category: ['CPV 44500000'] },
}
type Saved = { id: SavedSearchId; rhythm: string; name: string; waiting: number; dueAt: string | null }
const save = async (client: Client, given: object = {}): Promise<Saved> => {
  const answer = await client.post('/api/saved-searches', { ...pumps, ...given })
  expect(answer.status).toBe(201)
  return answer.body
}
const list = async (client: Client): Promise<Saved[]> =>
  ((await client.get('/api/saved-searches')).body as { items: Saved[] }).items
const codeOf = ({ body, status }: Answer): [number, string] => [status, (body as { code: string }).code]

describe('saved searches', () => {
  it('are kept as they were asked, renamed, set to another rhythm, deleted and saved again', async () => {
    const { client } = await api.member('supplier')
    const saved = await save(client)
    const view = {
      id: saved.id,
      searched: 'needs',
      name: 'Pumps in Chile',
      rhythm: 'daily',
      query: 'Bombas de relave',
      filters: { country: ['CL', 'PE'], category: ['CPV 445'] },
      lastToldAt: null,
      waiting: 0,
      dueAt: null,
    }
    expect(await list(client)).toEqual([expect.objectContaining(view)])
    const [kept] = await asSystem(api.system, (tx) =>
      tx.execute(sql`select words::text, terms from saved_searches where id = ${saved.id}`),
    )
    expect(kept).toEqual({
      words: "'bombas':* & 'de':* & 'relave':*",
      terms: [['country:CL', 'country:PE'], ['category:CPV 445']],
    })
    const changed = await client.patch(`/api/saved-searches/${saved.id}`, { name: 'Pumps', rhythm: 'weekly' })
    expect([changed.status, changed.body]).toEqual([
      200,
      { ...(changed.body as object), name: 'Pumps', rhythm: 'weekly' },
    ])
    expect((await client.delete(`/api/saved-searches/${saved.id}`)).status).toBe(204)
    expect(codeOf(await client.delete(`/api/saved-searches/${saved.id}`))).toEqual([404, 'thing.not-found'])
    await save(client)
    expect(await list(client)).toHaveLength(1)
  })

  it('are at most fifty a person, also when many are saved at once', async () => {
    const { client, organisationId } = await api.member('agency')
    const answers = await Promise.all(
      Array.from({ length: 53 }, () => client.post('/api/saved-searches', { ...pumps, rhythm: 'off' })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(50)
    expect(codeOf(await client.post('/api/saved-searches', pumps))).toEqual([409, 'alert.limit'])
    await save((await api.colleague(organisationId, 'facilitator')).client)
  }, 60_000)

  it('are for needs where one supplies, for suppliers where one buys, for both in an agency', async () => {
    const suppliers = { searched: 'suppliers', filters: { size: ['small'] } }
    const statuses = async (kind: 'buyer' | 'supplier' | 'agency' | 'expert'): Promise<number[]> => {
      const { client } = await api.member(kind)
      const asked = [pumps, { ...pumps, ...suppliers }].map((body) => client.post('/api/saved-searches', body))
      return (await Promise.all(asked)).map(({ status }) => status)
    }
    expect(await statuses('buyer')).toEqual([403, 201])
    expect(await statuses('supplier')).toEqual([201, 403])
    expect(await statuses('agency')).toEqual([201, 201])
    expect(await statuses('expert')).toEqual([403, 403])
  })

  it('tell what is wrong with them', async () => {
    const { client } = await api.member('supplier')
    for (const wrong of [{ name: ' ' }, { rhythm: 'hourly' }, { searched: 'x' }, { filters: { country: ['Chile'] } }])
      expect(codeOf(await client.post('/api/saved-searches', { ...pumps, ...wrong }))).toEqual([422, 'input.invalid'])
  })

  it('are seen by their own person alone, which row-level security would keep without any rule of ours', async () => {
    const mine = await api.member('supplier')
    const saved = await save(mine.client)
    const colleague = (await api.colleague(mine.organisationId, 'owner')).client
    const change = () => colleague.patch(`/api/saved-searches/${saved.id}`, { name: 'Theirs' })
    expect([await list(colleague), (await change()).status]).toEqual([[], 404])
    await owner`create policy leak on saved_searches to enlace_app using (true)`
    expect((await change()).status).toBe(200)
    await owner`drop policy leak on saved_searches`
  })
})

describe('hours of a person', () => {
  it('are the night of the country until they are set, and what waits is told when they let it', async () => {
    const { client } = await api.member('supplier')
    const saved = await save(client, { rhythm: 'instant' })
    const night = { zone: 'America/Santiago', quietFrom: '20:00', quietUntil: '07:00' }
    expect((await client.get('/api/alert-hours')).body).toEqual(night)
    await owner`insert into search_findings (saved_search_id, thing_id) values (${saved.id}, ${saved.id})`
    await owner`update saved_searches set due_at = '2099-01-01' where id = ${saved.id}`
    const never = { zone: 'Europe/Madrid', quietFrom: '00:00', quietUntil: '00:00' }
    expect((await client.put('/api/alert-hours', never)).body).toEqual(never)
    expect((await client.get('/api/alert-hours')).body).toEqual(never)
    const [soon] = await list(client)
    expect(Math.abs(Date.parse(soon?.dueAt ?? '') - Date.now())).toBeLessThan(60_000)
    const off = await client.patch(`/api/saved-searches/${saved.id}`, { rhythm: 'off' })
    expect(off.body).toMatchObject({ rhythm: 'off', waiting: 0, dueAt: null })
    expect(await list(client)).toMatchObject([{ rhythm: 'off', waiting: 0, dueAt: null }])
  })

  it('are refused where there is no such zone or time', async () => {
    const { client } = await api.member('buyer')
    const night = { zone: 'America/Lima', quietFrom: '20:00', quietUntil: '07:00' }
    for (const wrong of [{ zone: 'Nowhere/Land' }, { zone: '+05:00' }, { quietFrom: '24:00' }, { quietUntil: '07:07' }])
      expect(codeOf(await client.put('/api/alert-hours', { ...night, ...wrong }))).toEqual([422, 'input.invalid'])
  })
})

describe('the link of a mail', () => {
  const token = 'a-token-of-a-mail-that-is-long-enough-000'
  const url = `/api/unsubscribe?token=${token}`

  it('turns its own search off without signing in, by form or by button, again and again', async () => {
    const { client } = await api.member('supplier')
    const [saved, other] = [await save(client), await save(client, { name: 'Other' })]
    await asSystem(api.system, (tx) => insertUnsubscribeLink(tx, saved.id, token))
    const stranger = api.anonymous()
    const look = () => stranger.post('/api/unsubscribe/read', { token })
    expect((await look()).body).toEqual({ name: 'Pumps in Chile', off: false })
    const led = await stranger.get(url)
    expect([led.status, led.headers['location']]).toEqual([303, `/unsubscribe#token=${token}`])
    expect((await list(client)).map(({ rhythm }) => rhythm)).toEqual(['daily', 'daily'])
    // As a mail program does it: no Origin, no cookie, a form (RFC 8058).
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const reply = await api.app.inject({
        method: 'POST',
        url,
        headers: { 'content-type': type },
        payload: 'List-Unsubscribe=One-Click',
      })
      expect([reply.statusCode, reply.json()]).toEqual([200, { name: 'Pumps in Chile', off: true }])
    }
    expect((await stranger.post(url)).body).toEqual({ name: 'Pumps in Chile', off: true })
    expect((await look()).body).toMatchObject({ off: true })
    const rows = await list(client)
    expect(Object.fromEntries(rows.map(({ id, rhythm }) => [id, rhythm]))).toEqual({
      [saved.id]: 'off',
      [other.id]: 'daily',
    })
    const [kept] = await owner`select encode(token_hash, 'escape') like '%token%' as plain from unsubscribe_links`
    expect(kept).toEqual({ plain: false })
  })

  it('that is wrong, or of a search that is gone, says so', async () => {
    const { client } = await api.member('supplier')
    const saved = await save(client)
    const gone = 'a-token-of-a-search-that-will-be-gone'
    await asSystem(api.system, (tx) => insertUnsubscribeLink(tx, saved.id, gone))
    await client.delete(`/api/saved-searches/${saved.id}`)
    for (const one of [gone, 'x'.repeat(43)]) {
      expect(codeOf(await api.anonymous().post(`/api/unsubscribe?token=${one}`))).toEqual([410, 'alert.link'])
      expect(codeOf(await api.anonymous().post('/api/unsubscribe/read', { token: one }))).toEqual([410, 'alert.link'])
    }
    expect(codeOf(await api.anonymous().post('/api/unsubscribe?token=short'))).toEqual([422, 'input.invalid'])
  })

  it('does nothing for a page of another site, and forms stay refused everywhere else', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const ask = (address: string, more: object = {}) =>
      api.app.inject({ method: 'POST', url: address, headers: { ...headers, ...more }, payload: 'a=b' })
    const evil = await ask(url, { origin: 'https://evil.example' })
    expect([evil.statusCode, evil.json<{ code: string }>().code]).toEqual([403, 'identity.origin'])
    expect((await ask('/api/unsubscribe/read')).statusCode).toBe(415)
  })
})
