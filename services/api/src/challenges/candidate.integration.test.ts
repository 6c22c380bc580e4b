import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CandidatesView, ChallengeView, LockboxView, ProposalView, TermsView } from '@enlace/contracts'
import { blankProposal, priorText, templateTexts, usualStageDays } from '@enlace/domain'
import postgres from 'postgres'

import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'
import { stampOf } from './challenge-view.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const content = {
  theme: 'water',
  baseline: 'Haul roads take 1,200 m3 of water a day.',
  question: 'How can dust be kept down with half the water?',
  measures: [{ aspect: 'safety', text: 'Injuries', unit: 'a year', baseline: 4, target: 0 }],
  stageDays: usualStageDays,
}
const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]

/** A published challenge with an approved brief, seen by all or by those invited alone. */
async function open(confidentiality = 'open'): Promise<{ buyer: Signed; id: string; at: string }> {
  const buyer = await api.member('buyer')
  const need = { kind: 'challenge', title: 'Dust', text: 'Haul roads take 1,200 m3 of water a day.', confidentiality }
  const { id } = (await buyer.client.post('/api/needs', { ...need, publish: true })).body as { id: string }
  await buyer.client.put(`/api/challenges/${id}/brief`, { content, quorum: 1, revision: 0 })
  await owner`update challenge_briefs set state = 'approved' where need_id = ${id}`
  return { buyer, id, at: `/api/challenges/${id}` }
}
const candidates = async ({ client }: Signed, at: string): Promise<CandidatesView> =>
  (await client.get(`${at}/candidates`)).body
const add = ({ client }: Signed, at: string, { organisationId }: Signed): Promise<Answer> =>
  client.put(`${at}/candidates/${organisationId}`)
const review = ({ client }: Signed, at: string, { organisationId }: Signed, note = ''): Promise<Answer> =>
  client.put(`${at}/candidates/${organisationId}/review`, { speed: 5, potential: 4, commitment: 3, note })
const form = ({ client }: Signed, at: string, firms: readonly Signed[]): Promise<Answer> =>
  client.post(`${at}/clusters`, { name: 'Fog', supplierIds: firms.map(({ organisationId }) => organisationId) })

describe('prescreening', () => {
  it('is blind: neither side sees the other’s view before both are in, and then both stay', async () => {
    const { buyer, at } = await open('invited')
    const [reviewer, supplier] = [await api.member('expert'), await api.member('supplier')]
    expect((await reviewer.client.get(at)).status).toBe(404)
    await add(buyer, at, supplier)
    const named = await buyer.client.put(`${at}/reviewer`, { organisationId: supplier.organisationId })
    expect(codeOf(named)).toEqual([422, 'candidate.kind'])
    await buyer.client.put(`${at}/reviewer`, { organisationId: reviewer.organisationId })
    expect((await review(buyer, at, supplier, 'Fast')).status).toBe(200)
    expect((await candidates(reviewer, at)).items).toMatchObject([{ buyer: null, outside: null, joint: null }])
    expect((await candidates(reviewer, at)).side).toBe('outside')
    expect((await review(buyer, at, supplier, 'Very fast')).status).toBe(200)
    expect((await review(reviewer, at, supplier, 'Slow')).status).toBe(200)
    for (const side of [buyer, reviewer])
      expect((await candidates(side, at)).items).toMatchObject([
        { buyer: { note: 'Very fast' }, outside: { note: 'Slow' }, joint: 4 },
      ])
    expect(codeOf(await review(buyer, at, supplier))).toEqual([409, 'candidate.reviewed'])
    expect(codeOf(await review(reviewer, at, supplier))).toEqual([409, 'candidate.reviewed'])
    const other = await api.member('agency')
    expect(codeOf(await buyer.client.put(`${at}/reviewer`, { organisationId: other.organisationId }))).toEqual([
      409,
      'candidate.reviewed',
    ])
  })

  it('keeps views apart by row-level security alone: a policy that lets all see is noticed', async () => {
    const { buyer, at } = await open()
    const [reviewer, supplier] = [await api.member('agency'), await api.member('supplier')]
    await add(buyer, at, supplier)
    await buyer.client.put(`${at}/reviewer`, { organisationId: reviewer.organisationId })
    await review(buyer, at, supplier)
    const seen = async (): Promise<unknown> => (await candidates(reviewer, at)).items[0]?.buyer
    expect(await seen()).toBeNull()
    await owner`create policy leak on challenge_reviews for select to enlace_app using (true)`
    expect(await seen()).not.toBeNull()
    await owner`drop policy leak on challenge_reviews`
  })
})

