import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { asSystem, withdrawPassport } from '@enlace/database'
import { unstatedFacts, type OrganisationId } from '@enlace/domain'
import { makeNeed, makeSupplier, needContent, passportContent } from '@enlace/testing'

import { startApi, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

it('lists the sites of the fifty that the buyer sees, best first, and none of who left the market', async () => {
  const buyer = await api.member('buyer')
  const site = (locality: string) => ({
    ...{ country: 'CL', region: 'Antofagasta', locality, latitude: -23.65, longitude: -70.4 },
  })
  const at = { 50: 'Calama', 1: 'Mejillones', 2: 'Taltal', 51: 'Tocopilla' }
  const { needId, ids } = await asSystem(api.system, async (tx) => {
    const need = await makeNeed(tx, buyer.organisationId, needContent())
    const made = new Map<string, OrganisationId>()
    for (const [rank, locality] of Object.entries(at)) {
      const facts = { ...unstatedFacts, country: 'CL', sites: [site(locality)] }
      const id = await makeSupplier(tx, locality, passportContent('Gravel', { facts }))
      await tx.execute(sql`
        insert into matches (need_id, supplier_id, buyer_id, need_version, passport_version, score, buyer_score, rank, merit, body)
        values (${need}, ${id}, ${buyer.organisationId}, 1, 1, 0.5, 0.5, ${rank}::int, ${rank}::int, '{}')`)
      made.set(rank, id)
    }
    const gone = made.get('2')
    if (gone !== undefined) await withdrawPassport(tx, gone)
    return { needId: need, ids: made }
  })
  const { status, body } = await buyer.client.get(`/api/needs/${needId}/sites`)
  expect(status).toBe(200)
  expect(body).toEqual({
    items: [
      { supplierId: ids.get('1'), sites: [site('Mejillones')] },
      { supplierId: ids.get('50'), sites: [site('Calama')] },
    ],
  })
  expect((await buyer.client.get('/api/needs/not-an-id/sites')).status).toBe(404)
})
