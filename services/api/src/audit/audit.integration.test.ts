import {
  checkReceipt,
  emptyRoot,
  fromBase64,
  isConsistent,
  LogCheck,
  openCheckpoint,
  parseKey,
  parseReceipt,
  type LogKey,
  type LogLine,
} from '@enlace/audit-log'
import type { EntryView, Output, SignedCheckpointView, proveConsistency } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import { weightProfiles } from '@enlace/domain'
import { makeNeed, needContent } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startApi, type Client, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let buyer: Signed
let rival: Signed
let admin: Signed
let key: LogKey
beforeAll(async () => {
  api = await startApi()
  ;[buyer, rival, admin] = [await api.member('buyer'), await api.member('buyer'), await api.member('platform')]
  const { body } = await api.anonymous().get('/api/audit-log/key')
  const parsed = parseKey((body as { key: string }).key)
  if (parsed === null) throw new Error('the key cannot be read')
  key = parsed
})
afterAll(() => api.close())

const checkpoint = async (): Promise<SignedCheckpointView> =>
  (await api.anonymous().get('/api/audit-log/checkpoint')).body
const entries = async ({ client }: Signed, query = ''): Promise<readonly EntryView[]> =>
  ((await client.get(`/api/audit-log/entries?limit=100${query}`)).body as { items: EntryView[] }).items
const newest = async (who: Signed): Promise<EntryView | undefined> => (await entries(who))[0]
const factsOf = (entry: EntryView | undefined): unknown => JSON.parse(entry?.facts ?? 'null')
const post = async (client: Client): Promise<string> => {
  const { body } = await client.post('/api/needs', { ...needContent(), publish: true })
  return (body as { id: string }).id
}
const exported = async ({
  client,
}: Signed): Promise<{ head: { checkpoint: string; signature: string }; lines: LogLine[] }> => {
  const [head, ...lines] = String((await client.get('/api/audit-log/export.jsonl')).body)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return { head, lines }
}

it('begins with nothing, which is signed too', async () => {
  expect(openCheckpoint(await checkpoint(), key)).toMatchObject({ size: 0, root: emptyRoot })
  expect((await exported(admin)).lines).toEqual([])
  expect(await entries(admin)).toEqual([])
})

