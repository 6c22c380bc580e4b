import type { CallView, ChallengeView, DecisionView, OpenedBid, ProposalView } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { handIn, nth, plainEnvelopes } from '../../test/call-world.ts'
import {
  accept,
  askCluster,
  award,
  clusterContent,
  clusteredChallenge,
  clustersOf,
  debrief,
  newTerms,
  propose,
  publish,
  type Clustered,
} from '../../test/cluster-world.ts'
import { startApi, type Answer, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]
const byStatus = ([one]: unknown[], [other]: unknown[]): number => Number(one) - Number(other)
const callsOf = async ({ buyer }: Clustered): Promise<number> =>
  (await owner`select id from calls where organisation_id = ${buyer.organisationId}`).length
const asked = async (world: Clustered, given: object = {}): Promise<CallView> =>
  (await publish(world, (await askCluster(world, given)).body)).body

describe('a call of a cluster', () => {
  it('asks all its firms and nobody else; each sees where it belongs, and none a trace of another', async () => {
    const world = await clusteredChallenge(api)
    const { buyer, firms, needId, at, clusterId } = world
    const stranger = await api.member('supplier')
    const draft: CallView = (await askCluster(world)).body
    expect(draft).toMatchObject({ needId, cluster: { id: clusterId, name: 'Fog', challenge: 'Dust' }, phase: 'draft' })
    expect(await clustersOf(buyer, at)).toMatchObject([{ unagreed: [], call: { id: draft.id, phase: 'draft' } }])
    expect(await clustersOf(firms[0], at)).toMatchObject([{ call: null }])
    expect((await publish(world, draft)).status).toBe(200)
    for (const firm of firms) {
      const read = await firm.client.get(`/api/calls/${draft.id}`)
      expect(read.body).toMatchObject({ parts: ['candidate'], cluster: { name: 'Fog' }, phase: 'tendering' })
      expect(await clustersOf(firm, at)).toMatchObject([{ call: { id: draft.id, phase: 'tendering' } }])
      const rest = JSON.stringify([read.body, (await firm.client.get(`${at}/candidates`)).body])
      for (const other of firms.filter((one) => one !== firm)) expect(rest).not.toContain(other.organisationId)
    }
    expect((await stranger.client.get(`/api/calls/${draft.id}`)).status).toBe(404)
    const [entry] = await owner`
      select facts from audit_entries join audit_facts using (index) where act = 'call.published' order by index desc limit 1`
    expect(JSON.stringify(entry)).toContain(clusterId)
  })

  it('is told to somebody of another organisation that sits in it without the challenge', async () => {
    const world = await clusteredChallenge(api)
    const agency = await api.member('agency')
    const { id } = (await askCluster(world)).body as CallView
    const [{ email } = { email: '' }] = await owner`
      update users set email_verified = true where id = ${agency.userId} returning email`
    await world.buyer.client.post(`/api/calls/${id}/seats`, { seat: 'observer', email })
    expect((await agency.client.get(`/api/calls/${id}`)).body).toMatchObject({ parts: ['asked'], cluster: null })
  })

  it('is refused with its reason, and nothing is kept of it', async () => {
    const world = await clusteredChallenge(api)
    const { buyer, clusterId } = world
    const [other, stranger] = [await clusteredChallenge(api), await api.member('supplier')]
    const refusals = [
      [{ invited: [stranger.organisationId] }, 422, 'cluster.outsider'],
      [{ access: 'open' }, 422, 'cluster.outsider'],
      [{ needId: other.needId }, 404, 'thing.not-found'],
      [{ clusterId: other.clusterId }, 404, 'thing.not-found'],
      [{ clusterId: other.needId }, 404, 'thing.not-found'],
    ] as const
    for (const [given, status, code] of refusals) expect(codeOf(await askCluster(world, given))).toEqual([status, code])
    expect(codeOf(await world.firms[0].client.post('/api/calls', clusterContent(clusterId)))).toEqual([
      403,
      'identity.forbidden',
    ])
    expect(await callsOf(world)).toBe(0)
    const draft: CallView = (await askCluster(world)).body
    const open = clusterContent(clusterId, { access: 'open' })
    expect(codeOf(await buyer.client.put(`/api/calls/${draft.id}`, open))).toEqual([422, 'cluster.outsider'])
  })

  it('waits for each firm to accept the terms, also for those that came in force after it was written', async () => {
    const world = await clusteredChallenge(api, 1)
    const { buyer, firms, at } = world
    expect(await clustersOf(buyer, at)).toMatchObject([{ unagreed: [firms[0].organisationId], call: null }])
    expect(await clustersOf(firms[0], at)).toMatchObject([{ unagreed: [firms[0].organisationId] }])
    expect(await clustersOf(firms[1], at)).toMatchObject([{ unagreed: [] }])
    expect(codeOf(await askCluster(world))).toEqual([409, 'cluster.terms'])
    expect(await callsOf(world)).toBe(0)
    await accept(firms[0], at)
    const draft: CallView = (await askCluster(world)).body
    await newTerms(world)
    expect(codeOf(await publish(world, draft))).toEqual([409, 'cluster.terms'])
    for (const firm of firms) await accept(firm, at)
    expect((await publish(world, draft)).status).toBe(200)
  })

  it('keeps the brief that its firms are asked by, once it is published', async () => {
    const world = await clusteredChallenge(api)
    const { buyer, at } = world
    const revise = async (): Promise<Answer> => {
      const { brief } = (await buyer.client.get(at)).body as ChallengeView
      const content = { ...brief?.content, baseline: 'Haul roads take 1,300 m3 of water a day.' }
      return buyer.client.put(`${at}/brief`, { content, quorum: 1, revision: brief?.revision })
    }
    const draft: CallView = (await askCluster(world)).body
    await publish(world, draft)
    expect(codeOf(await revise())).toEqual([409, 'challenge.brief-state'])
    await buyer.client.post(`/api/calls/${draft.id}/cancel`, { reason: 'The figure was wrong.' })
    expect((await revise()).status).toBe(200)
  })

  it('is one at a time, whoever writes at the same moment, and keeps its cluster', async () => {
    const world = await clusteredChallenge(api)
    const { buyer, at, clusterId } = world
    const both = await Promise.all([askCluster(world), askCluster(world)])
    expect(both.map(codeOf).toSorted(byStatus)).toEqual([
      [201, undefined],
      [409, 'cluster.called'],
    ])
    expect(await callsOf(world)).toBe(1)
    const dissolve = (): Promise<Answer> => buyer.client.delete(`${at}/clusters/${clusterId}`)
    expect(codeOf(await dissolve())).toEqual([409, 'cluster.called'])
    const { id } = nth(
      both.filter(({ status }) => status === 201),
      0,
    ).body as CallView
    await buyer.client.post(`/api/calls/${id}/cancel`, { reason: 'Too early.' })
    const again: CallView = (await askCluster(world)).body
    expect(again.phase).toBe('draft')
    await buyer.client.post(`/api/calls/${again.id}/cancel`, { reason: 'Too early.' })
    expect((await dissolve()).status).toBe(200)
    expect((await buyer.client.get(`/api/calls/${id}`)).body).toMatchObject({ cluster: null, needId: world.needId })
  })

  it('asks no other firm by row-level security alone: without its policy one gets in', async () => {
    const world = await clusteredChallenge(api)
    const { id } = (await askCluster(world)).body as CallView
    const stranger = await api.member('supplier')
    const { userId, organisationId } = world.buyer
    const ask = (): Promise<unknown> =>
      owner.begin(async (tx) => {
        await tx`select set_config('enlace.organisation', ${organisationId}, true), set_config('enlace.organisation_kind', 'buyer', true),
          set_config('enlace.user', ${userId}, true)`
        await tx`set local role enlace_app`
        await tx`insert into call_invitations (call_id, supplier_id) values (${id}, ${stranger.organisationId})`
      })
    await expect(ask()).rejects.toThrow('row-level security')
    await owner`alter policy call_invitations_cluster on call_invitations with check (true)`
    await ask()
    await owner`alter policy call_invitations_cluster on call_invitations with check (call_asks(call_id, supplier_id))`
    await asSystem(api.system, (tx) =>
      tx.execute(sql`delete from call_invitations where supplier_id = ${stranger.organisationId}`),
    )
  })
})

