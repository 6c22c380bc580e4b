import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { MergeView, TwinPair } from '@enlace/contracts'
import { asSystem, insertFirms } from '@enlace/database'
import { asId, type OrganisationId, type PassportContent, unstatedFacts } from '@enlace/domain'
import { makeMember, makeNeed, makeOrganisation, makeSupplier, needContent, passportContent } from '@enlace/testing'
import { v7 as uuidv7 } from 'uuid'

import { startApi, type Client, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const content = (text: string, more: Partial<PassportContent> = {}): PassportContent =>
  passportContent(text, {
    headline: 'We mill.',
    website: 'https://molinos-aldo.example',
    facts: {
      ...unstatedFacts,
      country: 'MX',
      sites: [{ country: 'MX', region: null, locality: 'Villa Sur', latitude: null, longitude: null }],
    },
    ...more,
  })
type Twins = { pairs: TwinPair[]; total: number; merges: MergeView[] }
type Scene = {
  client: Client
  agency: OrganisationId
  one: OrganisationId
  other: OrganisationId
  buyer: { client: Client; organisationId: OrganisationId }
}

/** Two twins in an agency's care, both known to a buyer: ranked, invited and answered for the same need. */
async function scene(): Promise<Scene> {
  const { client, organisationId: agency } = await api.member('agency', 'facilitator')
  const buyer = await api.member('buyer')
  const [one, other] = await asSystem(api.system, async (tx) => {
    const first = await makeSupplier(tx, 'Molinos Aldo SA de CV', content('Flour in sacks'))
    const second = await makeSupplier(
      tx,
      'MOLINOS ALDO',
      content('Bran for feed', {
        certificates: [
          {
            id: asId(uuidv7()),
            scheme: 'HACCP',
            scope: null,
            issuer: 'C',
            number: '1',
            issuedOn: null,
            expiresOn: null,
            fileId: null,
            verifiedBy: null,
          },
        ],
      }),
    )
    await insertFirms(tx, agency, [first, second])
    for (const title of ['Flour', 'Bran']) {
      const need = await makeNeed(tx, buyer.organisationId, needContent({ title }))
      await tx.execute(sql`insert into rankings (need_id, need_version, considered) values (${need}, 1, 2)`)
      for (const id of title === 'Flour' ? [first, second] : [second]) {
        await tx.execute(sql`insert into matches (need_id, supplier_id, buyer_id, need_version, passport_version, score, buyer_score, rank, merit, body)
          values (${need}, ${id}, ${buyer.organisationId}, 1, 1, 0.5, 0.5, 1, 1, '{"b":1, "a":2}')`)
        await tx.execute(sql`insert into need_invitations (need_id, supplier_id) values (${need}, ${id})`)
        await tx.execute(
          sql`insert into match_answers (need_id, supplier_id, buyer_id, answer) values (${need}, ${id}, ${buyer.organisationId}, 'interested')`,
        )
        await tx.execute(sql`insert into match_dismissals (need_id, supplier_id) values (${need}, ${id})`)
      }
    }
    return [first, second] as const
  })
  return { client, agency, one, other, buyer }
}
/** Every row of both, as text. */
const rowsOf = (firms: readonly OrganisationId[]): Promise<string> =>
  asSystem(api.system, async (tx) => {
    const [row] = await tx.execute<{ held: string }>(
      sql`select supplier_rows(${`{${firms.join(',')}}`}::uuid[], true)::text as held`,
    )
    return row?.held ?? ''
  })
const eventsOf = (name: string, organisationId: OrganisationId): Promise<number> =>
  asSystem(api.system, async (tx) => {
    const rows = await tx.execute(
      sql`select from events where name = ${name} and payload ->> 'organisationId' = ${organisationId}`,
    )
    return rows.length
  })
const all = ['capabilities', 'references', 'certificates']
const merge = ({ client, one, other }: Scene, take = all) =>
  client.post('/api/twins/merge', { survivorId: one, absorbedId: other, take })

describe('an agency whose list holds a firm twice', () => {
  it('sees the two side by side with the reasons, and no more once it said that they are not the same', async () => {
    const { client, one, other } = await scene()
    const seen = (await client.get('/api/twins')).body as Twins
    expect(seen.pairs).toMatchObject([
      {
        one: { id: one, capabilities: 1, joined: false },
        other: { id: other, certificates: 1 },
        reasons: ['same-name', 'same-website', 'same-town'],
      },
    ])
    expect(await client.post('/api/twins/deny', { oneId: other, otherId: one })).toMatchObject({ status: 204 })
    expect(await client.post('/api/twins/deny', { oneId: one, otherId: other })).toMatchObject({ status: 204 })
    expect((await client.get('/api/twins')).body).toMatchObject({ pairs: [], total: 0 })
  })

  it('joins them: what the other had moves, nothing twice, and its address leads to the one that stays', async () => {
    const before = await scene()
    const { client, one, other, buyer } = before
    expect(await merge(before)).toMatchObject({ status: 201 })
    const held = JSON.parse(await rowsOf([one, other])) as Record<
      string,
      { supplier_id?: string; state?: string; organisation_id: string; content?: PassportContent }[]
    >
    for (const table of ['matches', 'match_answers', 'match_dismissals', 'need_invitations'])
      expect(held[table]?.map((row) => row.supplier_id)).toEqual([one, one])
    const passports = new Map(held['passports']?.map((row) => [row.organisation_id, row]))
    expect(passports.get(other)?.state).toBe('withdrawn')
    expect(passports.get(one)?.content?.capabilities.map(({ text }) => text)).toEqual([
      'Flour in sacks',
      'Bran for feed',
    ])
    expect(passports.get(one)?.content?.certificates).toHaveLength(1)
    expect(await eventsOf('passport.published', one)).toBe(2)
    expect(await eventsOf('supplier.merged', one)).toBe(1)
    expect((await client.get('/api/twins')).body).toMatchObject({
      pairs: [],
      merges: [{ survivor: { id: one }, absorbed: { id: other }, undoneAt: null }],
    })
    for (const knows of [client, buyer.client])
      expect((await knows.get(`/api/suppliers/${other}`)).body).toMatchObject({ organisationId: one })
    const stranger = await api.member('buyer')
    expect(await stranger.client.get(`/api/suppliers/${other}`)).toMatchObject({
      status: 404,
      body: { code: 'passport.not-found' },
    })
    expect(await merge(before)).toMatchObject({ status: 404 })
  })

  it('takes over only the sections that it chose', async () => {
    const before = await scene()
    await merge(before, ['certificates'])
    const { body } = await before.client.get(`/api/suppliers/${before.one}`)
    expect(body).toMatchObject({
      content: { capabilities: [{ text: 'Flour in sacks' }], certificates: [{ scheme: 'HACCP' }] },
    })
  })

  it('takes the merge back, every row of both as it was, once', async () => {
    const before = await scene()
    const was = await rowsOf([before.one, before.other])
    const { id } = (await merge(before)).body as { id: string }
    expect(await rowsOf([before.one, before.other])).not.toBe(was)
    expect(await before.client.post(`/api/twins/merges/${id}/undo`)).toMatchObject({ status: 204 })
    expect(await rowsOf([before.one, before.other])).toBe(was)
    expect(await before.client.post(`/api/twins/merges/${id}/undo`)).toMatchObject({
      status: 409,
      body: { code: 'merge.undone' },
    })
    expect((await before.client.get('/api/twins')).body).toMatchObject({ total: 1 })
    expect(await eventsOf('passport.published', before.other)).toBe(2)
  })

  it.each([
    [
      'the firm was changed',
      'merge.changed',
      (s: Scene) => sql`update passports set revision = revision + 1 where organisation_id = ${s.one}`,
    ],
    [
      'the firm was answered',
      'merge.changed',
      (s: Scene) => sql`update match_answers set answer = 'not-for-us' where supplier_id = ${s.one}`,
    ],
    [
      'thirty days are over',
      'merge.late',
      (s: Scene) =>
        sql`update supplier_merges set merged_at = merged_at - interval '31 days' where absorbed_id = ${s.other}`,
    ],
  ])('keeps the merge where %s', async (_, code, change) => {
    const before = await scene()
    const { id } = (await merge(before)).body as { id: string }
    await asSystem(api.system, (tx) => tx.execute(change(before)))
    const now = await rowsOf([before.one, before.other])
    expect(await before.client.post(`/api/twins/merges/${id}/undo`)).toMatchObject({ status: 409, body: { code } })
    expect(await rowsOf([before.one, before.other])).toBe(now)
  })

  it.each(['one', 'other'] as const)(
    'does not join where people of the %s firm have joined, and changes nothing',
    async (which) => {
      const before = await scene()
      await asSystem(api.system, (tx) => makeMember(tx, before[which]))
      const was = await rowsOf([before.one, before.other])
      expect(await merge(before)).toMatchObject({ status: 409, body: { code: 'twin.joined' } })
      expect(await rowsOf([before.one, before.other])).toBe(was)
    },
  )

  it('does not join a firm that another agency looks after too, nor one that is not in its care', async () => {
    const before = await scene()
    const second = await api.member('agency')
    await asSystem(api.system, (tx) => insertFirms(tx, second.organisationId, [before.other]))
    expect(await merge(before)).toMatchObject({ status: 409, body: { code: 'twin.shared' } })
    expect(await merge({ ...before, client: second.client })).toMatchObject({ status: 404 })
    expect((await second.client.get('/api/twins')).body).toMatchObject({ total: 0, merges: [] })
  })

  it('is alone in seeing and undoing its merges; nobody reads what the rows were', async () => {
    const before = await scene()
    const { id } = (await merge(before)).body as { id: string }
    const second = await api.member('agency')
    expect(await second.client.post(`/api/twins/merges/${id}/undo`)).toMatchObject({ status: 404 })
    expect((await second.client.get('/api/twins')).body).toMatchObject({ merges: [] })
    const auditor = await api.member('agency', 'auditor')
    expect(await auditor.client.post(`/api/twins/merges/${id}/undo`)).toMatchObject({ status: 403 })
    await asSystem(api.system, (tx) => makeOrganisation(tx, 'buyer'))
  })
})
