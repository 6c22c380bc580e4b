import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { LinkageView, listMessages, listReports, Output } from '@enlace/contracts'

import { codeOf, link, statusesOf, type Linked } from '../../test/linked.ts'
import { formOf } from '../../test/multipart.ts'
import { startApi, type Client, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const write = (client: Client, { at }: Linked, text: string, fileIds: readonly string[] = []) =>
  client.post(at('/messages'), { text, fileIds })
const messages = async (client: Client, { at }: Linked): Promise<Output<typeof listMessages>['items']> =>
  ((await client.get(at('/messages'))).body as Output<typeof listMessages>).items
const read = async (client: Client, { at }: Linked): Promise<LinkageView> => (await client.get(at())).body
const upload = async (client: Client): Promise<string> => {
  const { body, headers } = formOf({ name: 'plan.pdf', type: 'application/pdf', bytes: '%PDF-1.7 a plan' })
  return ((await client.send('POST', '/api/files', body, headers)).body as { id: string }).id
}

describe('a deal room', () => {
  it('carries messages to the other side, counts what is unread, and an answer opens the conversation', async () => {
    const linked = await link(api)
    const [buyer, supplier] = [linked.buyer.client, linked.supplier.client]
    expect(await write(buyer, linked, ' Good morning ')).toMatchObject({
      status: 201,
      body: { seq: 1, text: 'Good morning', mine: true },
    })
    await write(buyer, linked, 'Are you there?')
    expect(await read(supplier, linked)).toMatchObject({
      unread: 2,
      stage: 'match',
      proposal: { to: 'conversation', by: 'buyer' },
    })
    expect(await messages(supplier, linked)).toMatchObject([
      { seq: 2, mine: false, author: null },
      { seq: 1, mine: false, author: null },
    ])
    expect((await supplier.post(linked.at('/read'), { seq: 999 })).body).toEqual({ unread: 0 })
    expect((await supplier.post(linked.at('/read'), { seq: 1 })).body).toEqual({ unread: 0 })
    expect(await read(buyer, linked)).toMatchObject({ theyRead: 2, unread: 0 })
    await write(supplier, linked, 'Yes')
    expect(await read(buyer, linked)).toMatchObject({ stage: 'conversation', unread: 1 })
    const page = (await buyer.get(linked.at('/messages?limit=2'))).body as Output<typeof listMessages>
    const rest = (await buyer.get(linked.at(`/messages?limit=2&cursor=${page.next}`))).body as Output<
      typeof listMessages
    >
    expect([...page.items, ...rest.items].map(({ seq }) => seq)).toEqual([3, 2, 1])
    expect(
      (await buyer.get(linked.at(`/messages?cursor=${Buffer.from('{"seq":1e99}').toString('base64url')}`))).status,
    ).toBe(400)
    for (const body of [{ text: ' ' }, { text: 'x'.repeat(4001) }, {}])
      expect(codeOf(await buyer.post(linked.at('/messages'), body))).toEqual([422, 'input.invalid'])
  })

  it('lets three messages through before an answer and ten a minute, also when they come at once', async () => {
    const linked = await link(api)
    const [buyer, supplier] = [linked.buyer.client, linked.supplier.client]
    const burst = await Promise.all(Array.from({ length: 8 }, (_, n) => write(buyer, linked, `Offer ${n}`)))
    expect(statusesOf(burst)).toEqual([201, 201, 201, 429, 429, 429, 429, 429])
    expect(codeOf(await write(buyer, linked, 'Once more'))).toEqual([429, 'linkage.limit'])
    await write(supplier, linked, 'Stop')
    const more = await Promise.all(Array.from({ length: 12 }, (_, n) => write(buyer, linked, `Again ${n}`)))
    expect(more.filter(({ status }) => status === 201)).toHaveLength(7)
    await owner`update linkage_messages set sent_at = sent_at - interval '2 minutes' where linkage_id = ${linked.id}`
    expect((await write(buyer, linked, 'A minute later')).status).toBe(201)
    const seqs = (await messages(buyer, linked)).map(({ seq }) => seq)
    expect(seqs).toEqual(Array.from({ length: 12 }, (_, n) => 12 - n))
  })

  it('shares files with the other side alone, not with an agency, and only files of one’s own', async () => {
    const linked = await link(api, 'conversation')
    const [buyer, supplier] = [linked.buyer.client, linked.supplier.client]
    const file = await upload(supplier)
    const agency = await api.member('agency')
    await owner`insert into agency_firms (agency_id, organisation_id) values (${agency.organisationId}, ${linked.supplier.organisationId})`
    const get = async (client: Client): Promise<number> => (await client.get(`/api/files/${file}`)).status
    // Until it stands in a room, the agency looks at it as at any paper of its firm.
    expect([await get(buyer), await get(agency.client)]).toEqual([404, 200])
    expect(codeOf(await write(buyer, linked, 'Not mine', [file]))).toEqual([404, 'thing.not-found'])
    expect(await messages(buyer, linked)).toEqual([])
    expect((await write(supplier, linked, '', [file])).status).toBe(201)
    expect((await messages(buyer, linked))[0]?.files).toMatchObject([{ id: file, name: 'plan.pdf' }])
    const stranger = (await api.member('buyer')).client
    expect([await get(buyer), await get(supplier), await get(stranger), await get(agency.client)]).toEqual([
      200, 200, 404, 404,
    ])
  })

  it('closes for both sides until who closed it opens it again', async () => {
    const linked = await link(api, 'conversation')
    const [buyer, supplier] = [linked.buyer.client, linked.supplier.client]
    const block = (client: Client, blocked: boolean) => client.post(linked.at('/block'), { blocked })
    expect((await block(supplier, true)).status).toBe(204)
    for (const client of [buyer, supplier])
      expect(codeOf(await write(client, linked, 'Hello?'))).toEqual([409, 'linkage.blocked'])
    expect(await read(buyer, linked)).toMatchObject({ blockedBy: 'supplier' })
    await block(buyer, false)
    expect((await write(buyer, linked, 'Hello?')).status).toBe(409)
    await block(supplier, false)
    expect((await write(buyer, linked, 'Hello!')).status).toBe(201)
  })

  it('takes a report with the one message it is about to the platform, which reads nothing else', async () => {
    const linked = await link(api, 'conversation')
    const [buyer, supplier] = [linked.buyer.client, linked.supplier.client]
    await write(supplier, linked, 'Pay first')
    await write(supplier, linked, 'A secret of ours')
    const report = (body: object) =>
      buyer.post(linked.at('/report'), { reason: 'fraud', text: 'They want money', ...body })
    expect((await report({ seq: 1 })).status).toBe(204)
    expect(codeOf(await report({ seq: 7 }))).toEqual([404, 'thing.not-found'])
    expect(codeOf(await supplier.get('/api/linkage-reports'))).toEqual([403, 'identity.forbidden'])
    const platform = (await api.member('platform')).client
    const { body } = await platform.get('/api/linkage-reports')
    const [filed] = (body as Output<typeof listReports>).items
    expect(filed).toMatchObject({ reason: 'fraud', quote: 'Pay first', settledAt: null })
    expect(JSON.stringify(body)).not.toContain('A secret of ours')
    expect((await platform.get(linked.at('/messages'))).status).toBe(404)
    expect((await platform.post(`/api/linkage-reports/${filed?.id}/settle`)).status).toBe(204)
    const again = (await platform.get('/api/linkage-reports')).body as Output<typeof listReports>
    expect(again.items[0]?.settledAt).not.toBeNull()
    for (let n = 0; n < 9; n += 1) await report({})
    expect(codeOf(await report({}))).toEqual([429, 'linkage.limit'])
  })
})

describe('contact data', () => {
  const card = (name: string) => ({ name, email: `${name.toLowerCase()}@people.example` })

  it('are seen once both sides share theirs, and by nobody else', async () => {
    const linked = await link(api)
    const [buyer, supplier] = [linked.buyer.client, linked.supplier.client]
    expect((await buyer.put(linked.at('/contact'), card('Ana'))).status).toBe(204)
    expect((await read(supplier, linked)).contacts).toEqual({ mine: null, theirs: null, theyShare: true })
    await supplier.put(linked.at('/contact'), card('Rosa'))
    const mine = { ...card('Rosa'), phone: null }
    expect((await read(supplier, linked)).contacts).toEqual({
      mine,
      theirs: { ...card('Ana'), phone: null },
      theyShare: true,
    })
    await supplier.delete(linked.at('/contact'))
    expect(await read(buyer, linked)).toMatchObject({ contacts: { theirs: null, theyShare: false } })
    expect(await read(supplier, linked)).toMatchObject({ contacts: { mine: null, theirs: null, theyShare: true } })
    await supplier.delete(linked.at('/contact'))
    await buyer.put(linked.at('/contact'), card('Ana'))
    // The policy keeps them from a side that shares nothing, whatever we ask for.
    const rows = async (): Promise<number> => {
      const seen = await owner.begin(async (tx) => {
        await tx`select set_config('enlace.organisation', ${linked.supplier.organisationId}, true)`
        await tx`set local role enlace_app`
        return tx`select from linkage_contacts`
      })
      return seen.length
    }
    expect(await rows()).toBe(0)
    await owner`create policy leak on linkage_contacts for select to enlace_app using (true)`
    expect(await rows()).toBeGreaterThan(0)
    await owner`drop policy leak on linkage_contacts`
  })

  it('name a buyer whose need did not, for good, and before that nothing does', async () => {
    const linked = await link(api, 'match', { need: { confidentiality: 'alias' }, hidden: true })
    const [buyer, supplier] = [linked.buyer.client, linked.supplier.client]
    await owner`update organisations set name = 'canary-buyer' where id = ${linked.buyer.organisationId}`
    await write(buyer, linked, 'We are a mine')
    const all = async (): Promise<string> =>
      JSON.stringify([
        await read(supplier, linked),
        await messages(supplier, linked),
        (await supplier.get('/api/linkages')).body,
      ])
    expect(await all()).not.toContain('canary-buyer')
    expect(await all()).not.toContain(linked.buyer.organisationId)
    await buyer.put(linked.at('/contact'), card('Ana'))
    expect((await read(supplier, linked)).buyer?.name).toBe('canary-buyer')
    await buyer.delete(linked.at('/contact'))
    expect((await read(supplier, linked)).buyer?.name).toBe('canary-buyer')
  })
})

describe('the map of who decides', () => {
  it('is shown to linked suppliers line by line from its stage on', async () => {
    const linked = await link(api)
    const [buyer, supplier] = [linked.buyer.client, linked.supplier.client]
    const person = (role: string, shownFrom: string | null) => ({
      role,
      title: `Who ${role}`,
      name: null,
      outsourcedTo: null,
      shownFrom,
    })
    const people = [person('needs', 'match'), person('decides', 'conversation'), person('signs', null)]
    expect((await buyer.put('/api/decision-map', { people })).body).toEqual({ people })
    const seen = async (client: Client): Promise<string[]> =>
      (await read(client, linked)).people.map(({ role }) => role)
    expect([await seen(buyer), await seen(supplier)]).toEqual([['needs', 'decides', 'signs'], ['needs']])
    await write(buyer, linked, 'Hello')
    await write(supplier, linked, 'Hello')
    expect(await seen(supplier)).toEqual(['needs', 'decides'])
    await buyer.post(linked.at('/move'), { from: 'conversation', to: 'stopped', reason: 'No budget' })
    expect(await seen(supplier)).toEqual([])
    expect(codeOf(await supplier.get('/api/decision-map'))).toEqual([403, 'identity.forbidden'])
    expect(codeOf(await buyer.put('/api/decision-map', { people: [{ role: 'pays', title: '' }] }))).toEqual([
      422,
      'input.invalid',
    ])
  })
})
