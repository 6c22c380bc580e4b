import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asSystem, keepPolicy, openDatabase, rankingLimit, readRanking, type Database } from '@enlace/database'
import { asId, untriedKept, type NeedId, type OrganisationId, type UserId } from '@enlace/domain'
import { makeNeed, makeOrganisation, makeSupplier, needContent, passportContent, testDatabase } from '@enlace/testing'
import { v7 as uuidv7 } from 'uuid'

import { openNeedBook } from '../matches/need-book.ts'
import { rankOneNeed } from '../matches/rank-need.ts'
import { rankPassportAnew } from '../matches/rank-passport.ts'
import { openRankingBooks, type RankingBooks } from '../matches/ranking-books.ts'

const words = 'Acrylic dust suppressant for unpaved haul roads'
const reference = {
  ...{ text: 'Haul roads of other works.', categories: [], customer: null, year: 2024 },
  ...{ value: null, place: null, confirmedByCustomer: false },
}
const tried = rankingLimit + 4
const untried = untriedKept + 3

let database: Database
let books: RankingBooks
let buyer: OrganisationId
const beginners: OrganisationId[] = []

/** More firms with work to show than a list holds, and as many beginners behind them, each a little less fit than the one before. */
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 6 })
  books = openRankingBooks(database)
  await asSystem(database, async (tx) => {
    buyer = await makeOrganisation(tx, 'buyer')
    const references = [1, 2].map(() => ({ ...reference, id: asId<never>(uuidv7()) }))
    for (let at = 0; at < tried; at += 1) await makeSupplier(tx, `Known ${at}`, passportContent(words, { references }))
    for (let at = 0; at < untried; at += 1)
      beginners.push(await makeSupplier(tx, `Beginner ${at}`, passportContent(`${words}.${' Also works.'.repeat(at)}`)))
  })
})
afterAll(() => database.close())

const setPolicy = (floor: boolean): Promise<unknown> =>
  asSystem(database, async (tx) => {
    const [row] = await tx.execute<{ revision: number }>(sql`select revision from fairness_policies where country = ''`)
    const by = asId<UserId>('0190a000-0000-7000-8000-000000000001')
    const policy = { floor, newShare: 0, periodDays: 90, tolerance: 0.02, keeperId: null, by, country: '' }
    return keepPolicy(tx, { ...policy, revision: row?.revision ?? 0 })
  })
const rank = (needId: NeedId): Promise<void> => asSystem(database, (tx) => rankOneNeed(tx, books, needId, null))
const post = async (): Promise<NeedId> => {
  const content = needContent({ title: words, text: `We look for ${words}.` })
  const needId = await asSystem(database, (tx) => makeNeed(tx, buyer, content))
  await rank(needId)
  return needId
}
/** All rows kept of a list, by place; a buyer reads the first fifty. */
const kept = (needId: NeedId): Promise<OrganisationId[]> =>
  asSystem(database, async (tx) => {
    const rows = await tx.execute<{ id: OrganisationId }>(
      sql`select supplier_id as id from matches where need_id = ${needId} order by rank`,
    )
    return rows.map(({ id }) => id)
  })
const beginnersOf = (list: readonly OrganisationId[]): OrganisationId[] => beginners.filter((id) => list.includes(id))
const change = (id: OrganisationId, text: string): Promise<void> =>
  asSystem(database, async (tx) => {
    await tx.execute(sql`
      update passports set version = version + 1, published = jsonb_set(published, '{capabilities,0,text}', to_jsonb(${text}::text))
      where organisation_id = ${id}`)
    await rankPassportAnew(books, openNeedBook(database), { organisationId: id, requestId: null })(tx)
  })

const nameRival = (organisationId: OrganisationId, rivalId: OrganisationId): Promise<unknown> =>
  asSystem(database, (tx) =>
    tx.execute(sql`
      insert into rivalries (id, organisation_id, rival_id, label) values (gen_random_uuid(), ${organisationId}, ${rivalId}, 'rival')`),
  )

describe('those with little work to show, behind more firms than a list holds', () => {
  it('are in no list by merit', async () => {
    await setPolicy(false)
    const needId = await post()
    expect(beginnersOf(await kept(needId))).toEqual([])
    await change(beginners[0] ?? asId(''), `${words}, and more.`)
    expect(beginnersOf(await kept(needId))).toEqual([])
  })

  it('are kept, the best of them, where places are shared out, and are shown once it is their turn', async () => {
    await setPolicy(true)
    const needId = await post()
    const list = await kept(needId)
    expect(list.length).toBe(rankingLimit + untriedKept)
    expect(beginnersOf(list)).toEqual(beginners.slice(0, untriedKept))
    const ranking = await asSystem(database, (tx) => readRanking(tx, needId))
    expect(ranking?.items.length).toBe(rankingLimit)
    const shown = new Set<OrganisationId>()
    for (let season = 0; season < 6; season += 1)
      for (const id of (await kept(await post())).slice(0, 10)) shown.add(id)
    expect(beginnersOf([...shown]).length).toBeGreaterThan(1)
  })

  it('are kept alike when one of them changes, by its own reaction and by a ranking made anew', async () => {
    await setPolicy(true)
    const needId = await post()
    const last = beginners.at(-1) ?? asId<OrganisationId>('')
    expect(await kept(needId)).not.toContain(last)
    await change(last, `${words}.`)
    const placed = await kept(needId)
    expect(placed).toContain(last)
    expect(placed.length).toBe(rankingLimit + untriedKept)
    await rank(needId)
    expect(await kept(needId)).toEqual(placed)
  })

  it('are kept as though their rivals were not there, by both ways alike', async () => {
    await setPolicy(true)
    const needId = await post()
    const held = beginnersOf(await kept(needId))
    const [rival] = held
    // The best of those who are out: one place too far.
    const out = beginners.find((id) => !held.includes(id))
    if (rival === undefined || out === undefined) throw new Error('there are more beginners than are kept')
    await nameRival(out, rival)
    await rank(needId)
    expect(beginnersOf(await kept(needId))).toEqual(beginners.filter((id) => held.includes(id) || id === out))
    const before = await kept(needId)
    await change(rival, `${words}. And now another word.`)
    expect(await kept(needId)).toContain(out)
    expect((await kept(needId)).length).toBe(before.length)
  })
})
