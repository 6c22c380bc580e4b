import type { ChallengeView } from '@enlace/contracts'
import { blankProposal, usualStageDays } from '@enlace/domain'
import { expect } from 'vitest'

import type { Answer, People, Signed } from './test-api.ts'

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
/** What an agency posts. */
export const need = { kind: 'challenge', title: 'Dust on haul roads', text: 'Haul roads of three mines take water.' }

export type Brokered = { agency: Signed; id: string; at: string }
/** A draft of an agency whose board said yes to its brief. */
export async function openBrokered(api: People): Promise<Brokered> {
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
/** The agency asks a buyer to join. */
export const ask = ({ agency, at }: Brokered, buyer: Signed): Promise<Answer> =>
  agency.client.put(`${at}/buyers/${buyer.organisationId}`)
/** What a buyer brings where it says nothing else. */
export const part = {
  baseline: 'We take 500 m3.',
  benefit: 'Half of it.',
  sites: 2,
  pledged: { amountMinor: 100, currency: 'USD' },
}
/** A buyer joins, unnamed and showing its part to nobody where nothing else is given. */
export const join = ({ at }: Brokered, { client }: Signed, given: object = {}): Promise<Answer> =>
  client.put(`${at}/part`, { named: false, shares: false, part, ...given })
/** The agency publishes it. */
export const publish = ({ agency, id }: Brokered): Promise<Answer> => agency.client.post(`/api/needs/${id}/publish`)
/** The challenge as somebody reads it. */
export const viewAs = async ({ client }: Signed, at: string): Promise<ChallengeView> => (await client.get(at)).body
/** A supplier hands in a proposal; its address. */
export const propose = async (firm: Signed, at: string): Promise<string> => {
  const said = { ...blankProposal, title: 'Fog', summary: 'Fog instead of water.' }
  const { id } = (await firm.client.post(`${at}/proposals`, said)).body as { id: string }
  const handed = await firm.client.post(`/api/proposals/${id}/moves`, { act: 'hand-in', stage: 'screening' })
  expect(handed.status).toBe(200)
  return `/api/proposals/${id}`
}

/** A published challenge with so many buyers, each with two sites and a pledge of its own. */
export async function openedFor(
  api: People,
  count: number,
  given: (at: number) => object = () => ({}),
): Promise<Brokered & { buyers: Signed[] }> {
  const brokered = await openBrokered(api)
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