describe('a cluster', () => {
  it('gives two or three firms the same brief, and no firm a trace of another', async () => {
    const { buyer, id, at } = await open('invited')
    const reviewer = await api.member('agency')
    const firms = [await api.member('supplier'), await api.member('supplier'), await api.member('supplier')] as const
    await buyer.client.put(`${at}/reviewer`, { organisationId: reviewer.organisationId })
    for (const firm of firms) await add(buyer, at, firm)
    expect(codeOf(await form(buyer, at, firms))).toEqual([409, 'cluster.unready'])
    for (const firm of firms) for (const side of [buyer, reviewer]) await review(side, at, firm)
    expect(codeOf(await form(buyer, at, firms.slice(0, 1)))).toEqual([422, 'cluster.size'])
    expect((await form(buyer, at, firms.slice(0, 2))).status).toBe(201)
    expect(codeOf(await form(buyer, at, firms.slice(1)))).toEqual([409, 'cluster.unready'])
    const [first, second, third] = firms
    expect((await third.client.get(at)).status).toBe(404)
    const briefs = await Promise.all(
      [first, second].map(async ({ client }) => (await client.get(at)).body as ChallengeView),
    )
    expect(briefs[0]?.brief).toEqual(briefs[1]?.brief)
    const read = JSON.stringify([await candidates(first, at), briefs[0]])
    expect(read).toContain(first.organisationId)
    expect(read).not.toContain(second.organisationId)
    const cluster = (await candidates(buyer, at)).clusters[0]?.id
    const proposal = (await first.client.post(`${at}/proposals`, { ...blankProposal, title: 'Fog', summary: 'Fog.' }))
      .body as { id: string }
    await first.client.post(`/api/proposals/${proposal.id}/moves`, { act: 'hand-in', stage: 'screening' })
    expect(codeOf(await buyer.client.delete(`${at}/clusters/${cluster}`))).toEqual([409, 'cluster.answered'])
    expect(JSON.stringify((await second.client.get('/api/proposals')).body)).not.toContain(id)
    expect((await second.client.get(`/api/proposals/${proposal.id}`)).status).toBe(404)
  })

  it('closes an open challenge to all other firms, until it is dissolved', async () => {
    const { buyer, at } = await open()
    const reviewer = await api.member('agency')
    const firms = [await api.member('supplier'), await api.member('supplier')]
    const stranger = await api.member('supplier')
    await buyer.client.put(`${at}/reviewer`, { organisationId: reviewer.organisationId })
    for (const firm of firms) await add(buyer, at, firm)
    for (const firm of firms) for (const side of [buyer, reviewer]) await review(side, at, firm)
    await form(buyer, at, firms)
    const propose = (): Promise<Answer> => stranger.client.post(`${at}/proposals`, blankProposal)
    expect(codeOf(await propose())).toEqual([409, 'challenge.not-open'])
    const cluster = (await candidates(buyer, at)).clusters[0]?.id
    expect((await buyer.client.delete(`${at}/clusters/${cluster}`)).status).toBe(200)
    expect((await propose()).status).toBe(201)
  })

  it('is helped to grow, with the cost shared, noted as done by the firm', async () => {
    const { buyer, id, at } = await open()
    const [firm, other] = [await api.member('supplier'), await api.member('supplier')]
    await add(buyer, at, firm)
    const action = {
      area: 'strategy',
      text: 'A plan',
      consultant: 'Endeavour',
      cost: { amountMinor: 1001, currency: 'USD' },
      buyerPercent: 70,
    }
    const help = (): Promise<Answer> => buyer.client.post(`${at}/candidates/${firm.organisationId}/actions`, action)
    expect(codeOf(await help())).toEqual([409, 'cluster.unready'])
    await owner`insert into challenge_clusters (id, need_id, name) values (${id}, ${id}, 'One')`
    await owner`update challenge_candidates set cluster_id = ${id} where need_id = ${id}`
    expect((await help()).status).toBe(201)
    const [mine] = (await candidates(firm, at)).items
    expect(mine?.actions).toMatchObject([{ ...action, doneAt: null }])
    const done = (by: Signed): Promise<Answer> => by.client.put(`${at}/actions/${mine?.actions[0]?.id}`, { done: true })
    expect((await done(other)).status).toBe(404)
    expect((await done(firm)).status).toBe(200)
    expect((await candidates(buyer, at)).items[0]?.actions[0]?.doneAt).not.toBeNull()
  })
})