describe('a decision', () => {
  it('stands in the log with its facts, its maker for colleagues, and a receipt that anybody can check', async () => {
    const needId = await post(buyer.client)
    const entry = await newest(buyer)
    expect(entry).toMatchObject({
      act: 'need.published',
      organisation: { id: buyer.organisationId },
      actor: { name: 'A person' },
      subject: { needId },
    })
    expect(factsOf(entry)).toEqual({ version: 1, content: expect.any(String) })
    expect((await newest(admin))?.actor?.name).toBeNull()
    const { body } = await buyer.client.get(`/api/audit-log/entries/${entry?.index}/receipt`)
    const receipt = parseReceipt(JSON.stringify(body))
    expect(receipt?.entry).not.toContain(buyer.userId)
    expect(receipt === null ? null : checkReceipt(receipt, key)).toMatchObject({ size: (entry?.index ?? 0) + 1 })
  })

  it.each([
    [
      'member.changed',
      { role: 'buyer' },
      ['person'],
      async () => {
        const { userId } = await api.colleague(buyer.organisationId, 'assessor')
        return buyer.client.put(`/api/organisations/${buyer.organisationId}/members/${userId}`, { role: 'buyer' })
      },
    ],
    [
      'member.left',
      {},
      ['person'],
      async () => {
        const { userId } = await api.colleague(buyer.organisationId, 'assessor')
        return buyer.client.delete(`/api/organisations/${buyer.organisationId}/members/${userId}`)
      },
    ],
    [
      'need.amended',
      { version: 2, reason: 'Said better.', content: expect.any(String) },
      ['needId'],
      async () =>
        buyer.client.put(`/api/needs/${await post(buyer.client)}`, {
          ...needContent({ title: 'Other' }),
          version: 1,
          reason: 'Said better.',
        }),
    ],
    [
      'need.closed',
      { version: 1 },
      ['needId'],
      async () => buyer.client.post(`/api/needs/${await post(buyer.client)}/close`, {}),
    ],
    [
      'need.cancelled',
      { version: 1 },
      ['needId'],
      async () => buyer.client.post(`/api/needs/${await post(buyer.client)}/cancel`, {}),
    ],
    [
      'need.weighed',
      { version: 1, weights: expect.objectContaining({ version: 'producer-driven/1' }) },
      ['needId'],
      async () => {
        const id = await post(buyer.client)
        await buyer.client.put(`/api/needs/${id}/weights`, weightProfiles['buyer-driven'])
        return buyer.client.delete(`/api/needs/${id}/weights`)
      },
    ],
  ] as const)('%s is written with its facts', async (act, facts, subject, decide) => {
    expect((await decide()).status).toBeLessThan(300)
    const entry = await newest(buyer)
    expect([entry?.act, Object.keys(entry?.subject ?? {}), factsOf(entry)]).toEqual([act, subject, facts])
  })

  it('of the platform is its own: a policy set, a model put in force', async () => {
    const policy = { floor: true, periodDays: 60, tolerance: 0.01, newShare: 0.1, revision: 1 }
    expect((await admin.client.put('/api/fairness/all', policy)).status).toBe(200)
    expect(await newest(admin)).toMatchObject({
      act: 'fairness.changed',
      organisation: { id: admin.organisationId },
      subject: {},
    })
    expect(factsOf(await newest(admin))).toEqual({
      country: 'all',
      floor: true,
      periodDays: 60,
      tolerance: 0.01,
      newShare: 0.1,
    })
  })

  it('of somebody who founds an organisation or joins one is written too', async () => {
    const { body } = await buyer.client.post('/api/organisations', { name: 'Founded', kind: 'agency' })
    const { id } = body as { id: string }
    const [entry] = await entries(admin, '&act=member.joined')
    expect(entry).toMatchObject({ organisation: { id }, subject: { person: entry?.actor?.pseudonym } })
    expect(factsOf(entry)).toEqual({ role: 'owner' })
    buyer.client.jar.clear()
    buyer = await api.colleague(buyer.organisationId, 'owner')
  })

  it('that fails leaves no entry, and none that succeeds is written twice', async () => {
    const before = (await checkpoint()).size
    expect(
      (
        await buyer.client.post(
          `/api/needs/${await asSystem(api.system, (tx) => makeNeed(tx, rival.organisationId, needContent()))}/close`,
          {},
        )
      ).status,
    ).toBe(403)
    expect((await checkpoint()).size).toBe(before)
    const again = () =>
      buyer.client.send('POST', '/api/needs', { ...needContent(), publish: true }, { 'idempotency-key': 'once' })
    expect([await again(), await again()].map(({ status }) => status)).toEqual([201, 201])
    expect((await checkpoint()).size).toBe(before + 1)
  })
})

