import postgres from 'postgres'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { asSystem, insertFirms } from '@enlace/database'
import { rivalLimit, type OrganisationId } from '@enlace/domain'
import { openSearch } from '@enlace/search'
import { makeNeed, makeOrganisation, makeSupplier, needContent, passportContent, testSearch } from '@enlace/testing'

import { indexAll } from '../../test/index-all.ts'
import { startApi, type Client, type TestApi } from '../../test/test-api.ts'

let api: TestApi
/** On the same database, with no search index behind it. */
let degraded: TestApi
beforeAll(async () => {
  // Patient, so that no answer of a busy machine comes from the rows instead.
  api = await startApi({ search: openSearch({ ...testSearch(), timeoutMs: 10_000 }) })
  // An index that never held a document answers no search for names.
  await asSystem(api.system, async (tx) => makeNeed(tx, await makeOrganisation(tx, 'buyer'), needContent()))
  const away = openSearch({ url: 'http://127.0.0.1:9', key: '', prefix: 'x', timeoutMs: 200 })
  degraded = await startApi({ database: api.url, search: away })
}, 60_000)
afterAll(async () => {
  await degraded.close()
  await api.close()
})

type Firm = { readonly id: OrganisationId; readonly name: string; readonly client: Client; readonly slow: Client }
let count = 0
async function firm(word: string): Promise<Firm> {
  const name = `${word} ${(count += 1)}`
  const id = await asSystem(api.system, (tx) => makeSupplier(tx, name, passportContent('Tailings pumps')))
  const [{ client }, { client: slow }] = [await api.colleague(id, 'owner'), await degraded.colleague(id, 'owner')]
  return { id, name, client, slow }
}
const name = (client: Client, body: object) => client.post('/api/rivals', body)
const names = (client: Client, supplier: Firm) => name(client, { by: 'supplier', supplierId: supplier.id })
const codeOf = ({ body }: { body: unknown }): string => (body as { code: string }).code

let [a, b, other]: Firm[] = []
const all = (): [Firm, Firm, Firm] => [a, b, other] as [Firm, Firm, Firm]
beforeEach(async () => {
  ;[a, b, other] = [await firm('Andes'), await firm('Bravo'), await firm('Cobre')]
  await indexAll(api.system, api.search)
})

/** All that a client reads of the market around a firm, as text. */
async function market(client: Client, about: Firm): Promise<string> {
  const urls = [
    '/api/search/suppliers?limit=100',
    '/api/search/suppliers?query=pumps&country=CL&sort=name',
    `/api/search/suppliers?query=${encodeURIComponent(about.name)}`,
    `/api/search/suggest?query=${about.name.slice(0, 3)}`,
    `/api/suppliers/${about.id}`,
    `/api/organisations/${about.id}`,
  ]
  const answers = []
  for (const url of urls) {
    const { status, body } = await client.get(url)
    answers.push(`${url} ${status} ${JSON.stringify(body).replace(/"requestId":"[^"]*"/, '')}`)
  }
  return answers.join('\n')
}

describe('a wall', () => {
  it('hides either from the other, by index and without, and from nobody else; undone it is gone at once', async () => {
    const [one, two, third] = all()
    const before = await market(one.client, two)
    const [buyer, bidder] = [(await api.member('buyer')).client, (await api.colleague(one.id, 'bidder')).client]
    const seenByOthers = [await market(buyer, two), await market(third.client, two)]
    const sent = await names(one.client, two)
    expect([sent.status, sent.body]).toEqual([
      201,
      expect.objectContaining({ by: 'supplier', label: two.name, supplierId: two.id }),
    ])
    for (const [client, hidden] of [
      [one.client, two],
      [one.slow, two],
      [bidder, two],
      [two.client, one],
      [two.slow, one],
    ] as const) {
      const read = await market(client, hidden)
      expect(read.includes('"degraded":true')).toBe(client === one.slow || client === two.slow)
      expect(read.replaceAll(/^\/api\S+/gm, '')).not.toContain(hidden.name)
      expect(read.replaceAll(/^\/api\S+/gm, '')).not.toContain(hidden.id)
      const total = JSON.parse(/"total":(\d+)/.exec(read)?.[1] ?? '0') as number
      expect(total).toBe(3 * Math.ceil(count / 3) - 1)
    }
    expect([await market(buyer, two), await market(third.client, two)]).toEqual(seenByOthers)
    expect((await two.client.get('/api/rivals')).body).toEqual({ items: [] })
    expect((await one.client.delete(`/api/rivals/${(sent.body as { id: string }).id}`)).status).toBe(204)
    expect(await market(one.client, two)).toBe(before)
  })

  it('answers about a walled supplier letter by letter, and with as many statements, as about one that is not there', async () => {
    const [one, two] = all()
    await names(one.client, two)
    const absent = '0190a000-0000-7000-8000-000000000000'
    for (const path of ['/api/suppliers/', '/api/organisations/']) {
      const [walled, missing] = [await one.client.get(path + two.id), await one.client.get(path + absent)]
      const told = ({ status, body }: typeof walled) => [status, { ...(body as object), requestId: '' }]
      expect(told(walled)).toEqual(told(missing))
      const statements = (id: string) => api.statementsOf(() => one.client.get(path + id))
      expect(await statements(two.id)).toBe(await statements(absent))
    }
    const search = (client: Client) => api.statementsOf(() => client.get('/api/search/suppliers?query=pumps'))
    expect(await search(one.client)).toBe(await search((await api.member('buyer')).client))
  })

  it('is guarded twice: with the rows open, the index and the policy of actions still keep it', async () => {
    const [one, two] = all()
    await names(one.client, two)
    const owner = postgres(api.url, { onnotice: () => undefined })
    await owner`create policy leak on passports for select to enlace_app using (true)`
    await owner`create policy leak on organisations for select to enlace_app using (true)`
    const found = await one.client.get('/api/search/suppliers?limit=100')
    const page = await one.client.get(`/api/suppliers/${two.id}`)
    const leaking = await one.slow.get('/api/search/suppliers?limit=100')
    await owner`drop policy leak on passports`
    await owner`drop policy leak on organisations`
    await owner.end()
    expect([JSON.stringify(found.body).includes(two.id), page.status]).toEqual([false, 404])
    // Without the index rows are the one guard, so this is what the others kept out.
    expect(JSON.stringify(leaking.body)).toContain(two.id)
  })
})

