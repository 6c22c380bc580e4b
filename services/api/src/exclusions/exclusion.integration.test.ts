import { asSystem } from '@enlace/database'
import { exclusionGrounds, type OrganisationId } from '@enlace/domain'
import { makeNeed, makeSupplier, needContent, passportContent } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { handIn, publishedCall } from '../../test/call-world.ts'
import { startApi, type Client, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let firm: Signed
let agency: Signed
let buyer: Signed
beforeAll(async () => {
  api = await startApi()
  const supplierId = await asSystem(api.system, (tx) =>
    makeSupplier(tx, 'Sellos Andinos', passportContent('Pump seals')),
  )
  firm = { ...(await api.colleague(supplierId, 'owner')), organisationId: supplierId }
  agency = await api.member('agency')
  buyer = await api.member('buyer')
  await asSystem(api.system, (tx) =>
    tx.execute(
      sql`insert into agency_firms (agency_id, organisation_id) values (${agency.organisationId}, ${supplierId})`,
    ),
  )
}, 60_000)
afterAll(() => api.close())

type Item = { ground: string; says: string; own: boolean; person: string | null; source: string; answer: string }
const of = (id: OrganisationId, path = ''): string => `/api/exclusions/${id}${path}`
const items = async (client: Client): Promise<Item[]> =>
  ((await client.get(of(firm.organisationId))).body as { items: Item[] }).items
const state = (client: Client, ground: string, body: unknown) => client.put(of(firm.organisationId, `/${ground}`), body)
const found = { says: 'yes', on: '2026-01-15', source: 'Inspection report 12' }
const codes = ({ body }: { body: unknown }): string[] => {
  const { code, faults = [] } = body as { code: string; faults?: { code: string }[] }
  return [code, ...faults.map((fault) => fault.code)]
}

it('a supplier declares ground by ground, with person and date, and takes it back; buyers read it, other suppliers do not', async () => {
  await state(firm.client, 'weapons', { says: 'none' })
  const answer = await state(firm.client, 'gambling', { says: 'yes' })
  expect([answer.status, (answer.body as { may: string }).may]).toEqual([200, 'declare'])
  const seen = await items(buyer.client)
  expect(seen.map(({ ground, says, own }) => [ground, says, own])).toEqual([
    ['gambling', 'yes', true],
    ['weapons', 'none', true],
  ])
  expect(seen.every(({ person }) => person !== null)).toBe(true)
  expect((await state(firm.client, 'gambling', { says: null })).status).toBe(200)
  expect((await state(firm.client, 'gambling', { says: null })).status).toBe(404)
  expect((await items(firm.client)).map(({ ground }) => ground)).toEqual(['weapons'])
  const rival = await api.member('supplier')
  expect((await rival.client.get(of(firm.organisationId))).status).toBe(403)
  expect((await state(buyer.client, 'weapons', found)).status).toBe(403)
})

it('its agency records with source and date, the supplier is told, answers, and cannot change what was recorded', async () => {
  expect(codes(await state(agency.client, 'labour', { says: 'yes' }))).toEqual([
    'exclusion.unfounded',
    'too_small',
    'too_small',
  ])
  expect(codes(await state(agency.client, 'sanctions', found))).toEqual(['exclusion.unfounded', 'too_small'])
  expect((await state(agency.client, 'labour', found)).status).toBe(200)
  const stranger = await api.member('agency')
  expect((await state(stranger.client, 'labour', found)).status).toBe(403)
  const answer = of(firm.organisationId, `/labour/${agency.organisationId}/answer`)
  expect((await agency.client.put(answer, { answer: 'Mine' })).status).toBe(403)
  expect((await firm.client.put(answer, { answer: 'That plant was sold in 2024.' })).status).toBe(200)
  expect(await items(buyer.client)).toContainEqual(
    expect.objectContaining({
      ground: 'labour',
      own: false,
      source: found.source,
      answer: 'That plant was sold in 2024.',
    }),
  )
  // As the supplier, straight at the row: its own answer yes, another's word no.
  const owner = postgres(api.url, { onnotice: () => undefined })
  const asFirm = (act: string): Promise<unknown> =>
    owner.begin(async (tx) => {
      await tx`set local role enlace_app`
      await tx`select set_config('enlace.organisation', ${firm.organisationId}, true)`
      return tx.unsafe(`update exclusion_statements set ${act} where by_id <> supplier_id`)
    })
  await asFirm("answer = 'Sold'")
  await expect(asFirm("says = 'none'")).rejects.toThrow('not for it to change')
  await owner`alter table exclusion_statements disable trigger exclusion_statements_words`
  await asFirm("says = 'none'")
  await owner`alter table exclusion_statements enable trigger exclusion_statements_words`
  await owner.end()
  await state(agency.client, 'labour', found)
  expect((await items(buyer.client)).find(({ own }) => !own)?.answer).toBe('')
})

it('an excluded supplier is neither invited nor bids, and learns for which ground; what the buyer does not exclude for is none', async () => {
  const needId = await asSystem(api.system, async (tx) => {
    const id = await makeNeed(tx, buyer.organisationId, needContent({ title: 'Seals' }))
    await tx.execute(sql`insert into rankings (need_id, need_version, considered) values (${id}, 1, 1)`)
    await tx.execute(sql`insert into matches (need_id, supplier_id, buyer_id, need_version, passport_version, score, buyer_score, rank, merit, body)
      values (${id}, ${firm.organisationId}, ${buyer.organisationId}, 1, 1, 0.5, 0.5, 1, 1, '{}')`)
    return id
  })
  const excluded = ['exclusion.excluded', 'exclusion.labour']
  const invite = () => buyer.client.post(`/api/needs/${needId}/matches/${firm.organisationId}`, { verdict: 'invite' })
  expect(codes(await invite())).toEqual(excluded)
  const call = await publishedCall(buyer.client, { access: 'open' })
  expect(codes(await handIn(firm.client, call))).toEqual(excluded)
  const [rows] = await asSystem(api.system, (tx) =>
    tx.execute(sql`select count(*)::int as n from bids where call_id = ${call.id}`),
  )
  expect(rows).toEqual({ n: 0 })
  const rest = exclusionGrounds.filter((ground) => ground !== 'labour')
  expect((await buyer.client.put('/api/exclusion-policy', { grounds: rest })).body).toEqual({ grounds: rest })
  expect((await handIn(firm.client, call)).status).toBe(200)
  // Nothing was ever said of this one, and it bids.
  const silent = await api.member('supplier')
  expect((await handIn(silent.client, call)).status).toBe(200)
})

it('owners set the policy; saying the same again ranks nothing', async () => {
  const one = await api.member('buyer')
  const { client: auditor } = await api.colleague(one.organisationId, 'auditor')
  expect((await auditor.get('/api/exclusion-policy')).body).toEqual({ grounds: [...exclusionGrounds] })
  expect((await auditor.put('/api/exclusion-policy', { grounds: [] })).status).toBe(403)
  for (const grounds of [
    ['weapons', 'labour'],
    ['labour', 'weapons', 'weapons'],
  ])
    expect((await one.client.put('/api/exclusion-policy', { grounds })).body).toEqual({
      grounds: ['labour', 'weapons'],
    })
  const rows = await asSystem(api.system, (tx) =>
    tx.execute(sql`select count(*)::int as events, count(reaction)::int as owed from events
      left join reaction_runs on event_id = events.id where name = 'exclusions.set' and events.organisation_id = ${one.organisationId}`),
  )
  expect([...rows]).toEqual([{ events: 1, owed: 1 }])
})

it("another supplier's statements are out of reach for its rows too; with the rows open they would be read", async () => {
  const rival = await api.member('supplier')
  const owner = postgres(api.url, { onnotice: () => undefined })
  const visible = async (): Promise<number> => {
    const [row] = await owner.begin(async (tx) => {
      await tx`set local role enlace_app`
      await tx`select set_config('enlace.organisation', ${rival.organisationId}, true), set_config('enlace.organisation_kind', 'supplier', true)`
      return tx`select count(*)::int as n from exclusion_statements`
    })
    return (row as { n: number }).n
  }
  expect(await visible()).toBe(0)
  await owner`create policy leak on exclusion_statements for select to enlace_app using (true)`
  expect(await visible()).toBeGreaterThan(0)
  await owner`drop policy leak on exclusion_statements`
  await owner.end()
})
