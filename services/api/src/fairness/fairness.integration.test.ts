import { afterAll, beforeAll, expect, it } from 'vitest'

import type { FairnessView } from '@enlace/contracts'
import { asActor, asSystem, openDatabase, readFairWorth, readSupplierExposures } from '@enlace/database'
import { makeNeed, makeSupplier, needContent, passportContent } from '@enlace/testing'
import { sql } from 'drizzle-orm'

import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let admin: Signed
let auditor: Signed
let keeper: Signed
let agency: Signed
let buyer: Signed

beforeAll(async () => {
  api = await startApi()
  admin = await api.member('platform')
  auditor = await api.colleague(admin.organisationId, 'auditor')
  keeper = await api.member('agency')
  agency = await api.member('agency')
  buyer = await api.member('buyer')
})
afterAll(() => api.close())

const policy = { floor: true, periodDays: 60, tolerance: 0.01, newShare: 0.1 }
const put = ({ client }: Signed, country: string, body: object): Promise<Answer> =>
  client.put(`/api/fairness/${country}`, body)
const view = async ({ client }: Signed, country = 'all'): Promise<FairnessView> =>
  (await client.get(`/api/fairness?country=${country}`)).body
const changes = (): Promise<number> =>
  asSystem(api.system, async (tx) => {
    const [row] = await tx.execute<{ n: number }>(
      sql`select count(*)::int as n from events join reaction_runs on event_id = events.id where name = 'fairness.changed' and reaction = 'rank-import'`,
    )
    return row?.n ?? 0
  })

it('begins with merit alone, shown to agencies and the platform, to nobody else', async () => {
  expect((await view(agency)).policy).toMatchObject({
    country: '',
    floor: false,
    newShare: 0,
    keeper: null,
    revision: 1,
  })
  expect(await view(agency)).toMatchObject({ maySet: false, mayEntrust: false, agencies: [] })
  expect(await view(admin)).toMatchObject({ maySet: true, mayEntrust: true, report: { suppliers: 0, lorenz: [] } })
  expect(await view(auditor)).toMatchObject({ maySet: false, mayEntrust: false })
  expect((await buyer.client.get('/api/fairness')).status).toBe(403)
})

it.each([
  { ...policy, periodDays: 6 },
  { ...policy, periodDays: 366 },
  { ...policy, tolerance: 0.021 },
  { ...policy, tolerance: -0.01 },
  { ...policy, newShare: 0.21 },
  { ...policy, floor: 'yes' },
])('refuses a policy out of bounds and keeps nothing: %j', async (bad) => {
  const before = await changes()
  expect(await put(admin, 'all', { ...bad, revision: 1 })).toMatchObject({
    status: 422,
    body: { code: 'input.invalid' },
  })
  expect((await view(admin)).policy.revision).toBe(1)
  expect(await changes()).toBe(before)
})

it('is set once by whoever saw the present one, and has open needs ranked anew', async () => {
  const before = await changes()
  expect(await put(admin, 'all', { ...policy, revision: 1 })).toMatchObject({
    status: 200,
    body: { policy: { ...policy, country: '', revision: 2 } },
  })
  expect(await put(admin, 'all', { ...policy, floor: false, revision: 1 })).toMatchObject({
    status: 412,
    body: { code: 'thing.changed' },
  })
  expect((await view(admin)).policy).toMatchObject(policy)
  expect(await changes()).toBe(before + 1)
  expect((await put(admin, 'Peru', { ...policy, revision: 0 })).status).toBe(404)
  expect((await put(auditor, 'all', { ...policy, revision: 2 })).status).toBe(403)
  expect((await put(agency, 'all', { ...policy, revision: 2 })).status).toBe(403)
  expect((await put(buyer, 'all', { ...policy, revision: 2 })).status).toBe(403)
})

it("is entrusted to an agency for a country, which sets it from then on and no other's", async () => {
  expect(await put(admin, 'PE', { ...policy, keeperId: buyer.organisationId, revision: 0 })).toMatchObject({
    status: 422,
    body: { code: 'fairness.keeper' },
  })
  expect((await view(admin, 'PE')).policy.revision).toBe(0)
  expect((await put(admin, 'PE', { ...policy, keeperId: keeper.organisationId, revision: 0 })).status).toBe(200)
  expect(await view(keeper, 'PE')).toMatchObject({ maySet: true, mayEntrust: false })
  expect(await view(agency, 'PE')).toMatchObject({ maySet: false })
  expect((await put(agency, 'PE', { ...policy, revision: 1 })).status).toBe(403)
  const passOn = { ...policy, keeperId: agency.organisationId, revision: 1 }
  expect((await put(keeper, 'PE', passOn)).status).toBe(403)
  expect(await put(keeper, 'PE', { ...policy, periodDays: 30, revision: 1 })).toMatchObject({
    status: 200,
    body: { policy: { periodDays: 30, keeper: { id: keeper.organisationId }, revision: 2 } },
  })
  expect((await put(keeper, 'CL', { ...policy, revision: 0 })).status).toBe(403)
})

it('is guarded by its rows as well: an agency that kept none changes none', async () => {
  const app = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 1 })
  const as = ({ userId, organisationId }: Signed, organisationKind: 'agency' | 'buyer') =>
    ({ kind: 'member', userId, organisationId, organisationKind, role: 'owner' }) as const
  const touched = (who: Signed, kind: 'agency' | 'buyer'): Promise<number> =>
    asActor(app, as(who, kind), async (tx) => {
      const rows = await tx.execute(
        sql`update fairness_policies set floor = not floor where country = 'PE' returning id`,
      )
      return rows.length
    })
  expect(await touched(agency, 'agency')).toBe(0)
  expect(await touched(buyer, 'buyer')).toBe(0)
  expect(await touched(keeper, 'agency')).toBe(1)
  // Sums over lists are for those who look after fairness alone.
  await asSystem(api.system, async (tx) => {
    const supplierId = await makeSupplier(tx, 'Pumps', passportContent('We mend pumps'))
    const needId = await makeNeed(tx, buyer.organisationId, needContent())
    await tx.execute(sql`
      insert into matches (need_id, supplier_id, buyer_id, need_version, passport_version, score, buyer_score, rank, merit, body)
      values (${needId}, ${supplierId}, ${buyer.organisationId}, 1, 1, 0.5, 0.5, 1, 1, '{}')`)
  })
  const known = (who: Signed, kind: 'agency' | 'buyer'): Promise<number[]> =>
    asActor(app, as(who, kind), async (tx) => [
      (await readFairWorth(tx, 90, '')).lists,
      (await readSupplierExposures(tx, 90, '')).length,
    ])
  expect(await known(agency, 'agency')).toEqual([1, 1])
  expect(await known(buyer, 'buyer')).toEqual([0, 0])
  await app.close()
})
