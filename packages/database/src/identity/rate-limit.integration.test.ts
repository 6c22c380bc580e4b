import { afterAll, beforeAll, expect, it } from 'vitest'

import { testDatabase } from '@enlace/testing'

import { openDatabase, type Database } from '../open.ts'
import { resetAllowance, takeAllowance } from './rate-limit.store.ts'

let database: Database
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_identity', maxConnections: 10 })
})
afterAll(() => database.close())

const take = (key: string): Promise<number> => takeAllowance(database, key, { burst: 5, seconds: 180 })

it('an allowance grants its burst and no more, however many ask at the same moment', async () => {
  const waits = await Promise.all(Array.from({ length: 200 }, () => take('one')))
  expect(waits.filter((wait) => wait === 0).length).toBe(5)
  expect(Math.max(...waits)).toBeLessThanOrEqual(180)
  expect(Math.min(...waits.filter((wait) => wait > 0))).toBeGreaterThan(170)
})

it('an allowance gives one back each interval, and all of it after a reset', async () => {
  for (let n = 0; n < 5; n += 1) expect(await take('two')).toBe(0)
  expect(await take('two')).toBeGreaterThan(0)
  await database.sql`update rate_limits set whole_at = whole_at - interval '180 seconds' where key = 'two'`
  expect([await take('two'), (await take('two')) > 0]).toEqual([0, true])
  await resetAllowance(database, 'two')
  expect(await take('two')).toBe(0)
})
