import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Ranking } from '@enlace/contracts'
import { asSystem, keepPolicy, openDatabase, readFairWorth, readRanking, record, type Database } from '@enlace/database'
import { asId, type NeedId, type OrganisationId, type UserId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeNeed, makeOrganisation, makeSupplier, needContent, passportContent, testDatabase } from '@enlace/testing'
import { sql } from 'drizzle-orm'

import { openNeedBook } from '../matches/need-book.ts'
import { rankOneNeed } from '../matches/rank-need.ts'
import { rankPassport } from '../matches/rank-passport.ts'
import { openRankingBooks, type RankingBooks } from '../matches/ranking-books.ts'
import { deliver } from '../reactions/react.ts'
import { openExposureBook } from './exposure-book.ts'
import { tellOfPiledUp } from './tell-of-piled-up.ts'

let database: Database
let books: RankingBooks
let buyer: OrganisationId
let agency: OrganisationId
const firms: OrganisationId[] = []
const person = asId<UserId>('0190a000-0000-7000-8000-000000000001')
const words = 'Acrylic dust suppressant for unpaved haul roads'

/** Firms that all have the words; every four a little less of them than those before. */
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 10 })
  books = openRankingBooks(database)
  await asSystem(database, async (tx) => {
    buyer = await makeOrganisation(tx, 'buyer')
    agency = await makeOrganisation(tx, 'agency')
    for (let at = 0; at < 24; at += 1)
      firms.push(
        await makeSupplier(
          tx,
          `Firm ${at}`,
          passportContent(`${words}.${' Also other works.'.repeat(Math.floor(at / 4))}`),
        ),
      )
    // All but the last came long ago.
    await tx.execute(sql`
      update passports set first_published_at = now() - interval '2 years' where organisation_id <> ${firms.at(-1) ?? ''}`)
  })
})
afterAll(() => database.close())
const startAfresh = async (): Promise<void> => {
  await asSystem(database, (tx) => tx.execute(sql`delete from needs`).then(() => undefined))
  // A book does not hear of needs that are deleted, which happens in tests alone.
  books = { ...books, exposures: openExposureBook(database) }
}
beforeEach(startAfresh)

const setPolicy = (floor: boolean, newShare: number, country = ''): Promise<unknown> =>
  asSystem(database, async (tx) => {
    const [row] = await tx.execute<{ revision: number }>(
      sql`select revision from fairness_policies where country = ${country}`,
    )
    const policy = { floor, newShare, periodDays: 90, tolerance: 0.02, keeperId: null, by: person, country }
    return keepPolicy(tx, { ...policy, revision: row?.revision ?? 0 })
  })
const rank = (needId: NeedId): Promise<void> => asSystem(database, (tx) => rankOneNeed(tx, books, needId, null))
const rankNew = async (given: object = {}): Promise<NeedId> => {
  const needId = await asSystem(database, (tx) =>
    makeNeed(tx, buyer, needContent({ title: words, text: `We look for ${words}.`, ...given })),
  )
  await rank(needId)
  return needId
}
const listOf = async (needId: NeedId): Promise<Ranking> => {
  const ranking = await asSystem(database, (tx) => readRanking(tx, needId))
  if (ranking === null) throw new Error('no such need')
  return ranking
}
const order = ({ items }: Ranking): string[] => items.map(({ supplier, lifted }) => `${supplier.name} ${lifted ?? ''}`)
const scores = ({ items }: Ranking): number[] => items.map(({ match }) => match.score)
const top = async (needId: NeedId): Promise<string[]> =>
  (await listOf(needId)).items.slice(0, 10).map(({ supplier }) => supplier.id)

