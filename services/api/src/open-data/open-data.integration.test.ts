import type { CallView, OpenedBid, RecordPackage, ReleasePackage } from '@enlace/contracts'
import { ocidOf } from '@enlace/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { bidders, callContent, inDays, passDeadline, publishedCall } from '../../test/call-world.ts'
import { recordPackageFaults, releasePackageFaults } from '../../test/ocds-shape.ts'
import { startApi, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let buyer: Signed
beforeAll(async () => {
  api = await startApi()
  buyer = await api.member('buyer')
}, 60_000)
afterAll(() => api.close())

const recordOf = async ({ id }: { id: string }): Promise<RecordPackage> => {
  const { status, body } = await api.anonymous().get(`/api/ocds/records/${ocidOf(id)}.json`)
  expect(status).toBe(200)
  expect(recordPackageFaults(body)).toEqual([])
  return body
}
const now = async (call: CallView) => (await recordOf(call)).records[0]?.compiledRelease
const lots = [{ title: 'Seals', text: '', quantity: { value: 12, unit: 'pieces', per: 'month' } }]

/** Opens an envelope and gives every bid the score of its place. */
async function score(call: CallView, envelope: string, criterion: string, scores: readonly number[]): Promise<void> {
  await buyer.client.post(`/api/calls/${call.id}/releases`, { envelope, shares: [] })
  const { items } = (await buyer.client.get(`/api/calls/${call.id}/bids`)).body as { items: OpenedBid[] }
  const bids = items.map(({ id }, at) => ({ bidId: id, passed: true, scores: [{ criterion, score: scores[at] }] }))
  expect((await buyer.client.post(`/api/calls/${call.id}/settle`, { envelope, bids })).status).toBe(200)
}

describe('the open data of a call', () => {
  it('follows it from its publication to its award, and tells of bids nothing before they are opened', async () => {
    const call = await publishedCall(buyer.client, { questionsUntil: inDays(2), standstillDays: 10, lots: [] })
    const published = await recordOf(call)
    expect(published.records[0]?.releases.map(({ tag }) => tag)).toEqual([['tender']])
    const made = await bidders(api, call, [900, 700])
    expect(await recordOf(call)).toEqual(published)
    await passDeadline(api, call.id)
    expect(await recordOf(call)).toEqual(published)
    await score(call, 'technical', 'method', [8, 6])
    const opened = await now(call)
    expect([opened?.tender.numberOfTenderers, opened?.tender.status, opened?.awards]).toEqual([2, 'active', undefined])
    await score(call, 'price', 'price', [5, 10])
    const winner = made[1]
    await buyer.client.post(`/api/calls/${call.id}/award`, { bidId: winner?.receipt.bidId, reason: 'Best in all.' })
    expect((await now(call))?.awards).toBeUndefined()
    await buyer.client.post(`/api/calls/${call.id}/award/approve`, { approved: true })
    const decided = await recordOf(call)
    expect(decided.records[0]?.releases.map(({ tag }) => tag[0])).toEqual(['tender', 'tenderUpdate', 'award'])
    expect(decided.records[0]?.compiledRelease.awards).toMatchObject([
      { status: 'pending', description: 'Best in all.', suppliers: [{ id: winner?.firm.organisationId }] },
    ])
    // Who lost, and what anybody asked for it, is nobody's to read.
    expect(JSON.stringify(decided)).not.toContain(made[0]?.firm.organisationId)
    expect(JSON.stringify(decided)).not.toMatch(/\b(700|900)\b/)
  })

  it('keeps every amendment, and a cancellation', async () => {
    const call = await publishedCall(buyer.client, { lots })
    const amended = await buyer.client.post(`/api/calls/${call.id}/amend`, {
      ...callContent({ deadline: inDays(9), text: 'Seals and gaskets.', lots }),
      reason: 'Gaskets are needed too.',
      version: 1,
    })
    expect(amended.status).toBe(200)
    await buyer.client.post(`/api/calls/${call.id}/cancel`, { reason: 'Not needed any more.' })
    const [record] = (await recordOf(call)).records
    expect(record?.releases.map(({ tag, tender }) => [tag[0], tender.status])).toEqual([
      ['tender', 'active'],
      ['tenderAmendment', 'active'],
      ['tenderCancellation', 'cancelled'],
    ])
    expect(record?.releases[0]?.tender.description).toBe('Seals for slurry pumps, twelve months.')
    expect(record?.compiledRelease.tender).toMatchObject({
      description: 'Seals and gaskets.',
      amendments: [{ id: '2', rationale: 'Gaskets are needed too.' }],
      items: [{ id: '1', description: 'Seals', quantity: 12, unit: { name: 'pieces' } }],
    })
  })

  it('is not there for a draft, a call by invitation, or what is no call', async () => {
    const draft = (await buyer.client.post('/api/calls', callContent())).body as CallView
    const invited = await publishedCall(buyer.client, { access: 'invited', title: 'Among ourselves' })
    for (const ocid of [ocidOf(draft.id), ocidOf(invited.id), 'ocds-enlace-x', draft.id, 'x'])
      for (const client of [api.anonymous(), buyer.client])
        expect((await client.get(`/api/ocds/records/${ocid}.json`)).status).toBe(404)
    const { body } = await api.anonymous().get('/api/ocds/releases.json?limit=100')
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${draft.id}|${invited.id}|Among ourselves`))
  })

  it('is read page by page, each call once, in the order of publication', async () => {
    const calls: CallView[] = []
    for (let at = 0; at < 5; at += 1) calls.push(await publishedCall(buyer.client))
    const seen: string[] = []
    for (let next: string | undefined = '/api/ocds/releases.json?limit=2'; next !== undefined;) {
      const { body } = await api.anonymous().get(next)
      expect(releasePackageFaults(body)).toEqual([])
      const page: ReleasePackage = body
      seen.push(...page.releases.map(({ ocid }) => ocid))
      next = page.links === undefined ? undefined : new URL(page.links.next).pathname + new URL(page.links.next).search
    }
    expect(seen.slice(-5)).toEqual(calls.map(({ id }) => ocidOf(id)))
    expect((await api.anonymous().get('/api/ocds/releases.json?cursor=x')).status).toBe(400)
  })
})

it('the checker of the shape finds what is missing, misspelt, of another type and out of order', async () => {
  const good = await recordOf(await publishedCall(buyer.client))
  const broken = (change: (body: Record<string, unknown>) => void): string[] => {
    const copy = structuredClone(good) as never
    change(copy)
    return recordPackageFaults(copy)
  }
  const releaseOf = (body: Record<string, unknown>) =>
    (body['records'] as { releases: Record<string, unknown>[] }[])[0]?.releases[0] ?? {}
  expect(broken(() => undefined)).toEqual([])
  expect(broken((body) => delete releaseOf(body)['ocid'])).toEqual(['/records/0/releases/0/ocid: is required'])
  expect(broken((body) => Object.assign(releaseOf(body), { tender: { id: 'x', state: 'open' } }))).toEqual([
    '/records/0/releases/0/tender/state: is not in the standard',
  ])
  expect(broken((body) => Object.assign(releaseOf(body), { tag: ['published'], date: 'today' }))).toHaveLength(2)
})
