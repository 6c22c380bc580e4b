import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { DemandView, FirmView } from '@enlace/contracts'
import { asSystem, insertFirms } from '@enlace/database'
import type { Confidentiality, NeedId, OrganisationId } from '@enlace/domain'
import { makeMember, makeNeed, makeOrganisation, makeSupplier, needContent, passportContent } from '@enlace/testing'

import { startApi, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const firm = (agency: OrganisationId, name: string): Promise<OrganisationId> =>
  asSystem(api.system, async (tx) => {
    const id = await makeSupplier(tx, name, passportContent('Gravel'))
    await insertFirms(tx, agency, [id])
    return id
  })
const rank = (needId: NeedId, supplierId: OrganisationId | null, score: number): Promise<void> =>
  asSystem(api.system, async (tx) => {
    await tx.execute(
      sql`insert into rankings (need_id, need_version, considered) values (${needId}, 1, 1) on conflict do nothing`,
    )
    if (supplierId !== null)
      await tx.execute(sql`insert into matches (need_id, supplier_id, buyer_id, need_version, passport_version, score, buyer_score, rank, merit, body)
        select id, ${supplierId}, organisation_id, 1, 1, ${score}, ${score}, 1, 1, '{}' from needs where id = ${needId}`)
  })
const need = (title: string, more: { confidentiality?: Confidentiality; answerBy?: string } = {}): Promise<NeedId> =>
  asSystem(api.system, async (tx) =>
    makeNeed(
      tx,
      await makeOrganisation(tx, 'buyer', 'Mina'),
      needContent({ title, categories: [{ scheme: 'CPV', code: '14212000' }], ...more }),
    ),
  )
type Firms = { items: FirmView[]; next: string | null; total: number }

describe('an agency that looks at its firms', () => {
  it('sees them by name, page by page, with how they stand, and no others', async () => {
    const agency = await api.member('agency', 'auditor')
    const other = await api.member('agency')
    const [b] = [
      await firm(agency.organisationId, 'B'),
      await firm(agency.organisationId, 'A'),
      await firm(other.organisationId, 'C'),
    ]
    await asSystem(api.system, (tx) => makeMember(tx, b))
    await rank(await need('Gravel'), b, 0.7)
    const page = (await agency.client.get('/api/firms?limit=1')).body as Firms
    expect(page.items).toMatchObject([{ name: 'A', passport: 'published', matches: 0, interested: 0, joined: false }])
    expect(page.total).toBe(2)
    const rest = (await agency.client.get(`/api/firms?limit=1&cursor=${page.next}`)).body as Firms
    expect(rest).toMatchObject({ items: [{ name: 'B', matches: 1, joined: true }], next: null })
    expect(rest.items[0]?.completeness).toBeGreaterThan(0)
    expect((await agency.client.get('/api/firms?text=b&passport=published')).body).toMatchObject({ total: 1 })
    expect((await agency.client.get('/api/firms?passport=none')).body).toMatchObject({ items: [], total: 0 })
  })

  it('asks the database as often for one as for three', async () => {
    const { client, organisationId } = await api.member('agency')
    await firm(organisationId, 'one')
    expect(await api.statementsOf(() => client.get('/api/firms'))).toBe(2)
    for (const name of ['two', 'three']) await firm(organisationId, name)
    expect(await api.statementsOf(() => client.get('/api/firms'))).toBe(2)
  })
})

describe('an agency that looks at demand', () => {
  it('sees open needs nobody passes and those served weakly; not invited ones, past ones, nor who is ranked', async () => {
    const { client, organisationId } = await api.member('agency')
    const supplier = await firm(organisationId, 'S')
    const before = (await client.get('/api/demand')).body as DemandView
    await rank(await need('Nobody'), null, 0)
    await rank(await need('Barred', { confidentiality: 'alias' }), supplier, 0)
    await rank(await need('Weak'), supplier, 0.2)
    await rank(await need('Served'), supplier, 0.8)
    await rank(await need('Secret', { confidentiality: 'invited' }), null, 0)
    await rank(await need('Past', { answerBy: '2020-01-01' }), null, 0)
    const demand = (await client.get('/api/demand')).body as DemandView
    expect([demand.open - before.open, demand.none - before.none, demand.weak - before.weak]).toEqual([4, 2, 1])
    const group = demand.byCategory.find(({ key }) => key?.code === '14000000')
    expect(group?.examples.map(({ title, buyer, passing, best }) => [title, buyer, passing, best]).toSorted()).toEqual([
      ['Barred', null, 0, 0],
      ['Nobody', 'Mina', 0, 0],
      ['Weak', 'Mina', 1, 0.2],
    ])
    expect(JSON.stringify(demand)).not.toContain(supplier)
  })

  it('asks the database once', async () => {
    const { client } = await api.member('agency')
    expect(await api.statementsOf(() => client.get('/api/demand'))).toBe(1)
  })

  it.each(['buyer', 'supplier', 'expert', 'platform'] as const)(
    'is refused to a %s, as its firms are',
    async (kind) => {
      const { client } = await api.member(kind)
      expect(await client.get('/api/demand')).toMatchObject({ status: 403, body: { code: 'identity.forbidden' } })
      expect(await client.get('/api/firms')).toMatchObject({ status: 403, body: { code: 'identity.forbidden' } })
    },
  )
})
