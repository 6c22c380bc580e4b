import type { CallView, CandidatesView, OpenedBid, TermsView } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import { blankProposal, templateTexts, usualStageDays } from '@enlace/domain'
import { sql } from 'drizzle-orm'

import { callContent, inDays } from './call-world.ts'
import type { Answer, Signed, TestApi } from './test-api.ts'

const brief = {
  theme: 'water',
  baseline: 'Haul roads take 1,200 m3 of water a day.',
  question: 'How can dust be kept down with half the water?',
  measures: [{ aspect: 'safety', text: 'Injuries', unit: 'a year', baseline: 4, target: 0 }],
  stageDays: usualStageDays,
}
const done = async (answer: Promise<Answer>): Promise<never> => {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

/** A published challenge of which three firms are a cluster under terms that each accepted, but for those named last. */
export type Clustered = {
  readonly buyer: Signed
  readonly firms: readonly [Signed, Signed, Signed]
  readonly needId: string
  readonly at: string
  readonly clusterId: string
}

const setTerms = ({ client }: Signed, at: string, version: number): Promise<TermsView> =>
  done(
    client.put(`${at}/terms`, {
      template: 'shared',
      tier: 'organisation',
      language: 'en',
      sections: templateTexts('shared', 'en'),
      version,
    }),
  )
/** Sets the terms anew, so that nobody has accepted those in force. */
export const newTerms = ({ buyer, at }: Clustered): Promise<TermsView> => setTerms(buyer, at, 1)

export async function accept({ client }: Signed, at: string): Promise<void> {
  const { current }: TermsView = await done(client.get(`${at}/terms`))
  await done(client.post(`${at}/terms/acceptance`, { version: current?.version, stamp: current?.stamp }))
}

export async function clusteredChallenge(api: TestApi, undecided = 0): Promise<Clustered> {
  const buyer = await api.member('buyer')
  const firms = [await api.member('supplier'), await api.member('supplier'), await api.member('supplier')] as const
  const need = { kind: 'challenge', title: 'Dust', text: 'Less water on haul roads.', confidentiality: 'invited' }
  const { id: needId }: { id: string } = await done(buyer.client.post('/api/needs', { ...need, publish: true }))
  const at = `/api/challenges/${needId}`
  await done(buyer.client.put(`${at}/brief`, { content: brief, quorum: 1, revision: 0 }))
  const clusterId = crypto.randomUUID()
  await asSystem(api.system, async (tx) => {
    await tx.execute(sql`update challenge_briefs set state = 'approved' where need_id = ${needId}`)
    await tx.execute(sql`insert into challenge_clusters (id, need_id, name) values (${clusterId}, ${needId}, 'Fog')`)
    for (const { organisationId } of firms) {
      await tx.execute(sql`
        insert into challenge_candidates (need_id, supplier_id, cluster_id) values (${needId}, ${organisationId}, ${clusterId})`)
      await tx.execute(sql`insert into need_invitations (need_id, supplier_id) values (${needId}, ${organisationId})`)
    }
  })
  await setTerms(buyer, at, 0)
  for (const firm of firms.slice(undecided)) await accept(firm, at)
  return { buyer, firms, needId, at, clusterId }
}

/** Asks the cluster for bids, in a plain call that one person runs. */
export const askCluster = ({ buyer, clusterId }: Clustered, given: object = {}): Promise<Answer> =>
  buyer.client.post('/api/calls', clusterContent(clusterId, given))
export const clusterContent = (clusterId: string, given: object = {}): object =>
  callContent({
    ...{ clusterId, kind: 'rfp', access: 'invited', envelopes: ['price'], fields: [], deadline: inDays(20) },
    criteria: [{ key: 'price', envelope: 'price', name: 'Price', weight: 100 }],
    ...given,
  })

export const publish = ({ buyer }: Clustered, { id }: CallView): Promise<Answer> =>
  buyer.client.post(`/api/calls/${id}/publish`, {})

export const clustersOf = async ({ client }: Signed, at: string): Promise<CandidatesView['clusters']> =>
  ((await done(client.get(`${at}/candidates`))) as CandidatesView).clusters

/** A full proposal of a firm, handed in; where `waits`, the firm still writes on at it. */
export async function propose({ buyer, at }: Clustered, { client }: Signed, waits = false): Promise<string> {
  const said = { ...blankProposal, title: 'Fog', summary: 'Fog.', approach: 'Nozzles.', benefitText: 'Half the water.' }
  const { id }: { id: string } = await done(client.post(`${at}/proposals`, said))
  const move = (by: Signed['client'], act: string, stage: string): Promise<never> =>
    done(by.post(`/api/proposals/${id}/moves`, { act, stage }))
  await move(client, 'hand-in', 'screening')
  await move(buyer.client, 'advance', 'screening')
  if (!waits) await move(client, 'hand-in', 'proposal')
  return id
}

/** Opens what was bid, awards the bid of the firm at this place, and is behind the standstill; nobody is told yet. */
export async function award(
  api: TestApi,
  { buyer, firms }: Clustered,
  call: CallView,
  won: number,
): Promise<OpenedBid[]> {
  const act = (path: string, body: object): Promise<never> =>
    done(buyer.client.post(`/api/calls/${call.id}/${path}`, body))
  await asSystem(api.system, (tx) =>
    tx.execute(sql`update calls set deadline = clock_timestamp() - interval '1 second' where id = ${call.id}`),
  )
  await act('releases', { envelope: 'price', shares: [] })
  const { items }: { items: OpenedBid[] } = await done(buyer.client.get(`/api/calls/${call.id}/bids`))
  const scores = [{ criterion: 'price', score: 5 }]
  await act('settle', { envelope: 'price', bids: items.map(({ id }) => ({ bidId: id, passed: true, scores })) })
  const winner = items.find(({ bidder }) => bidder.id === firms[won]?.organisationId)
  await act('award', { bidId: winner?.id ?? null, reason: 'The best for the price.' })
  await act('award/approve', { approved: true })
  return items
}

export const debrief = ({ buyer }: Clustered, call: CallView, bid: OpenedBid): Promise<never> =>
  done(
    buyer.client.post(`/api/calls/${call.id}/debriefs`, {
      bidId: bid.id,
      reasons: `Fog of ${bid.bidder.name} blows away in the wind of our pit.`,
      improvement: { kind: 'gap', text: 'Try it in wind.' },
    }),
  )
