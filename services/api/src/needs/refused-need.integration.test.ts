import { asSystem } from '@enlace/database'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { startApi, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let buyer: Signed
beforeAll(async () => {
  api = await startApi()
  buyer = await api.member('buyer')
})
afterAll(() => api.close())

/** What a posted need leaves behind. */
const left = async (): Promise<unknown> => {
  const [row] = await asSystem(api.system, (tx) =>
    tx.execute(sql`
      select (select count(*)::int from needs) as needs, (select count(*)::int from events) as events,
        (select count(*)::int from audit_entries) as entries`),
  )
  return row
}

it('a need that cannot be published is refused without a trace, however many are posted at once', async () => {
  const before = await left()
  const past = { title: 'Too late', text: 'Anything that can be said of it.', answerBy: '2020-01-01', publish: true }
  const answers = await Promise.all(Array.from({ length: 20 }, () => buyer.client.send('POST', '/api/needs', past)))
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(422))
  expect(await left()).toEqual(before)
  // The control: one that can be is seen in each of them.
  expect((await buyer.client.send('POST', '/api/needs', { ...past, answerBy: null })).status).toBe(201)
  expect(await left()).not.toEqual(before)
})
