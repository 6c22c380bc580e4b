import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { NeedId } from '@enlace/domain'
import { makeNeed, makeOrganisation, makeSuppliers, needContent, passportContent, testDatabase } from '@enlace/testing'

import { listBuyers } from './challenges/buyer.reading.ts'
import { listReviewers } from './challenges/candidate.reading.ts'
import { readRanking } from './matches/ranking.reading.ts'
import { openDatabase, type Database, type Transaction } from './open.ts'
import { asSystem } from './transaction.ts'

const many = 5000
/** As many as Postgres may take a list to have by figures of earlier days, by which joining seems cheaper than looking up. */
const listed = 500

let database: Database
let needId: NeedId
beforeAll(async () => {
  const url = await testDatabase()
  database = openDatabase({ url, role: 'enlace_system', maxConnections: 1 })
  await asSystem(database, async (tx) => {
    await makeSuppliers(tx, many, passportContent('Crushed gravel for haul roads'))
    const buyerId = await makeOrganisation(tx, 'buyer')
    needId = await makeNeed(tx, buyerId, needContent({ title: 'Gravel', text: 'Crushed gravel for haul roads' }))
  })
  const owner = postgres(url, { max: 1, onnotice: () => undefined })
  await owner`insert into rankings (need_id, need_version, considered) values (${needId}, 1, ${many})`
  await owner`
    insert into matches (need_id, supplier_id, buyer_id, need_version, passport_version, score, buyer_score, rank, merit, body, closing)
    select needs.id, supplier.id, needs.organisation_id, 1, 1, 0.5, 0.5, supplier.rank, supplier.rank, '{}', '{}'
    from needs, (select id, row_number() over (order by id) % 50 + 1 as rank from organisations where kind = 'supplier' order by md5(id::text) limit ${listed}) as supplier`
  await owner`analyze`
  await owner.end()
}, 60_000)
afterAll(() => database.close())

/** Rows of organisations and passports read so far in this session's transactions, by key or one after the other. */
async function rowsSoFar(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ rows: number }>(sql`
    select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows
    from pg_stat_xact_user_tables where relname in ('organisations', 'passports')`)
  return row?.rows ?? NaN
}
const rowsRead = (work: (tx: Transaction) => Promise<unknown>): Promise<number> =>
  asSystem(database, async (tx) => {
    const before = await rowsSoFar(tx)
    await work(tx)
    return (await rowsSoFar(tx)) - before
  })

it.each<[string, number, (tx: Transaction) => Promise<unknown>]>([
  ['a ranked list, each row with its organisation and its passport,', 2 * listed, (tx) => readRanking(tx, needId)],
  ['the list of buyers', 1, (tx) => listBuyers(tx, 'a')],
  ['the list of agencies and experts', 0, (tx) => listReviewers(tx)],
])('%s is read without going through all suppliers', async (_, own, read) => {
  // The statement may look at a few more rows before it knows.
  expect(await rowsRead(read)).toBeLessThan(own + 20)
})

it('a search in the names of all goes through them, the control', async () => {
  const anyone = sql`select id from organisations where strpos(name, 'Firm') = 0`
  expect(await rowsRead((tx) => tx.execute(anyone))).toBeGreaterThanOrEqual(many)
})
