import { randomUUID } from 'node:crypto'

import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { asSystem } from '@enlace/database'
import { glossaryLimit, type OrganisationId } from '@enlace/domain'

import { startApi, type Answer, type Client, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
}, 60_000)
afterAll(() => api.close())

const said = (...texts: readonly string[]) => ({ phrases: texts.map((text) => ({ language: 'en', text })) })
const put = (client: Client, body: unknown, id: string = randomUUID()): Promise<Answer> =>
  client.put(`/api/glossary/${id}`, body)
const statuses = (answers: readonly Answer[]): number[] => answers.map(({ status }) => status).toSorted((a, b) => a - b)
const lines = async (client: Client): Promise<string[]> =>
  ((await client.get('/api/glossary')).body as { items: { phrases: { text: string }[] }[] }).items.map(({ phrases }) =>
    phrases.map(({ text }) => text).join(' = '),
  )
const events = async (id: OrganisationId): Promise<unknown[]> => [
  ...(await asSystem(api.system, (tx) =>
    tx.execute(sql`
      select payload ->> 'of' as of, count(*)::int as n, count(reaction)::int as owed from events
      left join reaction_runs on event_id = events.id and reaction = 'rank-glossary'
      where name = 'glossary.changed' and events.organisation_id = ${id} group by 1`),
  )),
]

it('keeps lines in the order they came; saying one again changes nothing, and each change is one event', async () => {
  const { client, organisationId } = await api.member('buyer')
  const id = randomUUID()
  expect((await put(client, said('grit  binder', 'matapolvo'), id)).body).toEqual({
    id,
    ...said('grit binder', 'matapolvo'),
  })
  await put(client, said('slurry', 'pulp'))
  await put(client, said('grit binder', 'matapolvo'), id)
  expect(await events(organisationId)).toEqual([{ of: 'needs', n: 2, owed: 2 }])
  await put(client, said('grit binder', 'quillay'), id)
  expect(await lines(client)).toEqual(['grit binder = quillay', 'slurry = pulp'])
  expect((await client.delete(`/api/glossary/${id}`)).status).toBe(204)
  expect((await client.delete(`/api/glossary/${id}`)).status).toBe(404)
  expect(await lines(client)).toEqual(['slurry = pulp'])
  expect(await events(organisationId)).toEqual([{ of: 'needs', n: 4, owed: 4 }])
  const supplier = await api.member('supplier')
  await put(supplier.client, said('slurry', 'pulp'))
  expect(await events(supplier.organisationId)).toEqual([{ of: 'passport', n: 1, owed: 1 }])
})

it('says what is wrong with a line, where, and keeps nothing of it', async () => {
  const { client, organisationId } = await api.member('buyer')
  await put(client, said('pump', 'bomba'))
  const answers: unknown[] = []
  for (const body of [
    said('pump'),
    said('1', '2', '3', '4', '5', '6', '7'),
    said('x'.repeat(61), 'y'),
    said('   ', 'y'),
    {
      phrases: [
        { language: 'de', text: 'Pumpe' },
        { language: 'en', text: 'y' },
      ],
    },
    said('y', '🚜🚜'),
    said('y', 'Púmp'),
    said('y', 'Y'),
  ]) {
    const { status, body: told } = await put(client, body)
    const { code, faults = [] } = told as { code: string; faults?: { path: string; code: string }[] }
    answers.push([status, code, ...faults.map(({ path }) => path)])
  }
  expect(answers).toEqual([
    [422, 'input.invalid', 'body.phrases'],
    [422, 'input.invalid', 'body.phrases'],
    [422, 'input.invalid', 'body.phrases.0.text'],
    [422, 'input.invalid', 'body.phrases.0.text'],
    [422, 'input.invalid', 'body.phrases.0.language'],
    [422, 'glossary.wordless', 'phrases.1.text'],
    [422, 'glossary.twice', 'phrases.1.text'],
    [422, 'glossary.twice', 'phrases.1.text'],
  ])
  expect(await lines(client)).toEqual(['pump = bomba'])
  expect(await events(organisationId)).toEqual([{ of: 'needs', n: 1, owed: 1 }])
})

it('holds two hundred lines and no word twice, however many write at the same moment', async () => {
  const { client, organisationId } = await api.member('supplier')
  const row = (at: number) => ({ id: randomUUID(), phrases: said(`first ${at}`, `second ${at}`).phrases })
  await put(client, said('to begin', 'with'))
  await asSystem(api.system, (tx) =>
    tx.execute(sql`
      update glossaries set lines = ${JSON.stringify(Array.from({ length: glossaryLimit - 2 }, (_, at) => row(at)))}::jsonb
      where organisation_id = ${organisationId}`),
  )
  const writers = await Promise.all([1, 2, 3].map(() => api.colleague(organisationId, 'owner')))
  const same = await Promise.all(writers.map((writer) => put(writer.client, said('same word', randomUUID()))))
  expect(statuses(same)).toEqual([200, 422, 422])
  const last = await Promise.all(writers.map((writer) => put(writer.client, said(randomUUID(), randomUUID()))))
  expect(statuses(last)).toEqual([200, 409, 409])
  expect(JSON.stringify(last.find(({ status }) => status === 409)?.body)).toContain('glossary.limit')
  expect(await lines(client)).toHaveLength(glossaryLimit)
})

it('is read by every member and changed by owners; agencies keep none', async () => {
  const { organisationId } = await api.member('buyer')
  const { client: auditor } = await api.colleague(organisationId, 'auditor')
  const { client: agency } = await api.member('agency')
  expect([(await auditor.get('/api/glossary')).status, (await put(auditor, said('a', 'b'))).status]).toEqual([200, 403])
  expect([(await agency.get('/api/glossary')).status, (await put(agency, said('a', 'b'))).status]).toEqual([403, 403])
})

it("another organisation's lines are out of reach for its rows as well; with the rows open they would be read", async () => {
  const [one, two] = [await api.member('buyer'), await api.member('buyer')]
  await put(one.client, said('secret', 'word'))
  const visible = async (): Promise<number> => {
    const owner = postgres(api.url, { onnotice: () => undefined })
    const [row] = await owner.begin(async (tx) => {
      await tx`set local role enlace_app`
      await tx`select set_config('enlace.organisation', ${two.organisationId}, true)`
      return tx`select count(*)::int as n from glossaries where lines::text like '%secret%'`
    })
    await owner.end()
    return (row as { n: number }).n
  }
  expect(await visible()).toBe(0)
  const owner = postgres(api.url, { onnotice: () => undefined })
  await owner`create policy leak on glossaries for select to enlace_app using (true)`
  expect(await visible()).toBe(1)
  await owner`drop policy leak on glossaries`
  await owner.end()
})