describe('terms', () => {
  const terms = async ({ client }: Signed, at: string): Promise<TermsView> => (await client.get(`${at}/terms`)).body
  const set = ({ client }: Signed, at: string, version: number, tier: string): Promise<Answer> =>
    client.put(`${at}/terms`, {
      template: 'kept',
      tier,
      language: 'en',
      sections: templateTexts('kept', 'en'),
      version,
    })
  const accept = async (by: Signed, at: string, given: object = {}): Promise<Answer> => {
    const { current } = await terms(by, at)
    return by.client.post(`${at}/terms/acceptance`, { version: current?.version, stamp: current?.stamp, ...given })
  }

  it('open the confidential part to whoever accepted them letter by letter, by organisation or by person, anew after a change', async () => {
    const { buyer, at } = await open()
    const supplier = await api.member('supplier')
    const colleague = await api.colleague(supplier.organisationId, 'bidder')
    await buyer.client.put(`${at}/annex`, { text: 'The pit is 900 m deep.' })
    const annexes = (): Promise<unknown[]> =>
      Promise.all([supplier, colleague].map(async (one) => (await terms(one, at)).annex))
    expect(await terms(supplier, at)).toMatchObject({ hasAnnex: true, annex: null, current: null, mayAccept: false })
    await set(buyer, at, 0, 'organisation')
    expect(codeOf(await set(buyer, at, 0, 'organisation'))).toEqual([412, 'thing.changed'])
    expect(await annexes()).toEqual([null, null])
    expect(codeOf(await accept(supplier, at, { stamp: '0'.repeat(64) }))).toEqual([412, 'thing.changed'])
    expect((await accept(supplier, at)).body).toMatchObject({ annex: 'The pit is 900 m deep.', mayAccept: false })
    expect(await annexes()).toEqual(['The pit is 900 m deep.', 'The pit is 900 m deep.'])
    await set(buyer, at, 1, 'person')
    expect(await annexes()).toEqual([null, null])
    await accept(colleague, at)
    expect(await annexes()).toEqual([null, 'The pit is 900 m deep.'])
    const { acceptances, previous } = await terms(buyer, at)
    expect([acceptances.map(({ version }) => version), previous?.version]).toEqual([[2, 1], 1])
    await set(buyer, at, 2, 'none')
    expect(await annexes()).toEqual(['The pit is 900 m deep.', 'The pit is 900 m deep.'])
    const auditor = await api.colleague(supplier.organisationId, 'auditor')
    expect(codeOf(await accept(auditor, at))).toEqual([403, 'identity.forbidden'])
  })
})

describe('the lockbox', () => {
  const lockbox = async ({ client }: Signed, at: string): Promise<LockboxView> =>
    (await client.get(`${at}/lockbox`)).body
  const deposit = ({ client }: Signed, at: string): Promise<Answer> =>
    client.post(`${at}/lockbox`, { title: 'Fog', statement: 'We tried fog in 2019.' })

  it('shows a stamp at once and the words once they are revealed, which any tool can check', async () => {
    const { buyer, id, at } = await open()
    const supplier = await api.member('supplier')
    expect((await deposit(buyer, at)).status).toBe(201)
    const [hidden] = (await lockbox(supplier, at)).items
    expect(hidden).toMatchObject({ title: 'Fog', statement: null, salt: null, revealedAt: null })
    await buyer.client.post(`${at}/lockbox/${hidden?.id}/reveal`, {})
    const [shown] = (await lockbox(supplier, at)).items
    expect(shown).toMatchObject({ statement: 'We tried fog in 2019.', stamp: hidden?.stamp })
    expect(stampOf(priorText(id as never, shown?.salt ?? '', shown?.statement ?? ''))).toBe(hidden?.stamp)
    expect(stampOf(priorText(id as never, shown?.salt ?? '', 'We tried fog in 2018.'))).not.toBe(hidden?.stamp)
  })

  it('closes when the buyer reads the first proposal, also in the same moment', async () => {
    const { buyer, at } = await open()
    const supplier = await api.member('supplier')
    const { id } = (await supplier.client.post(`${at}/proposals`, { ...blankProposal, title: 'Fog', summary: 'Fog.' }))
      .body as { id: string }
    await supplier.client.post(`/api/proposals/${id}/moves`, { act: 'hand-in', stage: 'screening' })
    expect((await lockbox(buyer, at)).open).toBe(true)
    const [first, read] = await Promise.all([deposit(buyer, at), buyer.client.get(`/api/proposals/${id}`)])
    expect((read.body as ProposalView).content.title).toBe('Fog')
    const [{ in_order: inOrder } = { in_order: null }] = await owner`
      select bool_and(deposited_at < first_read_at) as in_order from prior_knowledge join challenge_briefs using (need_id)
      where need_id = ${at.split('/').at(-1) ?? ''}`
    expect(inOrder).toBe(first.status === 201 ? true : null)
    expect(codeOf(await deposit(buyer, at))).toEqual([409, 'lockbox.late'])
    expect(await lockbox(buyer, at)).toMatchObject({ open: false })
    expect((await lockbox(supplier, at)).open).toBeNull()
  })
})
