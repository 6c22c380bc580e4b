import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  asActor,
  asSystem,
  lockRanking,
  openDatabase,
  readLabels,
  readNeed,
  readSeenPlaces,
  storeRanking,
} from '@enlace/database'
import {
  asId,
  noSignals,
  scoreMatch,
  weightProfiles,
  type NeedId,
  type OrganisationId,
  type PassportId,
} from '@enlace/domain'
import { makeNeed, makeSupplier, needContent, passportContent } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let buyer: Signed
let rival: Signed
let supplier: Signed
const listed: OrganisationId[] = []
const profile = weightProfiles['producer-driven']

beforeAll(async () => {
  api = await startApi()
  ;[buyer, rival, supplier] = [await api.member('buyer'), await api.member('buyer'), await api.member('supplier')]
  listed.push(supplier.organisationId)
  for (const name of ['Second', 'Third'])
    listed.push(await asSystem(api.system, (tx) => makeSupplier(tx, name, passportContent('We mend pumps'))))
})
afterAll(() => api.close())

/** Ranks all suppliers for a need by weights of this version, as the worker does. */
const rank = (id: NeedId, version = profile.version): Promise<unknown> =>
  asSystem(api.system, async (tx) => {
    const need = await readNeed(tx, id)
    if (need === null) throw new Error('the need was made')
    const matches = listed.map((organisationId, at) => {
      const passport = {
        ...passportContent('We mend pumps'),
        id: asId<PassportId>(uuidv7()),
        organisationId,
        name: `${at}`,
      }
      const published = { ...passport, state: 'published' as const, version: 1, publishedAt: null }
      return scoreMatch(need, published, noSignals, { ...profile, version }, '2026-01-01')
    })
    await lockRanking(tx, id)
    return storeRanking(tx, {
      ...{ needId: id, buyerId: buyer.organisationId, needVersion: need.version },
      ...{ considered: 3, degraded: false, partial: false, weights: version, matches },
    })
  })
const newNeed = async (): Promise<NeedId> => {
  const id = await asSystem(api.system, (tx) => makeNeed(tx, buyer.organisationId, needContent()))
  await rank(id)
  return id
}
const shown = ({ client }: Signed, id: NeedId, body: unknown): Promise<Answer> =>
  client.put(`/api/needs/${id}/shown`, body)
const choose = ({ client }: Signed, id: NeedId, of: OrganisationId | undefined, choice: unknown): Promise<Answer> =>
  client.put(`/api/needs/${id}/matches/${of}/choice`, { choice })
const kept = (id: NeedId): Promise<Record<string, unknown>[]> =>
  asSystem(api.system, (tx) =>
    tx.execute(sql`
      select supplier_id, position, weights, opened_at is not null as opened, xmin::text as written from match_impressions
      where need_id = ${id} order by weights, position`),
  )
const labelsOf = async (id: NeedId) =>
  (await asSystem(api.system, readLabels))
    .filter(({ needId }) => needId === id)
    .toSorted((a, b) => a.position - b.position)

it('keeps each row that was seen once a version, with its place and what it rests on, however often it is said', async () => {
  const id = await newNeed()
  const [first, second] = listed
  expect((await shown(buyer, id, { shown: [first, second] })).status).toBe(204)
  const once = await kept(id)
  expect(once).toMatchObject([
    { supplier_id: first, position: 1, weights: profile.version, opened: false },
    { supplier_id: second, position: 2, weights: profile.version, opened: false },
  ])
  await Promise.all(Array.from({ length: 6 }, () => shown(buyer, id, { shown: [first, second] })))
  expect(await kept(id)).toEqual(once)
  await shown(buyer, id, { opened: [second] })
  expect((await kept(id)).map(({ opened }) => opened)).toEqual([false, true])
  await rank(id, 'producer-driven/7')
  await shown(buyer, id, { shown: [first] })
  expect((await kept(id)).map(({ weights }) => weights)).toEqual([
    profile.version,
    profile.version,
    'producer-driven/7',
  ])
})

it('takes no row that is not in the list, none of a draft, and no list of hundreds', async () => {
  const id = await newNeed()
  expect((await shown(buyer, id, { shown: [buyer.organisationId] })).status).toBe(204)
  expect(await kept(id)).toEqual([])
  expect((await shown(buyer, id, { shown: Array.from({ length: 51 }, () => listed[0]) })).status).toBe(422)
  expect((await shown(buyer, id, { shown: ['seven'] })).status).toBe(422)
})