describe('held places', () => {
  it('are none while no policy says so, and the list is by score', async () => {
    await setPolicy(false, 0)
    const list = await listOf(await rankNew())
    expect(list.items.length).toBe(24)
    expect(list.held).toBe(0)
    expect(list.items.every(({ lifted }) => lifted === null)).toBe(true)
    expect(scores(list)).toEqual(scores(list).toSorted((a, b) => b - a))
  })

  it('show in a season everyone that passes, which merit alone does not', async () => {
    const reached = async (): Promise<number> => {
      const ids = new Set<string>()
      for (let at = 0; at < 12; at += 1) for (const id of await top(await rankNew())) ids.add(id)
      return ids.size
    }
    await setPolicy(false, 0)
    expect(await reached()).toBe(10)
    await startAfresh()
    await setPolicy(true, 0)
    expect(await reached()).toBe(24)
    const worth = await asSystem(database, (tx) => readFairWorth(tx, 90, ''))
    expect(worth.lifted).toBeGreaterThan(0)
    expect(worth.shown).toBeGreaterThanOrEqual(worth.merited * 0.98)
  })

  it('count a list that is made anew once, so it stays as it is', async () => {
    await setPolicy(true, 0)
    for (let at = 0; at < 3; at += 1) await rankNew()
    const needId = await rankNew()
    const before = await listOf(needId)
    expect(before.held).toBe(3)
    expect(before.items.filter(({ lifted }) => lifted === 'floor').length).toBeGreaterThan(0)
    for (let again = 0; again < 3; again += 1) await rank(needId)
    expect(order(await listOf(needId))).toEqual(order(before))
    expect((await listOf(needId)).items.map(({ rankedAt }) => rankedAt)).toEqual(
      before.items.map(({ rankedAt }) => rankedAt),
    )
  })

  it('are shared out alike after a passport changed, by its own reaction', async () => {
    await setPolicy(true, 0.1)
    for (let at = 0; at < 3; at += 1) await rankNew()
    const needId = await rankNew()
    const [first = ''] = firms
    await asSystem(database, async (tx) => {
      await tx.execute(sql`update passports set version = version + 1, published = jsonb_set(published, '{headline}', '"Now with another headline"')
        where organisation_id = ${first}`)
    })
    const event = await asSystem(database, async (tx) => {
      await record(
        tx,
        'passport.published',
        { organisationId: asId(first), version: 2 },
        { organisationId: asId(first) },
      )
      const [row] = await tx.execute<{ id: string }>(sql`select id from events order by id desc limit 1`)
      return row?.id ?? ''
    })
    await deliver(
      database,
      createLog('test', 'silent'),
      'rank-passport',
      rankPassport(books, openNeedBook(database)),
    )(event)
    const placed = await listOf(needId)
    expect(placed.items.find(({ supplier }) => supplier.id === first)?.match.passportVersion).toBe(2)
    expect(placed.items.map((row) => row.rank)).toEqual(placed.items.map((_, at) => at + 1))
    await rank(needId)
    expect(order(placed)).toEqual(order(await listOf(needId)))
    expect(placed.items.some(({ lifted }) => lifted !== null)).toBe(true)
  })

  it('go to a new firm first, and leave its score as it is', async () => {
    await setPolicy(false, 0.1)
    const list = await listOf(await rankNew())
    expect(list.held).toBe(1)
    const row = list.items[9]
    expect([row?.supplier.id, row?.lifted]).toEqual([firms.at(-1), 'new'])
    const byMerit = scores(list).toSorted((a, b) => b - a)
    expect(row?.match.score).toBe(byMerit.at(-1))
  })

  it("follow the policy of the need's country before the one for all others", async () => {
    await setPolicy(false, 0)
    await setPolicy(true, 0, 'CL')
    const place = { region: null, locality: null, latitude: null, longitude: null }
    expect((await listOf(await rankNew({ place: { ...place, country: 'CL' } }))).held).toBe(3)
    expect((await listOf(await rankNew({ place: { ...place, country: 'PE' } }))).held).toBe(0)
  })
})

it('tells agencies once a period that places pile up, and not where they do not', async () => {
  await setPolicy(false, 0)
  const told = (): Promise<number> =>
    asSystem(database, async (tx) => {
      const [row] = await tx.execute<{ n: number }>(sql`
        select count(*)::int as n from notifications where kind = 'places-piled-up' and organisation_id = ${agency} and detail ->> 'country' = ''`)
      return row?.n ?? 0
    })
  expect(await tellOfPiledUp(database)).toEqual([])
  for (let at = 0; at < 3; at += 1) await rankNew()
  // The same ten are shown each time: three of 24 have 30 of 100 showings, and merit an eighth.
  expect(await tellOfPiledUp(database)).toContain('')
  expect(await told()).toBe(1)
  expect(await tellOfPiledUp(database)).toEqual([])
  expect(await told()).toBe(1)
  await asSystem(database, (tx) =>
    tx.execute(sql`update fairness_policies set alarmed_at = now() - interval '91 days'`).then(() => undefined),
  )
  expect(await tellOfPiledUp(database)).toContain('')
  expect(await told()).toBe(2)
})
