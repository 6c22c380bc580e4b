import { afterAll, beforeAll, expect, it } from 'vitest'

import { asActor, asSystem, endNeed, openDatabase } from '@enlace/database'
import { buyerCriterionIds, weightProfiles, type NeedId } from '@enlace/domain'
import { makeNeed, needContent } from '@enlace/testing'
import { sql } from 'drizzle-orm'

import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let buyer: Signed
let rival: Signed
let supplier: Signed
const { buyer: usual, supplierShare } = weightProfiles['buyer-driven']
const own = { buyer: { ...usual, price: 1 }, supplierShare }

beforeAll(async () => {
  api = await startApi()
  buyer = await api.member('buyer')
  rival = await api.member('buyer')
  supplier = await api.member('supplier')
})
afterAll(() => api.close())

const newNeed = (): Promise<NeedId> => asSystem(api.system, (tx) => makeNeed(tx, buyer.organisationId, needContent()))
const put = ({ client }: Signed, id: NeedId, body: unknown): Promise<Answer> =>
  client.put(`/api/needs/${id}/weights`, body)
/** Reactions that the events about a need's weights oblige us to. */
const owed = (id: NeedId): Promise<unknown> =>
  asSystem(api.system, (tx) =>
    tx.execute(sql`
      select events.payload ->> 'weights' as weights, reaction_runs.reaction
      from events left join reaction_runs on reaction_runs.event_id = events.id
      where events.name = 'need.weighed' and events.payload ->> 'needId' = ${id} order by events.payload ->> 'weights'`),
  )

it('puts weights in force as a new version each time, shows them with the list, and owes a new ranking', async () => {
  const id = await newNeed()
  expect(await put(buyer, id, own)).toMatchObject({ status: 200, body: { version: 'own/1', ...own } })
  expect(await put(buyer, id, own)).toMatchObject({ status: 200, body: { version: 'own/2' } })
  const list = await buyer.client.get(`/api/needs/${id}/matches`)
  expect(list.body).toMatchObject({ ownWeights: { version: 'own/2', ...own } })
  expect(await owed(id)).toEqual([
    { weights: 'own/1', reaction: 'rank-need' },
    { weights: 'own/2', reaction: 'rank-need' },
  ])
})

it('gives two changes at the same moment a version each', async () => {
  const id = await newNeed()
  const answers = await Promise.all(Array.from({ length: 8 }, () => put(buyer, id, own)))
  const versions = answers.map(({ body }: { body: { version: string } }) => body.version)
  expect(versions.toSorted()).toEqual(Array.from({ length: 8 }, (_, at) => `own/${at + 1}`))
})

it('goes back to the profile once, and says nothing where it is in force already', async () => {
  const id = await newNeed()
  const profile = { status: 200, body: weightProfiles['producer-driven'] }
  expect(await buyer.client.delete(`/api/needs/${id}/weights`)).toMatchObject(profile)
  expect(await owed(id)).toEqual([])
  await put(buyer, id, own)
  expect(await buyer.client.delete(`/api/needs/${id}/weights`)).toMatchObject(profile)
  expect(await owed(id)).toEqual([
    { weights: 'own/1', reaction: 'rank-need' },
    { weights: 'producer-driven/1', reaction: 'rank-need' },
  ])
  expect((await buyer.client.get(`/api/needs/${id}/matches`)).body).toMatchObject({ ownWeights: null })
})

const zero = Object.fromEntries(buyerCriterionIds.map((one) => [one, 0]))
const { price: _, ...incomplete } = usual
it.each([
  ['all zero', { ...own, buyer: zero }, 'body.buyer'],
  ['below zero', { ...own, buyer: { ...usual, price: -0.1 } }, 'body.buyer.price'],
  ['above one', { ...own, buyer: { ...usual, price: 1.1 } }, 'body.buyer.price'],
  ['no number', { ...own, buyer: { ...usual, price: '1' } }, 'body.buyer.price'],
  ['one is missing', { ...own, buyer: incomplete }, 'body.buyer.price'],
  ['nothing but the supplier counts', { ...own, supplierShare: 1 }, 'body.supplierShare'],
  ['nothing sent', undefined, 'body.buyer'],
])('refuses weights that cannot rank, with the field and a sentence: %s', async (_name, body, path) => {
  const id = await newNeed()
  const { status, body: problem } = await put(buyer, id, body)
  const { code, faults }: { code: string; faults: { path: string; message: string }[] } = problem
  expect([status, code, faults[0]?.path]).toEqual([422, 'input.invalid', path])
  expect(faults[0]?.message).toMatch(/^(Give|Invalid input)/)
  expect(await owed(id)).toEqual([])
})

it("is the owner's alone, and of an open need", async () => {
  const id = await newNeed()
  expect([(await put(rival, id, own)).status, (await put(supplier, id, own)).status]).toEqual([403, 403])
  expect((await put(buyer, id, own)).status).toBe(200)
  await asSystem(api.system, (tx) => endNeed(tx, id, ['published'], 'closed'))
  expect(await put(buyer, id, own)).toMatchObject({ status: 409, body: { code: 'need.not-published' } })
  expect((await buyer.client.delete(`/api/needs/${id}/weights`)).status).toBe(409)
})

it('is behind the row-level wall as well: another organisation neither reads nor writes the weights of a need', async () => {
  const id = await newNeed()
  await put(buyer, id, own)
  const app = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 2 })
  const as = ({ userId, organisationId }: Signed) =>
    ({ kind: 'member', userId, organisationId, organisationKind: 'buyer', role: 'owner' }) as const
  const count = (who: Signed): Promise<unknown> =>
    asActor(app, as(who), (tx) => tx.execute(sql`select version from need_weights where need_id = ${id}`))
  expect([await count(buyer), await count(rival), await count(supplier)]).toEqual([[{ version: 1 }], [], []])
  const write = (who: Signed, version: number): Promise<unknown> =>
    asActor(app, as(who), (tx) =>
      tx.execute(sql`insert into need_weights (need_id, version, weights) values (${id}, ${version}, '{}')`),
    )
  await write(buyer, 2)
  await expect(write(rival, 3)).rejects.toMatchObject({ cause: { message: expect.stringContaining('row-level') } })
  await app.close()
})
