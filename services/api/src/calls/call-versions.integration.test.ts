import type { CallView, listCallVersions, Output } from '@enlace/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { bidders, callContent, inDays, publishedCall, nth } from '../../test/call-world.ts'
import { startApi, type Client, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let buyer: Signed
beforeAll(async () => {
  api = await startApi()
  buyer = await api.member('buyer')
}, 60_000)
afterAll(() => api.close())

const amend = (call: CallView, given: object) =>
  buyer.client.post(`/api/calls/${call.id}/amend`, {
    ...callContent({ deadline: inDays(9), ...given }),
    reason: 'Gaskets are needed too.',
    version: call.version,
  })
const ownBid = async (client: Client, call: CallView): Promise<CallView['bid']> =>
  ((await client.get(`/api/calls/${call.id}`)).body as CallView).bid

describe('an amended call', () => {
  it('shows bidders what was asked before', async () => {
    const call = await publishedCall(buyer.client)
    await amend(call, { text: 'Seals and gaskets.' })
    const { client } = await api.member('supplier')
    const { items } = (await client.get(`/api/calls/${call.id}/versions`)).body as Output<typeof listCallVersions>
    expect(items.map(({ version, content, reason }) => [version, content.text, reason])).toEqual([
      [2, 'Seals and gaskets.', 'Gaskets are needed too.'],
      [1, 'Seals for slurry pumps, twelve months.', ''],
    ])
  })

  it('tells each bidder where its own bid stands, and nobody else', async () => {
    const call = await publishedCall(buyer.client)
    const made = nth(await bidders(api, call, [500]), 0)
    const { client } = made.firm
    const stranger = (await api.member('supplier')).client
    expect(await ownBid(client, call)).toEqual({
      state: 'submitted',
      confirmed: true,
      receivedAt: made.receipt.receivedAt,
      told: false,
    })
    await amend(call, { text: 'Seals and gaskets.' })
    expect(await ownBid(client, call)).toMatchObject({ confirmed: false })
    await client.delete(`/api/calls/${call.id}/bid`)
    expect(await ownBid(client, call)).toMatchObject({ state: 'withdrawn' })
    expect([await ownBid(stranger, call), await ownBid(buyer.client, call)]).toEqual([null, null])
  })

  it('refuses to confirm a bid that lacks what is asked since, and leaves it unconfirmed', async () => {
    const call = await publishedCall(buyer.client)
    const made = nth(await bidders(api, call, [500]), 0)
    const { client } = made.firm
    const more = { key: 'gasket', envelope: 'technical', label: 'Which gaskets?', maxWords: 20 }
    const how = { key: 'how', envelope: 'technical', label: 'How do you seal?', maxWords: 20 }
    await amend(call, { fields: [how, more] })
    const refused = await client.post(`/api/calls/${call.id}/bid/confirm`, { callVersion: 2 })
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([422, 'bid.incomplete'])
    expect(await ownBid(client, call)).toMatchObject({ confirmed: false })
    await amend({ ...call, version: 2 }, { fields: [how] })
    expect((await client.post(`/api/calls/${call.id}/bid/confirm`, { callVersion: 3 })).status).toBe(200)
  })
})
