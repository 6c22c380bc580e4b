import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Output, readGaps } from '@enlace/contracts'
import { asSystem, insertPassport, lockRanking, publishPassport, readNeed, storeRanking } from '@enlace/database'
import {
  asId,
  noSignals,
  scoreMatch,
  unstatedFacts,
  weightProfiles,
  type Confidentiality,
  type EntryId,
  type OrganisationId,
  type PassportId,
} from '@enlace/domain'
import { makeNeed, needContent, passportContent } from '@enlace/testing'
import { v7 as uuidv7 } from 'uuid'

import { startApi, type Client, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let buyer: OrganisationId
let supplier: { readonly organisationId: OrganisationId; readonly client: Client }
const calama = { country: 'CL', region: 'Antofagasta', locality: 'Calama', latitude: -22.4567, longitude: -68.9237 }
const arica = { country: 'CL', region: 'Arica', locality: 'Arica', latitude: -18.4783, longitude: -70.3126 }
const budget = { amountMinor: 7_654_321, currency: 'USD' }
const content = {
  ...passportContent('Welding of steel frames'),
  facts: { ...unstatedFacts, country: 'CL', sites: [arica] },
  references: [
    {
      ...{ id: asId<EntryId>(uuidv7()), text: 'Frames welded', categories: [], customer: null, year: 2025 },
      ...{ value: null, place: null, confirmedByCustomer: false },
    },
  ],
}

beforeAll(async () => {
  api = await startApi()
  buyer = (await api.member('buyer')).organisationId
  supplier = await api.member('supplier')
  await asSystem(api.system, async (tx) => {
    const { organisationId } = supplier
    await insertPassport(tx, { id: asId<PassportId>(uuidv7()), organisationId, content })
    await publishPassport(tx, organisationId, 1, null)
  })
})
afterAll(() => api.close())

/** Posts a need at Calama, within 30 km and for a budget, and ranks the supplier for it. */
async function post(confidentiality: Confidentiality): Promise<void> {
  const asked = needContent({
    ...{ confidentiality, place: calama, deliveryRadiusKm: 30, budget: { min: null, max: budget } },
  })
  await asSystem(api.system, async (tx) => {
    const needId = await makeNeed(tx, buyer, asked)
    const need = await readNeed(tx, needId)
    if (need === null) throw new Error('the need was made')
    const { organisationId } = supplier
    const passport = {
      ...content,
      ...{ id: asId<PassportId>(uuidv7()), organisationId, name: 'Welder', version: 1 },
      ...{ state: 'published' as const, publishedAt: null },
    }
    const match = scoreMatch(need, passport, noSignals, weightProfiles[need.governance], '2026-01-01')
    await lockRanking(tx, needId)
    await storeRanking(tx, {
      ...{ needId, buyerId: buyer, needVersion: need.version, considered: 1, degraded: false, partial: false },
      ...{ weights: match.weights, matches: [match] },
    })
  })
}

/** Everything the supplier can read of its matches. */
async function readAll(): Promise<{ text: string; gaps: Output<typeof readGaps>['gaps'] }> {
  const feed = await supplier.client.get('/api/feed')
  const { status, body }: { status: number; body: Output<typeof readGaps> } = await supplier.client.get('/api/gaps')
  expect([feed.status, status]).toEqual([200, 200])
  return { text: JSON.stringify([feed.body, body]), gaps: body.gaps }
}

const told = (text: string) => ({
  place: text.includes('Calama') || text.includes('22.4567'),
  budget: text.includes(String(budget.amountMinor)),
  exactKm: [...text.matchAll(/"km":(\d+)/g)].some(([, km]) => Number(km) % 50 !== 0),
})

it('a masked need tells neither its place, nor how far it is exactly, nor its budget; an open one, the control, does', async () => {
  await post('alias')
  const masked = await readAll()
  expect(told(masked.text)).toEqual({ place: false, budget: false, exactKm: false })
  expect(masked.text).toContain('"place":"Antofagasta"')
  expect(masked.text).toContain('"km":500')
  await post('open')
  const both = await readAll()
  expect(told(both.text)).toEqual({ place: true, budget: true, exactKm: true })
  // One site would serve both, but to list them together would say where the masked one is.
  const sites = both.gaps.filter(({ id }) => id === 'radius')
  expect(sites.map(({ detail, needs }) => [detail['place'], needs.length])).toEqual([
    ['Antofagasta', 1],
    ['Calama', 1],
  ])
})
