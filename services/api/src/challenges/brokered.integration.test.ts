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
