import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Output, readFeed } from '@enlace/contracts'
import { asSystem, lockRanking, readNeed, storeRanking } from '@enlace/database'
import {
  asId,
  noSignals,
  scoreMatch,
  weightProfiles,
  type NeedId,
  type OrganisationId,
  type PassportId,
} from '@enlace/domain'
import { makeNeed, needContent, passportContent } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { startApi, type Client, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let supplier: { readonly organisationId: OrganisationId; readonly client: Client }
let rival: { readonly client: Client }
const needs: NeedId[] = []

beforeAll(async () => {
  api = await startApi()
  const buyer = await api.member('buyer')
  supplier = await api.member('supplier')
  rival = await api.member('supplier')
  const passport = {
    ...passportContent('Welding of steel frames'),
    id: asId<PassportId>(uuidv7()),
    organisationId: supplier.organisationId,
    name: 'Welder',
    state: 'published' as const,
    version: 1,
    publishedAt: null,
  }
  await asSystem(api.system, async (tx) => {
    for (let number = 0; number < 3; number += 1) {
      const id = await makeNeed(tx, buyer.organisationId, needContent())
      const need = await readNeed(tx, id)
      if (need === null) throw new Error('the need was made')
      const match = scoreMatch(need, passport, noSignals, weightProfiles[need.governance], '2026-01-01')
      await lockRanking(tx, id)
      await storeRanking(tx, {
        ...{ needId: id, buyerId: buyer.organisationId, needVersion: need.version },
        ...{ considered: 1, degraded: false, partial: false, weights: match.weights, matches: [match] },
      })
      needs.push(id)
    }
  })
})
afterAll(() => api.close())

const found = async ({ client }: { readonly client: Client }, query: string): Promise<unknown> => {
  const { status, body } = await client.get(`/api/feed?${query}`)
  expect(status).toBe(200)
  const { items, next }: Output<typeof readFeed> = body
  return { needs: items.map(({ need }) => need.id), next }
}

it('tells a supplier how one need fits, however many fit better', async () => {
  for (const id of needs) expect(await found(supplier, `limit=1&needId=${id}`)).toEqual({ needs: [id], next: null })
  expect(await found(supplier, 'limit=10')).toMatchObject({ needs: needs.toReversed() })
})

it('tells nobody else, and no longer once the need has ended', async () => {
  const [id] = needs
  expect(await found(rival, `needId=${id}`)).toEqual({ needs: [], next: null })
  await asSystem(api.system, (tx) => tx.execute(sql`update needs set state = 'closed' where id = ${id}`))
  expect(await found(supplier, `needId=${id}`)).toEqual({ needs: [], next: null })
})

it('refuses what is no id', async () => {
  expect((await supplier.client.get('/api/feed?needId=seven')).status).toBe(422)
})
