import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { testDatabase } from '@enlace/testing'

import { uuids } from './arrays.ts'
import { openDatabase, type Database, type Transaction } from './open.ts'
import { asSystem } from './transaction.ts'

let database: Database
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 1 })
})
afterAll(() => database.close())

const ids = (count: number): string[] => Array.from({ length: count }, () => crypto.randomUUID())
const ask = (tx: Transaction, count: number) =>
  tx.execute(sql`select id from organisations where id = any(${uuids(ids(count))})`)

it('a statement is prepared once per connection, in transactions and savepoints, however many values its lists hold', async () => {
  await asSystem(database, async (tx) => {
    await ask(tx, 1)
    await tx.transaction((inner) => ask(inner, 3))
  })
  await asSystem(database, (tx) => ask(tx, 500))
  const prepared = await asSystem(database, (tx) =>
    tx.execute(
      sql`select generic_plans + custom_plans as runs from pg_prepared_statements where statement like 'select id from organisations%'`,
    ),
  )
  expect([...prepared].map((row) => Number(row['runs']))).toEqual([3])
})
