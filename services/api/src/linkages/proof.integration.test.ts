import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { LinkageView, listLinkages, Output } from '@enlace/contracts'

import { publishedCall } from '../../test/call-world.ts'
import { codeOf, link, statusesOf, type Linked } from '../../test/linked.ts'
import { startApi, type Client, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const read = async (client: Client, { at }: Linked): Promise<LinkageView> => (await client.get(at())).body
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' })
const state = (client: Client, { at }: Linked, of: string, amountMinor: number, more: object = {}) =>
  client.post(at('/values'), { of, ...usd(amountMinor), ...more })

describe('values', () => {
  it('are confirmed where both sides state the same, stay apart, and a repeat changes nothing', async () => {
    const linked = await link(api, 'contract')
    const [buyer, supplier] = [linked.buyer.client, linked.supplier.client]
    await state(buyer, linked, 'potential', 9000)
    await state(supplier, linked, 'contract', 5000)
    await state(buyer, linked, 'contract', 4000)
    const totals = async () => ((await buyer.get('/api/linkages')).body as Output<typeof listLinkages>).totals
    expect(await totals()).toMatchObject({
      potential: [usd(9000)],
      contract: { buyer: [usd(4000)], supplier: [usd(5000)], confirmed: [] },
    })
    await state(supplier, linked, 'contract', 4000)
    await state(supplier, linked, 'contract', 4000)
    expect(await totals()).toMatchObject({
      potential: [usd(9000)],
      contract: { buyer: [], supplier: [], confirmed: [usd(4000)] },
    })
    await state(buyer, linked, 'spend', 3000, { year: 2025 })
    await state(supplier, linked, 'spend', 3000, { year: 2024 })
    expect((await read(supplier, linked)).lines).toEqual([
      { of: 'contract', year: null, callId: null, buyer: usd(4000), supplier: usd(4000), confirmed: true },
      { of: 'spend', year: 2024, callId: null, buyer: null, supplier: usd(3000), confirmed: false },
      { of: 'spend', year: 2025, callId: null, buyer: usd(3000), supplier: null, confirmed: false },
    ])
    const [row] = await owner`select count(*)::int as n from linkage_values where linkage_id = ${linked.id}`
    expect(row).toEqual({ n: 6 })
  })

  it('of which the buyer alone knows the potential, and a figure needs its year', async () => {
    const linked = await link(api, 'offer')
    const [buyer, supplier] = [linked.buyer.client, linked.supplier.client]
    expect(codeOf(await state(supplier, linked, 'potential', 1))).toEqual([403, 'identity.forbidden'])
    for (const more of [
      { of: 'spend' },
      { year: 2025 },
      { amountMinor: -1 },
      { currency: 'usd' },
      { amountMinor: 1e99 },
    ])
      expect(codeOf(await state(buyer, linked, 'contract', 1, more))).toEqual([422, 'input.invalid'])
    expect((await read(buyer, linked)).lines).toEqual([])
  })

  it('of one call are apart from those of another, and no call is named that made no contract', async () => {
    const linked = await link(api, 'contract')
    const [buyer, supplier] = [linked.buyer.client, linked.supplier.client]
    const made = await publishedCall(buyer)
    const by = { callId: made.id }
    expect(codeOf(await state(supplier, linked, 'contract', 1000, by))).toEqual([404, 'thing.not-found'])
    expect(codeOf(await state(supplier, linked, 'spend', 1000, { ...by, year: 2025 }))).toEqual([422, 'input.invalid'])
    // As the closing of the call enters it.
    await owner`insert into linkage_values (linkage_id, seq, organisation_id, what, call_id, amount_minor, currency)
      values (${linked.id}, 1, ${linked.buyer.organisationId}, 'contract', ${made.id}, 1000, 'USD')`
    await state(supplier, linked, 'contract', 1000, by)
    await state(supplier, linked, 'contract', 7000)
    const { lines, calls, values } = await read(supplier, linked)
    expect(lines).toEqual([
      { of: 'contract', year: null, callId: made.id, buyer: usd(1000), supplier: usd(1000), confirmed: true },
      { of: 'contract', year: null, callId: null, buyer: null, supplier: usd(7000), confirmed: false },
    ])
    expect(values.contract).toEqual({ buyer: [], supplier: [usd(7000)], confirmed: [usd(1000)] })
    expect(calls).toEqual([{ id: made.id, title: made.title }])
  })
})

describe('samples', () => {
  it('are asked for, sent and judged once with a reason that the supplier reads', async () => {
    const linked = await link(api, 'conversation')
    const [buyer, supplier] = [linked.buyer.client, linked.supplier.client]
    expect((await buyer.post(linked.at('/samples'), { what: 'Two litres' })).status).toBe(204)
    const [sample] = (await read(supplier, linked)).samples
    expect([(await read(supplier, linked)).stage, sample?.askedBy, sample?.verdict]).toEqual(['sample', 'buyer', null])
    const at = (rest: string): string => linked.at(`/samples/${sample?.id}${rest}`)
    const judge = (client: Client, verdict: string) =>
      client.post(at('/verdict'), { verdict, reason: `It is ${verdict}` })
    expect(codeOf(await judge(supplier, 'accepted'))).toEqual([403, 'identity.forbidden'])
    expect(codeOf(await buyer.post(at('/sent')))).toEqual([403, 'identity.forbidden'])
    expect((await supplier.post(at('/sent'))).status).toBe(204)
    expect(codeOf(await buyer.post(at('/verdict'), { verdict: 'rejected', reason: ' ' }))).toEqual([
      422,
      'input.invalid',
    ])
    const verdicts = await Promise.all(['accepted', 'rejected', 'with-remarks'].map((verdict) => judge(buyer, verdict)))
    expect(statusesOf(verdicts)).toEqual([204, 409, 409])
    const [judged] = (await read(supplier, linked)).samples
    expect(judged?.verdictReason).toBe(`It is ${judged?.verdict}`)
    expect(codeOf(await supplier.post(at('/sent')))).toEqual([409, 'sample.judged'])
    const other = await link(api, 'conversation')
    expect(
      codeOf(
        await other.buyer.client.post(other.at(`/samples/${sample?.id}/verdict`), { verdict: 'accepted', reason: 'x' }),
      ),
    ).toEqual([404, 'thing.not-found'])
    expect(codeOf(await (await link(api)).buyer.client.post((await link(api)).at('/samples'), { what: 'x' }))).toEqual([
      404,
      'thing.not-found',
    ])
  })
})

describe('terms', () => {
  it('bind once the other side agrees, and can be withdrawn only before', async () => {
    const linked = await link(api, 'conversation')
    const [buyer, supplier] = [linked.buyer.client, linked.supplier.client]
    const propose = (endsOn: string) =>
      buyer.post(linked.at('/terms'), { kind: 'exclusivity', scope: 'Chile, mining', endsOn })
    expect(codeOf(await propose('2020-01-01'))).toEqual([422, 'input.invalid'])
    expect(codeOf(await propose('2099-02-30'))).toEqual([422, 'input.invalid'])
    expect((await propose('2099-02-28')).status).toBe(204)
    const [term] = (await read(supplier, linked)).terms
    expect(term).toMatchObject({
      kind: 'exclusivity',
      scope: 'Chile, mining',
      endsOn: '2099-02-28',
      proposedBy: 'buyer',
      agreedAt: null,
    })
    const at = (rest: string): string => linked.at(`/terms/${term?.id}/${rest}`)
    expect(codeOf(await buyer.post(at('agree')))).toEqual([409, 'linkage.term'])
    const [one, two] = await Promise.all([supplier.post(at('agree')), buyer.post(at('withdraw'))])
    // Whichever was first holds; the other is told.
    expect(statusesOf([one, two])).toEqual([204, 409])
    const [left] = (await read(buyer, linked)).terms
    expect(left === undefined ? null : left.agreedAt !== null).toBe(one.status === 204 ? true : null)
    await propose('2099-01-01')
    const second = (await read(supplier, linked)).terms.find(({ agreedAt }) => agreedAt === null)
    const agree = () => supplier.post(linked.at(`/terms/${second?.id}/agree`))
    expect((await Promise.all([agree(), agree()])).map(({ status }) => status)).toEqual([204, 204])
    expect(codeOf(await buyer.post(linked.at(`/terms/${second?.id}/withdraw`)))).toEqual([409, 'linkage.term'])
  })
})