describe('the log', () => {
  it('proves that it grew out of what it was, and refuses sizes that it never had', async () => {
    const earlier = await checkpoint()
    await post(rival.client)
    const later = await checkpoint()
    const [from, to] = [openCheckpoint(earlier, key), openCheckpoint(later, key)]
    if (typeof from === 'string' || typeof to === 'string') throw new Error('a checkpoint is not signed')
    const { body } = await api.anonymous().get(`/api/audit-log/consistency?from=${from.size}&to=${to.size}`)
    const path = (body as Output<typeof proveConsistency>).proof.map((hash) => fromBase64(hash) ?? new Uint8Array())
    expect([to.size - from.size, isConsistent(from, to, path)]).toEqual([1, true])
    expect(isConsistent({ ...from, root: to.root }, to, path)).toBe(false)
    for (const query of [`from=${to.size}&to=1`, `from=1&to=${to.size + 1}`])
      expect(await api.anonymous().get(`/api/audit-log/consistency?${query}`)).toMatchObject({
        status: 422,
        body: { code: 'audit.size' },
      })
    expect((await api.anonymous().get('/api/audit-log/consistency?from=0&to=1')).body).toMatchObject({ proof: [] })
  })

  it('is taken out whole by everybody who may read it: the own entries in words, all others as hashes', async () => {
    for (const [who, whole] of [
      [admin, true],
      [buyer, false],
    ] as const) {
      const { head, lines } = await exported(who)
      const signed = openCheckpoint(head, key)
      if (typeof signed === 'string') throw new Error(signed)
      const check = new LogCheck([signed])
      for (const line of lines) check.add(line)
      expect([check.end(), check.size]).toEqual([[], signed.size])
      expect(lines.some(({ body }) => typeof body === 'string')).toBe(true)
      expect(lines.every(({ body }) => typeof body === 'string')).toBe(whole)
      expect(JSON.stringify(lines).includes(rival.organisationId)).toBe(whole)
    }
  })

  it('is paged from the newest on and narrowed to one kind', async () => {
    const all = await entries(admin)
    const read: EntryView[] = []
    for (let cursor = ''; ;) {
      const page = (await admin.client.get(`/api/audit-log/entries?limit=4${cursor}`)).body as {
        items: EntryView[]
        next: string | null
      }
      read.push(...page.items)
      if (page.next === null) break
      cursor = `&cursor=${page.next}`
    }
    expect(read.map(({ index }) => index)).toEqual(all.map(({ index }) => index))
    expect((await entries(admin, '&act=need.closed')).every(({ act }) => act === 'need.closed')).toBe(true)
    const nonsense = Buffer.from('{"index":1.5}').toString('base64url')
    expect((await admin.client.get(`/api/audit-log/entries?cursor=${nonsense}`)).status).toBe(400)
    expect((await admin.client.get('/api/audit-log/entries?act=nothing')).status).toBe(422)
  })
})

describe('an attempt', () => {
  it('to read the log without being its owner or auditor is refused, and seen by those who are', async () => {
    const assessor = await api.colleague(buyer.organisationId, 'assessor')
    const auditor = await api.colleague(buyer.organisationId, 'auditor')
    for (const path of ['entries', 'entries/0/receipt', 'export.jsonl']) {
      const before = (await checkpoint()).size
      expect(await assessor.client.get(`/api/audit-log/${path}`)).toMatchObject({
        status: 403,
        body: { code: 'identity.forbidden' },
      })
      expect((await checkpoint()).size).toBe(before + 1)
      expect(await newest(auditor)).toMatchObject({
        act: 'audit.denied',
        organisation: { id: buyer.organisationId },
        subject: { fromId: buyer.organisationId },
      })
    }
    expect(factsOf(await newest(auditor))).toEqual({ operation: 'exportAuditLog', code: 'identity.forbidden' })
  })

  it('to see an entry of others is answered like an entry that is not there', async () => {
    const [theirs] = await entries(rival)
    const answers = [theirs?.index, 99_999].map((index) => buyer.client.get(`/api/audit-log/entries/${index}/receipt`))
    const [foreign, missing] = await Promise.all(answers)
    expect([foreign?.status, missing?.status]).toEqual([404, 404])
    expect((await rival.client.get(`/api/audit-log/entries/${theirs?.index}/receipt`)).status).toBe(200)
  })

  it('is signed once a size: whoever asks again gets the same checkpoint', async () => {
    const [one, other] = await Promise.all([checkpoint(), checkpoint()])
    expect(one).toEqual(other)
    const [row] = await asSystem(api.system, (tx) =>
      tx.execute<{ n: number }>(sql`select count(*)::int as n from audit_checkpoints where size = ${one.size}`),
    )
    expect(row?.n).toBe(1)
  })
})
