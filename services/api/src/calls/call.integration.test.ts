import type { CallView, DecisionView, OpenedBid, OpeningView, ResultView } from '@enlace/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  bidders,
  callContent,
  handIn,
  inDays,
  nth,
  passDeadline,
  plainEnvelopes,
  publishedCall,
} from '../../test/call-world.ts'
import { startApi, type Client, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let buyer: Signed
beforeAll(async () => {
  api = await startApi()
  buyer = await api.member('buyer')
}, 60_000)
afterAll(() => api.close())

const codeOf = ({ body }: { body: { code: string } }): string => body.code
const decision = ({ body }: { body: DecisionView }): DecisionView => body
const opening = ({ body }: { body: OpeningView }): OpeningView => body
const result = ({ body }: { body: ResultView }): ResultView => body
const refusal = ({ body }: { body: { detail: string; faults: { path: string }[] } }) => body
const view = ({ body }: { body: CallView }): CallView => body
const openedBids = async (call: CallView): Promise<readonly OpenedBid[]> => {
  const { body }: { body: { items: OpenedBid[] } } = await buyer.client.get(`/api/calls/${call.id}/bids`)
  return body.items
}
const release = (client: Client, call: CallView, envelope: string) =>
  client.post(`/api/calls/${call.id}/releases`, { envelope, shares: [] })

/** Scores all bids of the open envelope, each by its place. */
async function settle(call: CallView, envelope: string, criterion: string, scores: readonly number[]): Promise<void> {
  const items = await openedBids(call)
  const answer = await buyer.client.post(`/api/calls/${call.id}/settle`, {
    envelope,
    bids: items.map(({ id }, at) => ({ bidId: id, passed: true, scores: [{ criterion, score: scores[at] }] })),
  })
  expect(answer.status).toBe(200)
}

describe('a plain request for quotation', () => {
  it('goes from a draft to a closed call, and only with a debrief to everyone who bid', async () => {
    const call = await publishedCall(buyer.client)
    expect([call.phase, call.version, call.parts.includes('author')]).toEqual(['tendering', 1, true])
    const made = await bidders(api, call, [900, 700, 800])
    const hidden = await buyer.client.get(`/api/calls/${call.id}/bids`)
    expect([hidden.status, codeOf(hidden)]).toEqual([409, 'call.phase'])
    expect(codeOf(await release(buyer.client, call, 'technical'))).toBe('call.phase')
    await passDeadline(api, call.id)
    expect(codeOf(await release(buyer.client, call, 'price'))).toBe('opening.early')
    expect(opening(await release(buyer.client, call, 'technical')).envelope).toBe('price')
    const items = await openedBids(call)
    expect(items.map(({ id }) => id)).toEqual(made.map(({ receipt }) => receipt.bidId))
    expect(JSON.stringify(items)).toContain('Seal of 700')
    expect(JSON.stringify(items)).not.toContain('[700]')
    await settle(call, 'technical', 'method', [8, 6, 7])
    expect((await release(buyer.client, call, 'price')).status).toBe(200)
    await settle(call, 'price', 'price', [5, 10, 8])
    const winner = nth(made, 1).receipt.bidId
    const proposed = await buyer.client.post(`/api/calls/${call.id}/award`, { bidId: winner, reason: 'Best in all.' })
    expect(decision(proposed).standings.map(({ total, rank }) => [total, rank])).toEqual([
      [84, 1],
      [76, 2],
      [62, 3],
    ])
    const approved = await buyer.client.post(`/api/calls/${call.id}/award/approve`, { approved: true })
    expect(decision(approved).owed).toHaveLength(3)
    const early = await buyer.client.post(`/api/calls/${call.id}/close`, {})
    expect([early.status, codeOf(early)]).toEqual([409, 'award.debriefs'])
    for (const { receipt } of made)
      await buyer.client.post(`/api/calls/${call.id}/debriefs`, {
        bidId: receipt.bidId,
        reasons: 'The method was clear, the price decided.',
        improvement: { kind: 'gap', text: 'Show a certificate for seals.', link: '/gaps' },
      })
    const closed = await buyer.client.post(`/api/calls/${call.id}/close`, {})
    expect([closed.status, decision(closed).owed]).toEqual([200, []])
    const { debrief } = result(await nth(made, 0).firm.client.get(`/api/calls/${call.id}/result`))
    expect(debrief?.numbers).toMatchObject({ rank: 3, bids: 3, total: 62 })
    expect(debrief?.numbers.criteria.map(({ score, range }) => [score, range])).toEqual([
      [8, { low: 6, high: 8 }],
      [5, { low: 5, high: 10 }],
    ])
  })

  it('tells no bidder of another, before and after', async () => {
    const call = await publishedCall(buyer.client)
    const one = nth(await bidders(api, call, [500]), 0)
    const look = async (): Promise<unknown[]> => {
      const answers = []
      for (const path of ['', '/bid', '/opening', '/bids', '/decision', '/seats']) {
        const { status, body } = await one.firm.client.get(`/api/calls/${call.id}${path}`)
        answers.push([path, status, JSON.stringify(body).replaceAll(/"(now|requestId)":"[^"]*"/g, '')])
      }
      return answers
    }
    const alone = await look()
    await bidders(api, call, [400, 300])
    expect(await look()).toEqual(alone)
  })

  it('does not count a bid that was not confirmed after an amendment', async () => {
    const call = await publishedCall(buyer.client)
    const made = await bidders(api, call, [500, 600])
    const [first, second] = [nth(made, 0), nth(made, 1)]
    const amended = await buyer.client.post(`/api/calls/${call.id}/amend`, {
      ...callContent({ deadline: inDays(9), text: 'Seals and gaskets.' }),
      reason: 'Gaskets are needed too.',
      version: 1,
    })
    expect([amended.status, view(amended).version]).toEqual([200, 2])
    expect(codeOf(await handIn((await api.member('supplier')).client, call))).toBe('call.changed')
    expect((await first.firm.client.post(`/api/calls/${call.id}/bid/confirm`, { callVersion: 2 })).status).toBe(200)
    const own = await second.firm.client.get(`/api/calls/${call.id}/bid`)
    expect(own.body).toMatchObject({ bid: { confirmed: false } })
    await passDeadline(api, call.id)
    await release(buyer.client, call, 'technical')
    const items = await openedBids(call)
    expect(items.map(({ id }) => id)).toEqual([first.receipt.bidId])
  })

  it('is withdrawn and replaced until the deadline, and not one moment longer', async () => {
    const call = await publishedCall(buyer.client)
    const {
      firm: { client },
      receipt: { bidId },
    } = nth(await bidders(api, call, [500]), 0)
    expect((await client.delete(`/api/calls/${call.id}/bid`)).status).toBe(204)
    expect(codeOf(await handIn(client, call, { bidId, revision: 1 }))).toBe('thing.conflict')
    expect(codeOf(await handIn(client, call, { revision: 2 }))).toBe('thing.conflict')
    expect((await handIn(client, call, { bidId, revision: 2, envelopes: plainEnvelopes('Better', 1) })).status).toBe(
      200,
    )
    await passDeadline(api, call.id)
    const late = await handIn(client, call, { bidId, revision: 3 })
    expect([late.status, codeOf(late)]).toEqual([409, 'call.late'])
    expect(refusal(late).detail).toMatch(/clock that counts it is 20\d\d-/)
    expect(codeOf(await client.delete(`/api/calls/${call.id}/bid`))).toBe('call.late')
    expect(codeOf(await client.post(`/api/calls/${call.id}/bid/confirm`, { callVersion: 1 }))).toBe('call.late')
  })

  it('refuses what is not complete, with the fields at fault, and keeps nothing of it', async () => {
    const call = await publishedCall(buyer.client)
    const { client } = await api.member('supplier')
    const long = await handIn(client, call, { envelopes: plainEnvelopes('word '.repeat(21), 5) })
    expect([long.status, refusal(long).faults.map(({ path }) => path)]).toEqual([422, ['technical.how']])
    expect(codeOf(await handIn(client, call, { envelopes: {} }))).toBe('bid.incomplete')
    expect((await client.get(`/api/calls/${call.id}/bid`)).body).toEqual({ bid: null })
    const draft = await buyer.client.post('/api/calls', callContent({ deadline: inDays(1), criteria: [] }))
    const refused = await buyer.client.post(`/api/calls/${view(draft).id}/publish`, {})
    expect(refusal(refused).faults.map(({ path }) => path)).toEqual(['body.deadline', 'body.criteria'])
  })

  it('holds the closing until a complaint is answered, and an upheld one chooses anew', async () => {
    const call = await publishedCall(buyer.client, { standstillDays: 10 })
    const made = await bidders(api, call, [10, 20])
    const [one, two] = [nth(made, 0), nth(made, 1)]
    await passDeadline(api, call.id)
    for (const [envelope, criterion] of [
      ['technical', 'method'],
      ['price', 'price'],
    ] as const) {
      await release(buyer.client, call, envelope)
      await settle(call, envelope, criterion, [5, 6])
    }
    await buyer.client.post(`/api/calls/${call.id}/award`, { bidId: two.receipt.bidId, reason: 'Best.' })
    await buyer.client.post(`/api/calls/${call.id}/award/approve`, { approved: true })
    const filed = await one.firm.client.post(`/api/calls/${call.id}/complaints`, {
      text: 'The method was read wrongly, see page 2.',
    })
    expect(filed.status).toBe(201)
    expect(codeOf(await buyer.client.post(`/api/calls/${call.id}/close`, {}))).toBe('call.phase')
    const complaint = nth(result(filed).complaints, 0).id
    const answer = await buyer.client.post(`/api/calls/${call.id}/complaints/${complaint}`, {
      upheld: true,
      answer: 'You are right.',
    })
    expect([answer.status, decision(answer).award]).toEqual([200, null])
    expect(view(await buyer.client.get(`/api/calls/${call.id}`)).phase).toBe('choosing')
  })
})
