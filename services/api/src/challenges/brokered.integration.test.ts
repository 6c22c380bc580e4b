import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ProposalView } from '@enlace/contracts'
import { asSystem } from '@enlace/database'

import { ask, join, need, openBrokered, openedFor, part, propose, publish, viewAs } from '../../test/brokered-world.ts'
import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]

describe('a challenge of several buyers', () => {
  it('goes from an agency to two buyers, of which one joins, reads a proposal and is interested', async () => {
    const brokered = await openBrokered(api)
    const { agency, at } = brokered
    const [one, other] = [await api.member('buyer', 'buyer'), await api.member('buyer', 'buyer')]
    expect(codeOf(await publish(brokered))).toEqual([409, 'buyers.none'])
    expect((await ask(brokered, one)).status).toBe(200)
    expect((await ask(brokered, other)).status).toBe(200)
    expect(await viewAs(one, at)).toMatchObject({ buyerState: 'asked', brokered: true, mine: false })
    expect((await join(brokered, one)).body).toMatchObject({ joined: 1, rows: [{ mine: true, part, number: 1 }] })
    expect((await publish(brokered)).status).toBe(200)
    const firm = await api.member('supplier', 'bidder')
    expect((await viewAs(firm, at)).buyers).toEqual({ joined: 1, sites: null, pledged: [], rows: [] })
    const proposal = await propose(firm, at)
    expect((await one.client.get(`${at}/proposals`)).body).toMatchObject({ items: [{ content: { title: 'Fog' } }] })
    expect(codeOf(await other.client.get(`${at}/proposals`))).toEqual([403, 'identity.forbidden'])
    const read: ProposalView = (await one.client.get(proposal)).body
    expect(read).toMatchObject({ content: { title: 'Fog' }, brokered: true, mayAnswer: true, acts: [], answers: [] })
    expect((await firm.client.get(`${proposal}/reads`)).body).toMatchObject({
      items: [
        { organisation: null, number: 1, kind: 'buyer', way: 'record' },
        { organisation: null, number: 1, kind: 'buyer', way: 'list' },
      ],
    })
    expect((await one.client.put(`${proposal}/answer`, { answer: 'interested' })).body).toMatchObject({ mine: true })
    expect((await firm.client.get(proposal)).body).toMatchObject({
      answers: [{ buyer: null, number: 1, answer: 'interested' }],
    })
    expect(((await agency.client.get(proposal)).body as ProposalView).answers).toEqual([])
  })
})

describe('what the buyers bring', () => {
  it('is told as sums of three or more, to everybody alike, and no longer once one has left', async () => {
    const pair = await openedFor(api, 2)
    expect((await viewAs(pair.agency, pair.at)).buyers).toMatchObject({ joined: 2, sites: null, pledged: [] })
    const brokered = await openedFor(api, 3)
    const firm = await api.member('supplier', 'bidder')
    const sums = { joined: 3, sites: 6, pledged: [{ amountMinor: 600, currency: 'USD' }] }
    for (const reader of [brokered.agency, firm, ...brokered.buyers])
      expect((await viewAs(reader, brokered.at)).buyers).toMatchObject(sums)
    const [first, ...rest] = brokered.buyers as [Signed, ...Signed[]]
    const left = await first.client.post(`${brokered.at}/departure`, { act: 'leave', reason: 'The mine closes.' })
    expect(left.status).toBe(200)
    for (const reader of [brokered.agency, firm, ...rest])
      expect((await viewAs(reader, brokered.at)).buyers).toMatchObject({ joined: 2, sites: null, pledged: [] })
    const fourth = await openedFor(api, 4)
    await fourth.buyers[0]?.client.post(`${fourth.at}/departure`, {
      act: 'leave',
      reason: 'The mine closes.',
    })
    // Three are left, whose sum would tell what the fourth had pledged.
    expect((await viewAs(firm, fourth.at)).buyers).toMatchObject({ joined: 3, sites: null, pledged: [] })
  })

  it('stays with each of them; the agency reads it where it is shown, and a name is read once it was agreed to', async () => {
    const { agency, at, buyers } = await openedFor(api, 3, (index) => ({ named: index === 1, shares: index === 2 }))
    const [, named, sharing] = buyers as [Signed, Signed, Signed]
    const firm = await api.member('supplier', 'bidder')
    const read = async (reader: Signed): Promise<[string, boolean][]> =>
      ((await viewAs(reader, at)).buyers?.rows ?? []).map((row) => [row.buyer.id, row.part !== null])
    expect(await read(firm)).toEqual([[named.organisationId, false]])
    expect(await read(sharing)).toEqual([
      [named.organisationId, false],
      [sharing.organisationId, true],
    ])
    expect(await read(agency)).toEqual(
      buyers.map(({ organisationId }) => [organisationId, organisationId === sharing.organisationId]),
    )
    const outside = await api.member('buyer', 'buyer')
    expect(await read(outside)).toEqual([[named.organisationId, false]])
  })
})

