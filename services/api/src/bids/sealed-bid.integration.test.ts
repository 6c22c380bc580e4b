import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'

import type { CallView, OpenedBid, OpeningView } from '@enlace/contracts'
import { asSystem } from '@enlace/database'

import { passDeadline } from '../../test/call-world.ts'
import {
  releaseAs,
  sealedBid,
  sealedCall,
  sealedContent,
  sealedDraft,
  sealedEnvelopes,
  type SealedCall,
} from '../../test/sealed-world.ts'
import { declare, score, submit } from '../../test/scoring-world.ts'
import { startApi, type Answer, type Client, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
}, 60_000)
afterAll(() => api.close())

const codeOf = ({ body }: Answer): string => (body as { code: string }).code
const openingOf = ({ body }: Answer): OpeningView => body
const bidsOf = async (client: Client, call: CallView): Promise<readonly OpenedBid[]> => {
  const { body }: { body: { items: OpenedBid[] } } = await client.get(`/api/calls/${call.id}/bids`)
  return body.items
}
const contents = (bids: readonly OpenedBid[]): unknown[] =>
  bids.map(({ openings }) => openings.map(({ content, fault }) => fault ?? JSON.stringify(content)))
/** All that the database holds, row by row, as its owner reads it. */
async function everything(): Promise<string> {
  const owner = postgres(api.url, { onnotice: () => undefined })
  const tables = await owner<{ name: string }[]>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`
  const texts = await Promise.all(
    tables.map(async ({ name }) =>
      (await owner`select ${owner(name)}::text as row from ${owner(name)}`).map(({ row }) => String(row)).join('\n'),
    ),
  )
  await owner.end()
  return texts.join('\n')
}
/** Has the panel score the open envelope, and ends it by what the panel gave. */
const settle = async ({ author, evaluator, call }: SealedCall, criterion: string): Promise<void> => {
  const open = (await bidsOf(author, call)).filter(({ openings }) => openings.at(-1)?.content !== null)
  await declare(evaluator, call)
  for (const { id } of open) await score(evaluator, call, id, 5, { criterion })
  expect((await submit(evaluator, call)).status).toBe(200)
  const { status, body } = await author.post(`/api/calls/${call.id}/settle`, {
    envelope: 'technical',
    bids: open.map(({ id }) => ({ bidId: id, passed: true })),
  })
  expect([status, JSON.stringify(body).slice(0, 200)]).toEqual([200, expect.any(String)])
}

describe('sealed bids', () => {
  it('are read by nobody before two openers released them, envelope by envelope; not even in the database', async () => {
    const made = await sealedCall(api)
    const { call, author, openers } = made
    for (const price of [910_001, 910_002, 910_003])
      await sealedBid(api, call, sealedContent(`canary way ${price}`, price))
    expect(await everything()).not.toMatch(/canary way|91000[123]/)
    expect(openingOf(await openers[0].client.get(`/api/calls/${call.id}/opening`)).shares).toEqual([])
    expect(
      codeOf(await openers[0].client.post(`/api/calls/${call.id}/releases`, { envelope: 'technical', shares: [] })),
    ).toBe('call.phase')
    await passDeadline(api, call.id)

    expect((await releaseAs(openers[0], call)).status).toBe(200)
    expect(await bidsOf(author, call)).toEqual([])
    expect(codeOf(await releaseAs(openers[0], call))).toBe('thing.conflict')
    const second = openingOf(await releaseAs(openers[2], call))
    expect(second.envelope).toBe('price')
    expect(second.openers.map(({ releasedAt }) => releasedAt)).toEqual([null, null, null])
    const technical = await bidsOf(author, call)
    expect(contents(technical).flat().join()).toContain('canary way 910002')
    // The control: what was opened is found where it was looked for. The price is not yet there.
    const then = await everything()
    expect([/canary way/.test(then), /91000[123]\]/.test(then)]).toEqual([true, false])

    await settle(made, 'method')
    await releaseAs(openers[1], call)
    await releaseAs(openers[2], call)
    expect(contents(await bidsOf(author, call)).map((all) => (all as string[])[1])).toEqual(
      [910_001, 910_002, 910_003].map((price) => JSON.stringify({ answers: [], prices: [price] })),
    )
  })

  it('that were tampered with stay shut, and the others open', async () => {
    const { call, author, openers } = await sealedCall(api)
    const bids = []
    for (const price of [1, 2, 3, 4]) bids.push(await sealedBid(api, call, sealedContent(`way ${price}`, price)))
    const [one, two, three] = bids.map(({ receipt }) => receipt.bidId)
    const tamper = (bid: string | undefined, path: string, text: string): Promise<unknown> =>
      asSystem(api.system, (tx) =>
        tx.execute(sql`
          update bid_envelopes set body = jsonb_set(body, ${path}::text[], to_jsonb(overlay(body #>> ${path}::text[] placing ${text} from 5)))
          where bid_id = ${bid ?? null} and envelope = 'technical'`),
      )
    await tamper(one, '{sealed,ciphertext}', 'AAAA')
    await tamper(two, '{sealed,commitment}', 'AAAA')
    for (const at of [0, 1, 2]) await tamper(three, `{sealed,shares,${at},sealed}`, 'AAAA')
    await passDeadline(api, call.id)
    await releaseAs(openers[0], call)
    expect((await releaseAs(openers[1], call)).status).toBe(200)
    expect(contents(await bidsOf(author, call))).toEqual([
      ['sealing.tampered'],
      ['sealing.tampered'],
      ['sealing.too-few-shares'],
      [JSON.stringify(sealedContent('way 4', 4).technical)],
    ])
  })

  it('are not shut out by one opener who leaves a share away: the opening waits for another', async () => {
    const { call, author, openers } = await sealedCall(api)
    const { receipt } = await sealedBid(api, call, sealedContent('way', 7))
    await sealedBid(api, call, sealedContent('other way', 8))
    await passDeadline(api, call.id)
    await releaseAs(openers[0], call)
    const waiting = openingOf(await releaseAs(openers[1], call, [receipt.bidId]))
    expect([waiting.envelope, waiting.openers.filter(({ releasedAt }) => releasedAt !== null).length]).toEqual([
      'technical',
      2,
    ])
    expect(await bidsOf(author, call)).toEqual([])
    await releaseAs(openers[2], call)
    expect(contents(await bidsOf(author, call))).toEqual(
      ['way', 'other way'].map((how) => [JSON.stringify(sealedContent(how, 0).technical)]),
    )
  })

  it('take no share that is not the one the bidder sealed, and keep nothing of a wrong release', async () => {
    const { call, author, openers } = await sealedCall(api)
    const { receipt } = await sealedBid(api, call, sealedContent('way', 7))
    await passDeadline(api, call.id)
    const { bidId } = receipt
    const share = Buffer.alloc(33, 1).toString('base64url')
    const release = (shares: object[]): Promise<Answer> =>
      openers[0].client.post(`/api/calls/${call.id}/releases`, { envelope: 'technical', shares })
    for (const shares of [[{ bidId, share }], [{ bidId, share: 'AA' }], [{ bidId: uuidv7(), share }]])
      expect(codeOf(await release(shares))).toBe('opening.share')
    await releaseAs(openers[0], call)
    await releaseAs(openers[1], call)
    expect(contents(await bidsOf(author, call))).toEqual([[JSON.stringify(sealedContent('way', 0).technical)]])
  })

  it('must be sealed to just those who open, by their keys at the publication', async () => {
    const { call, openers } = await sealedCall(api)
    const bidId = uuidv7()
    const { client } = await api.member('supplier')
    const keys = call.openers.map(({ id, publicKey }) => ({ id: id as string, publicKey: publicKey ?? '' }))
    expect(keys.map(({ publicKey }) => publicKey).toSorted()).toEqual(
      openers.map(({ key }) => key.publicKey).toSorted(),
    )
    const hand = async (to: typeof keys, named = bidId): Promise<string> => {
      const envelopes = await sealedEnvelopes(call, named, sealedContent('way', 7), to)
      return codeOf(
        await client.put(`/api/calls/${call.id}/bid`, { bidId, revision: 1, callVersion: call.version, envelopes }),
      )
    }
    const [first, second, third] = keys as [(typeof keys)[0], (typeof keys)[0], (typeof keys)[0]]
    expect(await hand([first, second])).toBe('bid.sealing')
    expect(
      await hand([{ ...first, publicKey: second.publicKey }, { ...second, publicKey: first.publicKey }, third]),
    ).toBe('bid.sealing')
    expect(await hand([{ ...first, id: uuidv7() }, second, third])).toBe('bid.sealing')
    const plain = { technical: { plain: { answers: [{ key: 'how', text: 'x' }] } }, price: { plain: { prices: [1] } } }
    const inClear = await client.put(`/api/calls/${call.id}/bid`, {
      bidId,
      revision: 1,
      callVersion: call.version,
      envelopes: plain,
    })
    expect(codeOf(inClear)).toBe('bid.sealing')
    expect((await client.get(`/api/calls/${call.id}/bid`)).body).toEqual({ bid: null })
  })

  it('are asked for only where everybody who opens has a key', async () => {
    const { call, approver, openers } = await sealedDraft(api)
    const { items } = (await openers[1].client.get('/api/opener-keys')).body as { items: { id: string }[] }
    await openers[1].client.post(`/api/opener-keys/${items[0]?.id}/revoke`)
    const refused = await approver.post(`/api/calls/${call.id}/publish`, {})
    expect([codeOf(refused), JSON.stringify(refused.body)]).toEqual(['call.seats', expect.stringContaining('no_key')])
  })
})