describe('an award of a cluster', () => {
  /** Three bids, the first the best, after the standstill. */
  async function awarded(
    waits = false,
  ): Promise<{ world: Clustered; call: CallView; bids: OpenedBid[]; proposals: string[] }> {
    const world = await clusteredChallenge(api)
    const proposals: string[] = []
    for (const [at, firm] of world.firms.entries()) proposals.push(await propose(world, firm, waits && at === 0))
    const call = await asked(world)
    for (const [at, { client }] of world.firms.entries())
      expect(
        (
          await handIn(client, call, {
            envelopes: { price: (plainEnvelopes('', 700 + at) as { price: object }).price },
          })
        ).status,
      ).toBe(200)
    const bids = await award(api, world, call, 0)
    return { world, call, bids, proposals }
  }
  const carry = ({ buyer }: Clustered, { id }: CallView): Promise<Answer> =>
    buyer.client.post(`/api/calls/${id}/award/proposals`, {})
  const stagesOf = async (proposals: readonly string[]): Promise<unknown[]> =>
    Promise.all(proposals.map(async (id) => (await owner`select stage from proposals where id = ${id}`)[0]?.['stage']))

  it('moves the proposals once, by the table of stages, with the reasons of the debriefs', async () => {
    const { world, call, bids, proposals } = await awarded()
    expect(codeOf(await carry(world, call))).toEqual([409, 'award.debriefs'])
    for (const bid of bids) await debrief(world, call, bid)
    const colleague = await api.colleague(world.buyer.organisationId, 'buyer')
    expect(codeOf(await colleague.client.post(`/api/calls/${call.id}/award/proposals`, {}))).toEqual([
      403,
      'identity.forbidden',
    ])
    expect(codeOf(await world.firms[0].client.post(`/api/calls/${call.id}/award/proposals`, {}))).toEqual([
      403,
      'identity.forbidden',
    ])
    expect(await stagesOf(proposals)).toEqual(['proposal', 'proposal', 'proposal'])
    const both = await Promise.all([carry(world, call), carry(world, call)])
    expect(both.map(codeOf).toSorted(byStatus)).toEqual([
      [200, undefined],
      [409, 'award.carried'],
    ])
    expect(await stagesOf(proposals)).toEqual(['pilot', 'stopped', 'stopped'])
    const stopped: ProposalView = (await world.firms[1].client.get(`/api/proposals/${proposals[1]}`)).body
    expect(stopped.steps.at(-1)).toMatchObject({
      act: 'stop',
      byBuyer: true,
      reason: expect.stringContaining('blows away'),
    })
    const { award: kept }: DecisionView = (await world.buyer.client.get(`/api/calls/${call.id}/decision`)).body
    expect(kept?.carriedAt).not.toBeNull()
    const acts = await owner`
      select act, count(*)::int as n from audit_entries where act in ('award.carried', 'proposal.moved')
        and at > (select approved_at from awards where call_id = ${call.id}) group by act order by act`
    expect([...acts]).toEqual([
      { act: 'award.carried', n: 1 },
      { act: 'proposal.moved', n: 3 },
    ])
  })

  it('waits for who won to hand its proposal in, and until then moves none', async () => {
    const { world, call, bids, proposals } = await awarded(true)
    for (const bid of bids) await debrief(world, call, bid)
    expect(codeOf(await carry(world, call))).toEqual([409, 'proposal.state'])
    expect(await stagesOf(proposals)).toEqual(['proposal', 'proposal', 'proposal'])
    await world.firms[0].client.post(`/api/proposals/${proposals[0]}/moves`, { act: 'hand-in', stage: 'proposal' })
    expect((await world.buyer.client.post(`/api/calls/${call.id}/close`, {})).status).toBe(200)
    expect((await carry(world, call)).status).toBe(200)
    expect(await stagesOf(proposals)).toEqual(['pilot', 'stopped', 'stopped'])
  })
})