describe('by a name or tax number', () => {
  it('whoever comes under it is met, stays met under another name, and the answer is the same either way', async () => {
    const [one, two] = all()
    const shown = async () => JSON.stringify((await one.client.get('/api/search/suppliers?limit=100')).body)
    const known = await name(one.client, { by: 'name', name: two.name.toUpperCase().replace(' ', '-') })
    const unknown = await name(one.client, { by: 'name', name: 'Nobody yet' })
    const shape = ({ status, body }: typeof known) => [status, Object.keys(body)]
    expect(shape(known)).toEqual(shape(unknown))
    expect(await shown()).not.toContain(two.id)
    await asSystem(api.system, (tx) => tx.execute(sql`update organisations set name = 'Renamed' where id = ${two.id}`))
    expect(await shown()).not.toContain(two.id)
    const late = await asSystem(api.system, (tx) => makeSupplier(tx, 'Nobody, yet', passportContent('Pumps')))
    await indexAll(api.system, api.search)
    expect(await shown()).not.toContain(late)
  })

  it('a tax number is met where an agency brings it', async () => {
    const [one, two] = all()
    await name(one.client, { by: 'tax-id', taxId: '76.543.210-k' })
    await asSystem(api.system, async (tx) => {
      const agency = await makeOrganisation(tx, 'agency')
      const [row] = await tx.execute<{ id: string }>(sql`
        insert into imports (id, agency_id, what, state, dry_run, file_name) values (gen_random_uuid(), ${agency}, 'suppliers', 'finished', false, 'f') returning id`)
      await tx.execute(sql`
        insert into imported_subjects (agency_id, what, subject_id, tax_id, name_key, content_hash, version, revision, import_id, row)
        values (${agency}, 'suppliers', ${two.id}, '76543210-K', 'x', 'h', 1, 1, ${row?.id ?? null}, 1)`)
    })
    expect(await market(one.client, two)).not.toContain(`"id":"${two.id}"`)
  })
})

it('an agency sees no firm that named rivals, and no rival of its firms, unless it works with them', async () => {
  const [one, two] = all()
  await names(one.client, two)
  const sees = async (...care: Firm[]): Promise<boolean[]> => {
    const { client, organisationId } = await api.member('agency')
    await asSystem(api.system, (tx) =>
      insertFirms(
        tx,
        organisationId,
        care.map(({ id }) => id),
      ),
    )
    const text = JSON.stringify((await client.get('/api/search/suppliers?limit=100')).body)
    return [one, two].map(({ id }) => text.includes(id))
  }
  expect(await sees()).toEqual([false, true])
  expect(await sees(one)).toEqual([true, false])
  expect(await sees(two)).toEqual([false, true])
  expect(await sees(one, two)).toEqual([true, true])
})

it('says what is wrong with a rival, and keeps the same one once', async () => {
  const [one, two, third] = all()
  const buyer = await api.member('buyer')
  const code = async (body: object) => codeOf(await name(one.client, body))
  expect(await code({ by: 'supplier', supplierId: one.id })).toBe('rival.own')
  expect(await code({ by: 'name', name: one.name.toLowerCase() })).toBe('rival.own')
  expect(await code({ by: 'supplier', supplierId: buyer.organisationId })).toBe('rival.kind')
  expect(await code({ by: 'supplier', supplierId: '0190a000-0000-7000-8000-000000000000' })).toBe('thing.not-found')
  expect(await code({ by: 'name', name: '   ' })).toBe('input.invalid')
  expect(await code({ by: 'tax-id', taxId: '--' })).toBe('input.invalid')
  const twice = await Promise.all(Array.from({ length: 12 }, () => names(one.client, two)))
  expect(new Set(twice.map(({ status, body }) => `${status} ${(body as { id: string }).id}`)).size).toBe(1)
  const [events] = await asSystem(api.system, (tx) =>
    tx.execute(
      sql`select count(*)::int as n, max(payload::text) as said from events where name = 'rival.named' and organisation_id = ${one.id}`,
    ),
  )
  expect(events).toEqual({ n: 1, said: `{"organisationId": "${one.id}"}` })
  // Who was named cannot find its namer, so it is as absent to it as any.
  expect(codeOf(await names(two.client, one))).toBe('thing.not-found')
  for (let index = 1; index < rivalLimit; index += 1) await name(one.client, { by: 'name', name: `Rival ${index}` })
  expect(codeOf(await names(one.client, third))).toBe('rival.limit')
  expect((await names(one.client, two)).status).toBe(201)
  expect(((await one.client.get('/api/rivals')).body as { items: unknown[] }).items).toHaveLength(rivalLimit)
})