describe('who takes part', () => {
  it('is asked once, before the publication, by the agency alone, and buys', async () => {
    const brokered = await openBrokered(api)
    const [buyer, late] = [await api.member('buyer', 'buyer'), await api.member('buyer', 'buyer')]
    await ask(brokered, buyer)
    expect(codeOf(await ask(brokered, buyer))).toEqual([409, 'buyers.asked'])
    expect(codeOf(await ask(brokered, await api.member('supplier')))).toEqual([422, 'buyers.kind'])
    const colleague = await api.colleague(brokered.agency.organisationId, 'assessor')
    expect(codeOf(await ask({ ...brokered, agency: colleague }, late))).toEqual([403, 'identity.forbidden'])
    // Nobody but who was asked finds the draft.
    expect(codeOf(await join(brokered, late))).toEqual([404, 'thing.not-found'])
    const auditor = await api.colleague(buyer.organisationId, 'auditor')
    expect(codeOf(await join(brokered, auditor))).toEqual([403, 'identity.forbidden'])
    await join(brokered, buyer)
    await ask(brokered, late)
    await publish(brokered)
    expect(codeOf(await ask(brokered, await api.member('buyer')))).toEqual([409, 'buyers.settled'])
    expect(codeOf(await join(brokered, late))).toEqual([409, 'buyers.settled'])
    expect(codeOf(await join(brokered, buyer, { named: true }))).toEqual([409, 'buyers.settled'])
  })

  it('leaves with a reason, which its agency reads, and does not come back', async () => {
    const { agency, at, buyers } = await openedFor(api, 1, () => ({ named: true }))
    const [buyer] = buyers as [Signed]
    const leave = (reason: string): Promise<Answer> => buyer.client.post(`${at}/departure`, { act: 'leave', reason })
    expect(codeOf(await leave(' '))).toEqual([422, 'buyers.reason'])
    expect((await leave('The mine closes.')).status).toBe(200)
    expect(codeOf(await leave('Again.'))).toEqual([409, 'buyers.state'])
    expect(codeOf(await buyer.client.get(`${at}/proposals`))).toEqual([403, 'identity.forbidden'])
    expect((await viewAs(agency, at)).buyers?.rows).toMatchObject([
      { state: 'left', reason: 'The mine closes.', named: false, part: null },
    ])
  })

  it('is nobody, so an agency posts nothing but a draft of a challenge that all suppliers may read', async () => {
    const { client } = await api.member('agency', 'facilitator')
    const post = (given: object): Promise<Answer> => client.post('/api/needs', { ...need, ...given })
    expect(codeOf(await post({ kind: 'need' }))).toEqual([403, 'identity.forbidden'])
    expect(codeOf(await post({ publish: true }))).toEqual([409, 'buyers.none'])
    expect(codeOf(await post({ confidentiality: 'alias' }))).toEqual([422, 'need.brokered'])
    expect((await post({})).status).toBe(201)
  })
})

