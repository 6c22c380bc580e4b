import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { LinkageView, listLinkages, Output } from '@enlace/contracts'
import { asSystem, inviteSupplier } from '@enlace/database'
import type { LinkageId, LinkageStage } from '@enlace/domain'
import { makeNeed, needContent } from '@enlace/testing'

import { codeOf, link, type Linked } from '../../test/linked.ts'
import { startApi, type Client, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const read = async (client: Client, { at }: Pick<Linked, 'at'>): Promise<LinkageView> => (await client.get(at())).body
const list = async (client: Client): Promise<Output<typeof listLinkages>> => (await client.get('/api/linkages')).body
const step = (client: Client, { at }: Pick<Linked, 'at'>, from: LinkageStage, to: LinkageStage, reason = '') =>
  client.post(at('/move'), { from, to, reason })
const movesOf = async (id: LinkageId, kind: string): Promise<number> => {
  const [row] = await owner`select count(*)::int as n from linkage_moves where linkage_id = ${id} and kind = ${kind}`
  return row?.['n'] as number
}
const eventsOf = async (id: LinkageId): Promise<string[]> => {
  const rows = await owner<
    { name: string }[]
  >`select name from events where payload ->> 'linkageId' = ${id} order by id`
  return rows.map(({ name }) => name)
}

describe('the way of a linkage', () => {
  it('goes from match to repeat business by steps of whoever may take them, and both sides read the same history', async () => {
    const linked = await link(api)
    const [buyer, supplier] = [linked.buyer.client, linked.supplier.client]
    const way: readonly (readonly [Client, LinkageStage, LinkageStage, LinkageStage])[] = [
      [buyer, 'match', 'conversation', 'match'],
      [supplier, 'match', 'conversation', 'conversation'],
      [buyer, 'conversation', 'rfq', 'rfq'],
      [supplier, 'rfq', 'offer', 'offer'],
      [supplier, 'offer', 'contract', 'offer'],
      [buyer, 'offer', 'contract', 'contract'],
      [buyer, 'contract', 'repeat', 'contract'],
      [supplier, 'contract', 'repeat', 'repeat'],
    ]
    for (const [client, from, to, after] of way) {
      const answer = await step(client, linked, from, to)
      expect([answer.status, (answer.body as LinkageView).stage]).toEqual([200, after])
    }
    const [theirs, ours] = [await read(supplier, linked), await read(buyer, linked)]
    expect(theirs.history).toEqual(ours.history)
    expect(ours.history.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'started null',
      ...['proposed buyer', 'stepped supplier', 'stepped buyer', 'stepped supplier'],
      ...['proposed supplier', 'stepped buyer', 'proposed buyer', 'stepped supplier'],
    ])
    expect((await list(supplier)).counts).toEqual([{ stage: 'repeat', count: 1 }])
  })

  it('refuses what does not follow, what is the other side’s, and what was decided on another stage', async () => {
    const linked = await link(api, 'rfq')
    const [buyer, supplier] = [linked.buyer.client, linked.supplier.client]
    expect(codeOf(await step(buyer, linked, 'rfq', 'contract'))).toEqual([409, 'linkage.step'])
    expect(codeOf(await step(buyer, linked, 'rfq', 'offer'))).toEqual([409, 'linkage.step'])
    expect(codeOf(await step(supplier, linked, 'conversation', 'offer'))).toEqual([412, 'thing.changed'])
    expect(codeOf(await step(supplier, linked, 'rfq', 'stopped'))).toEqual([422, 'input.invalid'])
    expect(codeOf(await supplier.post(linked.at('/decline'), { to: 'contract' }))).toEqual([409, 'linkage.step'])
    const auditor = (await api.colleague(linked.supplier.organisationId, 'auditor')).client
    expect((await read(auditor, linked)).stage).toBe('rfq')
    expect(codeOf(await step(auditor, linked, 'rfq', 'offer'))).toEqual([403, 'identity.forbidden'])
    expect(await eventsOf(linked.id)).toEqual([])
  })

  it('is one transition where both agree at once, however often', async () => {
    const linked = await link(api, 'offer')
    const [buyer, supplier] = [linked.buyer.client, linked.supplier.client]
    const answers = await Promise.all(
      [buyer, supplier, buyer, supplier, buyer, supplier].map((client) => step(client, linked, 'offer', 'contract')),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
    expect((await read(linked.buyer.client, linked)).stage).toBe('contract')
    expect([
      await movesOf(linked.id, 'proposed'),
      (await eventsOf(linked.id)).filter((name) => name === 'linkage.moved'),
    ]).toEqual([1, ['linkage.moved']])
  })

  it('can be taken back by who stepped, while nothing followed and not too late', async () => {
    const linked = await link(api, 'conversation')
    const [buyer, supplier] = [linked.buyer.client, linked.supplier.client]
    const undo = (client: Client, from: LinkageStage) => client.post(linked.at('/undo'), { from })
    await step(buyer, linked, 'conversation', 'rfq')
    expect((await read(buyer, linked)).undoUntil).not.toBeNull()
    expect((await read(supplier, linked)).undoUntil).toBeNull()
    expect(codeOf(await undo(supplier, 'rfq'))).toEqual([409, 'linkage.step'])
    expect(((await undo(buyer, 'rfq')).body as LinkageView).stage).toBe('conversation')
    expect(codeOf(await undo(buyer, 'conversation'))).toEqual([409, 'linkage.step'])
    await step(buyer, linked, 'conversation', 'rfq')
    await owner`update linkage_moves set moved_at = moved_at - interval '31 minutes' where linkage_id = ${linked.id}`
    expect(codeOf(await undo(buyer, 'rfq'))).toEqual([409, 'linkage.step'])
  })

  it('that was stopped cannot come back beside a new one of the same two', async () => {
    const linked = await link(api, 'conversation')
    expect((await step(linked.buyer.client, linked, 'conversation', 'stopped', 'No budget')).status).toBe(200)
    const { buyer, supplier } = linked
    // Its clock stands still.
    expect([...(await owner`select clock_due_at from linkages where id = ${linked.id}`)]).toEqual([
      { clock_due_at: null },
    ])
    await owner`insert into linkages (id, buyer_id, supplier_id, stage) values (gen_random_uuid(), ${buyer.organisationId}, ${supplier.organisationId}, 'match')`
    expect(codeOf(await buyer.client.post(linked.at('/undo'), { from: 'stopped' }))).toEqual([409, 'thing.conflict'])
    expect((await read(buyer.client, linked)).stage).toBe('stopped')
  })
})

describe('a request', () => {
  it('waits for the other side; declined it leaves them alone for a month', async () => {
    const [buyer, supplier] = [await api.member('buyer'), await api.member('supplier')]
    const needId = await asSystem(api.system, async (tx) => {
      const id = await makeNeed(tx, buyer.organisationId, needContent({ title: 'Gravel', confidentiality: 'alias' }))
      await inviteSupplier(tx, id, supplier.organisationId)
      return id
    })
    const ask = (client: Client, body: object) => client.post('/api/linkages', { needId, ...body })
    const asked = await ask(supplier.client, { reason: 'We have a quarry nearby.' })
    const view = asked.body as LinkageView
    expect([asked.status, view.stage, view.buyer, view.proposal]).toEqual([
      201,
      'requested',
      null,
      { to: 'match', by: 'supplier' },
    ])
    const at = (rest = ''): string => `/api/linkages/${view.id}${rest}`
    // Asking back is saying yes, and asking again is asking once.
    expect(((await ask(supplier.client, {})).body as LinkageView).id).toBe(view.id)
    expect(codeOf(await supplier.client.post(at('/messages'), { text: 'Hello' }))).toEqual([409, 'linkage.closed'])
    expect((await buyer.client.post(at('/decline'), { to: 'match' })).status).toBe(200)
    expect(codeOf(await ask(supplier.client, {}))).toEqual([409, 'linkage.resting'])
    const back = await ask(buyer.client, { supplierId: supplier.organisationId })
    expect([back.status, (back.body as LinkageView).stage]).toEqual([201, 'requested'])
    expect(((await ask(supplier.client, {})).body as LinkageView).stage).toBe('match')
    const stranger = (await api.member('supplier')).client
    expect(codeOf(await ask(stranger, {}))).toEqual([404, 'thing.not-found'])
    expect(codeOf(await ask((await api.member('buyer')).client, { supplierId: supplier.organisationId }))).toEqual([
      404,
      'thing.not-found',
    ])
  })

  it('of both at once is one linkage', async () => {
    const [buyer, supplier] = [await api.member('buyer'), await api.member('supplier')]
    const needId = await asSystem(api.system, async (tx) => {
      const id = await makeNeed(tx, buyer.organisationId, needContent())
      await inviteSupplier(tx, id, supplier.organisationId)
      return id
    })
    const answers = await Promise.all([
      buyer.client.post('/api/linkages', { needId, supplierId: supplier.organisationId }),
      supplier.client.post('/api/linkages', { needId }),
    ])
    expect(new Set(answers.map(({ body }) => (body as LinkageView).id)).size).toBe(1)
    expect((await list(buyer.client)).counts).toEqual([{ stage: 'match', count: 1 }])
  })
})

describe('who sees a linkage', () => {
  it('third parties see nothing, an agency what its firm shows it and never a message; row-level security keeps it alone', async () => {
    const linked = await link(api, 'conversation')
    const { supplier, buyer } = linked
    await buyer.client.post(linked.at('/messages'), { text: 'canary-message' })
    await supplier.client.post(linked.at('/values'), { of: 'contract', amountMinor: 5000, currency: 'USD' })
    const agency = await api.member('agency')
    await asSystem(api.system, (tx) =>
      tx.execute(
        sql`insert into agency_firms (agency_id, organisation_id) values (${agency.organisationId}, ${supplier.organisationId})`,
      ),
    )
    const stranger = (await api.member('supplier')).client
    const others = [agency.client, (await api.member('buyer')).client, stranger]
    for (const other of others)
      expect([(await other.get(linked.at())).status, (await list(other)).items]).toEqual([404, []])
    expect(
      codeOf(await supplier.client.put(`/api/linkage-disclosures/${buyer.organisationId}`, { shown: true })),
    ).toEqual([404, 'thing.not-found'])
    await supplier.client.put(`/api/linkage-disclosures/${agency.organisationId}`, { shown: true })
    const seen = await read(agency.client, linked)
    expect([seen.reader, seen.stage, seen.values.contract.supplier]).toEqual([
      'agency',
      'conversation',
      [{ amountMinor: 5000, currency: 'USD' }],
    ])
    expect([seen.history, seen.contacts, seen.people, seen.unread]).toEqual([
      [],
      { mine: null, theirs: null, theyShare: false },
      [],
      0,
    ])
    expect(codeOf(await agency.client.get(linked.at('/messages')))).toEqual([403, 'identity.forbidden'])
    expect(codeOf(await step(agency.client, linked, 'conversation', 'rfq'))).toEqual([403, 'identity.forbidden'])
    await supplier.client.put(`/api/linkage-disclosures/${agency.organisationId}`, { shown: false })
    expect((await agency.client.get(linked.at())).status).toBe(404)
    // Without the policies they would all read it, so it is these that keep it.
    await owner`create policy leak on linkages for select to enlace_app using (true)`
    expect((await stranger.get(linked.at())).status).toBe(200)
    await owner`drop policy leak on linkages`
  })
})
