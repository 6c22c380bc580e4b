import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { testDatabase } from '@enlace/testing'

import { openDatabase, type Database, type Transaction } from './open.ts'
import { asSystem, inOrder } from './transaction.ts'

let database: Database
let owner: postgres.Sql
beforeAll(async () => {
  const url = await testDatabase()
  database = openDatabase({ url, role: 'enlace_system', maxConnections: 1 })
  owner = postgres(url, { max: 1, onnotice: () => undefined })
  await owner`create table steps (name text)`
  await owner`grant insert on steps to enlace_system`
})
afterAll(async () => {
  await database.close()
  await owner.end()
})

const refused = async (tx: Transaction): Promise<void> => {
  await tx.execute(sql`select 1`)
  throw new Error('refused')
}
const twoSteps = async (tx: Transaction, name: string): Promise<string> => {
  await tx.execute(sql`select pg_sleep(0.02)`)
  await tx.execute(sql`insert into steps values (${name})`)
  return name
}

it('of steps in order none is written once one failed; with Promise.all, the control, what the others send afterwards stays', async () => {
  await expect(asSystem(database, (tx) => inOrder([refused(tx), twoSteps(tx, 'in order')]))).rejects.toThrow('refused')
  await expect(asSystem(database, (tx) => Promise.all([refused(tx), twoSteps(tx, 'all')]))).rejects.toThrow('refused')
  await expect.poll(() => owner`select name from steps`).toEqual([{ name: 'all' }])
})

it('steps in order answer in their order', async () => {
  expect(await asSystem(database, (tx) => inOrder([twoSteps(tx, 'one'), null, twoSteps(tx, 'two')]))).toEqual([
    'one',
    null,
    'two',
  ])
})

it('a query among the steps is carried out once, though it runs whenever somebody waits for it; waiting twice, the control, writes twice', async () => {
  const written = (name: string) => owner`select name from steps where name = ${name}`
  await asSystem(database, (tx) => inOrder([tx.execute(sql`insert into steps values ('once')`)]))
  expect(await written('once')).toHaveLength(1)
  await asSystem(database, async (tx) => {
    const query = tx.execute(sql`insert into steps values ('twice')`)
    await query
    await query
  })
  expect(await written('twice')).toHaveLength(2)
})