describe('a proposal to several buyers', () => {
  it('is the only way to them: a supplier asks no agency for a linkage', async () => {
    const { id } = await openedFor(api, 1)
    const firm = await api.member('supplier', 'bidder')
    await asSystem(api.system, (tx) =>
      tx.execute(sql`insert into need_invitations (need_id, supplier_id) values (${id}, ${firm.organisationId})`),
    )
    const asked = await firm.client.post('/api/linkages', { needId: id, supplierId: firm.organisationId, reason: '' })
    expect(codeOf(asked)).toEqual([409, 'linkage.brokered'])
  })

  it('is screened by the agency, which decides nothing more, and answered by each buyer for itself', async () => {
    const { agency, at, buyers } = await openedFor(api, 2, (index) => ({ named: index === 1 }))
    const [one, two] = buyers as [Signed, Signed]
    const firm = await api.member('supplier', 'bidder')
    const proposal = await propose(firm, at)
    const move = ({ client }: Signed, act: string, stage: string): Promise<Answer> =>
      client.post(`${proposal}/moves`, { act, stage, reason: 'Said so.' })
    expect(codeOf(await move(one, 'advance', 'screening'))).toEqual([403, 'identity.forbidden'])
    expect((await move(agency, 'advance', 'screening')).body).toMatchObject({ stage: 'proposal' })
    const { revision, content: said } = (await firm.client.get(proposal)).body as ProposalView
    await firm.client.put(proposal, { content: { ...said, approach: 'Fog.', benefitText: 'Half.' }, revision })
    expect((await move(firm, 'hand-in', 'proposal')).status).toBe(200)
    for (const act of ['advance', 'stop'])
      expect(codeOf(await move(agency, act, 'proposal'))).toEqual([409, 'proposal.state'])

    const answer = ({ client }: Signed, body: object): Promise<Answer> => client.put(`${proposal}/answer`, body)
    expect(codeOf(await answer(one, { answer: 'not-for-us' }))).toEqual([422, 'proposal.reason'])
    expect(codeOf(await answer(agency, { answer: 'interested' }))).toEqual([403, 'identity.forbidden'])
    expect(codeOf(await answer(firm, { answer: 'interested' }))).toEqual([403, 'identity.forbidden'])
    expect((await viewAs(two, at)).clock).toMatchObject({ waiting: 1, decided: 1 })
    expect((await answer(one, { answer: 'not-for-us', reason: 'canary-no' })).status).toBe(200)
    // The other buyer finds no trace of it, not even in the clock; the agency learns that one has decided.
    expect((await viewAs(two, at)).clock).toMatchObject({ waiting: 1, decided: 1 })
    expect((await viewAs(one, at)).clock).toMatchObject({ waiting: 0, decided: 2 })
    expect((await viewAs(agency, at)).clock).toMatchObject({ waiting: 1, decided: 2 })
    for (const reader of [two, agency])
      for (const url of [proposal, at, `${at}/proposals`])
        expect(JSON.stringify((await reader.client.get(url)).body)).not.toContain('canary-no')
    await answer(two, { answer: 'interested' })
    const { name } = (await viewAs(two, at)).buyers?.rows.find(({ mine }) => mine)?.buyer ?? { name: '' }
    expect(((await firm.client.get(proposal)).body as ProposalView).answers).toMatchObject([
      { buyer: null, number: 1, answer: 'not-for-us', reason: 'canary-no' },
      { buyer: name, number: 2, answer: 'interested' },
    ])
    const rival = await api.member('supplier', 'bidder')
    expect(codeOf(await rival.client.get(proposal))).toEqual([404, 'thing.not-found'])
    await move(firm, 'withdraw', 'proposal')
    expect(codeOf(await answer(two, { answer: 'not-for-us', reason: 'Late.' }))).toEqual([409, 'proposal.state'])
  })
})
