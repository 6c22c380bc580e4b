import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ChallengeView, ProposalView } from '@enlace/contracts'
import { blankProposal, usualStageDays } from '@enlace/domain'

import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]
const content = {
  theme: 'water',
  baseline: 'Haul roads take 1,200 m3 of water a day.',
  question: 'How can dust be kept down with half the water?',
  specification: '',
  money: null,
  measures: [{ aspect: 'environment', text: 'Water', unit: 'm3 a day', baseline: 1200, target: 600 }],
  budget: null,
  stageDays: usualStageDays,
}
const need = { kind: 'challenge', title: 'Dust on haul roads', text: 'Haul roads of three mines take water.' }

type Brokered = { agency: Signed; id: string; at: string }
/** A draft of an agency whose board said yes to its brief. */
async function open(): Promise<Brokered> {
  const agency = await api.member('agency', 'facilitator')
  const colleague = await api.colleague(agency.organisationId, 'owner')
  const { id } = (await agency.client.post('/api/needs', need)).body as { id: string }
  const at = `/api/challenges/${id}`
  await agency.client.put(`${at}/brief`, { content, quorum: 1, revision: 0 })
  await agency.client.post(`${at}/screening`, { revision: 1 })
  expect((await colleague.client.put(`${at}/vote`, { yes: true, reason: 'It helps all.', version: 1 })).status).toBe(
    200,
  )
  return { agency, id, at }
}
const ask = ({ agency, at }: Brokered, buyer: Signed): Promise<Answer> =>
  agency.client.put(`${at}/buyers/${buyer.organisationId}`)
const part = {
  baseline: 'We take 500 m3.',
  benefit: 'Half of it.',
  sites: 2,
  pledged: { amountMinor: 100, currency: 'USD' },
}
const join = ({ at }: Brokered, { client }: Signed, given: object = {}): Promise<Answer> =>
  client.put(`${at}/part`, { named: false, shares: false, part, ...given })
const publish = ({ agency, id }: Brokered): Promise<Answer> => agency.client.post(`/api/needs/${id}/publish`)
const viewAs = async ({ client }: Signed, at: string): Promise<ChallengeView> => (await client.get(at)).body
const propose = async (firm: Signed, at: string): Promise<string> => {
  const said = { ...blankProposal, title: 'Fog', summary: 'Fog instead of water.' }
  const { id } = (await firm.client.post(`${at}/proposals`, said)).body as { id: string }
  const handed = await firm.client.post(`/api/proposals/${id}/moves`, { act: 'hand-in', stage: 'screening' })
  expect(handed.status).toBe(200)
  return `/api/proposals/${id}`
}

describe('a challenge of several buyers', () => {
  it('goes from an agency to two buyers, of which one joins, reads a proposal and is interested', async () => {
    const brokered = await open()
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

/** A published challenge with so many buyers, each with two sites and a pledge of its own. */
async function opened(
  count: number,
  given: (at: number) => object = () => ({}),
): Promise<Brokered & { buyers: Signed[] }> {
  const brokered = await open()
  const buyers: Signed[] = []
  for (let at = 0; at < count; at += 1) {
    const buyer = await api.member('buyer', 'buyer')
    await ask(brokered, buyer)
    const pledged = { amountMinor: 100 * (at + 1), currency: 'USD' }
    expect((await join(brokered, buyer, { part: { ...part, pledged }, ...given(at) })).status).toBe(200)
    buyers.push(buyer)
  }
  expect((await publish(brokered)).status).toBe(200)
  return { ...brokered, buyers }
}

describe('what the buyers bring', () => {
  it('is told as sums of three or more, to everybody alike, and no longer once one has left', async () => {
    const pair = await opened(2)
    expect((await viewAs(pair.agency, pair.at)).buyers).toMatchObject({ joined: 2, sites: null, pledged: [] })
    const brokered = await opened(3)
    const firm = await api.member('supplier', 'bidder')
    const sums = { joined: 3, sites: 6, pledged: [{ amountMinor: 600, currency: 'USD' }] }
    for (const reader of [brokered.agency, firm, ...brokered.buyers])
      expect((await viewAs(reader, brokered.at)).buyers).toMatchObject(sums)
    const [first, ...rest] = brokered.buyers as [Signed, ...Signed[]]
    const left = await first.client.post(`${brokered.at}/departure`, { act: 'leave', reason: 'The mine closes.' })
    expect(left.status).toBe(200)
    for (const reader of [brokered.agency, firm, ...rest])
      expect((await viewAs(reader, brokered.at)).buyers).toMatchObject({ joined: 2, sites: null, pledged: [] })
    const fourth = await opened(4)
    await (fourth.buyers[0] as Signed).client.post(`${fourth.at}/departure`, {
      act: 'leave',
      reason: 'The mine closes.',
    })
    // Three are left, whose sum would tell what the fourth had pledged.
    expect((await viewAs(firm, fourth.at)).buyers).toMatchObject({ joined: 3, sites: null, pledged: [] })
  })

  it('stays with each of them; the agency reads it where it is shown, and a name is read once it was agreed to', async () => {
    const { agency, at, buyers } = await opened(3, (index) => ({ named: index === 1, shares: index === 2 }))
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
    const brokered = await open()
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
    const { agency, at, buyers } = await opened(1, () => ({ named: true }))
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
  it('is screened by the agency, which decides nothing more, and answered by each buyer for itself', async () => {
    const { agency, at, buyers } = await opened(2, (index) => ({ named: index === 1 }))
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