it('is behind both walls: others neither say nor read what a buyer was shown or chose', async () => {
  const id = await newNeed()
  await shown(buyer, id, { shown: listed })
  await choose(buyer, id, listed[0], 'shortlisted')
  expect([(await shown(rival, id, { shown: listed })).status, (await shown(supplier, id, {})).status]).toEqual([
    403, 403,
  ])
  expect([
    (await choose(rival, id, listed[0], null)).status,
    (await choose(supplier, id, listed[0], 'awarded')).status,
  ]).toEqual([403, 403])
  const app = openDatabase({ url: api.url, role: 'enlace_app', maxConnections: 2 })
  const as = ({ userId, organisationId }: Signed) =>
    ({ kind: 'member', userId, organisationId, organisationKind: 'buyer', role: 'owner' }) as const
  const count = (who: Signed, table: string): Promise<unknown> =>
    asActor(
      app,
      as(who),
      async (tx) => (await tx.execute(sql`select 1 from ${sql.raw(table)} where need_id = ${id}`)).length,
    )
  expect([await count(buyer, 'match_impressions'), await count(buyer, 'match_choices')]).toEqual([3, 1])
  for (const who of [rival, supplier])
    expect([await count(who, 'match_impressions'), await count(who, 'match_choices')]).toEqual([0, 0])
  const plant = (who: Signed): Promise<unknown> =>
    asActor(app, as(who), (tx) =>
      tx.execute(sql`insert into match_choices (need_id, supplier_id, choice) values (${id}, ${listed[1]}, 'awarded')`),
    )
  await expect(plant(rival)).rejects.toMatchObject({ cause: { message: expect.stringContaining('row-level') } })
  await plant(buyer)
  await app.close()
})

it('keeps what a buyer chose, once, shows it to the buyer alone, and takes it back', async () => {
  const id = await newNeed()
  const [first] = listed
  expect(await choose(buyer, id, first, 'shortlisted')).toMatchObject({ status: 200, body: { choice: 'shortlisted' } })
  expect(await choose(buyer, id, first, 'shortlisted')).toMatchObject({ status: 200 })
  expect(await choose(buyer, id, first, 'awarded')).toMatchObject({ status: 200, body: { choice: 'awarded' } })
  const seenBySupplier = JSON.stringify((await supplier.client.get(`/api/feed?needId=${id}`)).body)
  expect(seenBySupplier).toContain(id)
  expect(seenBySupplier).not.toMatch(/award|shortlist|choice/)
  expect(await choose(buyer, id, first, null)).toMatchObject({ status: 200, body: { choice: null } })
  expect(await choose(buyer, id, first, null)).toMatchObject({ status: 200, body: { choice: null } })
  const events = await asSystem(api.system, (tx) =>
    tx.execute(sql`
      select payload ->> 'choice' as choice, (select count(*)::int from reaction_runs where event_id = events.id) as owed
      from events where name = 'match.chosen' and payload ->> 'needId' = ${id} order by id`),
  )
  expect(events).toEqual([
    { choice: 'shortlisted', owed: 0 },
    { choice: 'awarded', owed: 0 },
    { choice: null, owed: 0 },
  ])
})

it('lets a buyer choose after closing, but not of a cancelled need, nobody that is not listed, nothing unheard of', async () => {
  const id = await newNeed()
  await asSystem(api.system, (tx) => tx.execute(sql`update needs set state = 'closed' where id = ${id}`))
  expect((await choose(buyer, id, listed[0], 'awarded')).status).toBe(200)
  expect((await choose(buyer, id, buyer.organisationId, 'awarded')).status).toBe(404)
  expect((await choose(buyer, id, listed[0], 'liked')).status).toBe(422)
  await asSystem(api.system, (tx) => tx.execute(sql`update needs set state = 'cancelled' where id = ${id}`))
  expect(await choose(buyer, id, listed[0], null)).toMatchObject({
    status: 409,
    body: { code: 'match.not-answerable' },
  })
})

it('reads labels from what was shown before the decision, each graded by the most that came of it', async () => {
  const id = await newNeed()
  const [first, second, third] = listed
  await shown(buyer, id, { shown: [first, second], opened: [second] })
  expect(await labelsOf(id)).toEqual([])
  await supplier.client.post(`/api/needs/${id}/answer`, { answer: 'interested' })
  await choose(buyer, id, first, 'shortlisted')
  await shown(buyer, id, { shown: [third] })
  expect((await labelsOf(id)).map(({ supplierId, grade }) => [supplierId, grade])).toEqual([
    [first, 5],
    [second, 1],
  ])
  await choose(buyer, id, first, 'awarded')
  await buyer.client.post(`/api/needs/${id}/matches/${second}`, { verdict: 'invite' })
  expect(
    (await labelsOf(id)).map(({ grade, position, governance, found }) => [
      grade,
      position,
      governance,
      found['category'],
    ]),
  ).toEqual([
    [6, 1, 'producer-driven', undefined],
    [3, 2, 'producer-driven', undefined],
    [0, 3, 'producer-driven', undefined],
  ])
  const places = await asSystem(api.system, readSeenPlaces)
  expect(places.every(({ listed: all, seen }) => seen <= all)).toBe(true)
  expect(places.map(({ position }) => position)).toEqual([1, 2, 3])
})
