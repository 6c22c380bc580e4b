import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { openDatabase, type Database } from '@enlace/database'
import { testDatabase } from '@enlace/testing'

import { loadDemo } from '../demo/load-demo.ts'
import { asDemo } from './as-demo.ts'
import { demoSeed, generateDemo } from './generate-demo.ts'

let owner: postgres.Sql
let database: Database
beforeAll(async () => {
  const url = await testDatabase()
  owner = postgres(url, { max: 1, onnotice: () => undefined })
  database = openDatabase({ url, role: 'enlace_system', maxConnections: 2 })
})
afterAll(async () => {
  await database.close()
  await owner.end()
})

test('the whole generated world is taken by the database', async () => {
  // What its people do is held against the clock, so the world is of this day.
  const today = new Date().toISOString().slice(0, 10)
  const demo = asDemo(generateDemo(demoSeed, today), today)
  expect(await loadDemo(database, demo, new Date())).toBe(true)
  const [row] = await owner`
    select (select count(*)::int from organisations) as organisations, (select count(*)::int from passports) as passports,
      (select count(*)::int from needs where state = 'published') as needs, (select count(*)::int from agency_firms) as firms`
  expect(row).toEqual({
    organisations: demo.organisations.length,
    passports: demo.passports.length,
    needs: demo.needs.length,
    firms: demo.firms.length,
  })
})
