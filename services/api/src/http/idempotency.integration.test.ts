import { randomUUID } from 'node:crypto'

import { asSystem } from '@enlace/database'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let buyer: Signed
beforeAll(async () => {
  api = await startApi()
  buyer = await api.member('buyer')
})
afterAll(() => api.close())

const post = (key: string, payload: object, by: Signed = buyer): Promise<Answer> =>
  by.client.send('POST', '/api/needs', payload, { 'idempotency-key': key })
const text = 'Anything that can be said of it.'
/** Needs and events of that title, which is where an effect would be seen twice. */
const effects = async (title: string): Promise<{ needs: number; events: number }> => {
  const [row] = await asSystem(api.system, (tx) =>
    tx.execute<{ needs: number; events: number }>(sql`
      select count(*)::int as needs,
        (select count(*)::int from events where payload ->> 'needId' in
          (select id::text from needs where content ->> 'title' = ${title})) as events
      from needs where content ->> 'title' = ${title}`),
  )
  return row ?? { needs: 0, events: 0 }
}

describe('a request with an Idempotency-Key', () => {
  it('that is sent again with the same body gets the same answer and leaves one row', async () => {
    const key = randomUUID()
    const need = { title: 'sent twice', text, publish: true }
    const first = await post(key, need)
    const again = await post(key, need)
    expect(first.status).toBe(201)
    expect([again.status, again.body]).toEqual([first.status, first.body])
    const once = await effects('sent twice')
    // The control: under another key it is another need.
    await post(randomUUID(), need)
    expect([once.needs, (await effects('sent twice')).needs]).toEqual([1, 2])
    expect((await effects('sent twice')).events).toBe(2 * once.events)
  })

  it('that is sent again with another body, or to another address, is refused and does nothing', async () => {
    const key = randomUUID()
    const { id } = (await post(key, { title: 'the first', text })).body as { id: string }
    const reused = { status: 422, body: { code: 'idempotency.reused' } }
    expect(await post(key, { title: 'the second' })).toMatchObject(reused)
    expect(
      await buyer.client.send('POST', `/api/needs/${id}/publish`, undefined, { 'idempotency-key': key }),
    ).toMatchObject(reused)
    expect((await buyer.client.get(`/api/needs/${id}`)).body).toMatchObject({ state: 'draft' })
    expect([await effects('the first'), await effects('the second')].map(({ needs }) => needs)).toEqual([1, 0])
  })

  it('that was refused may be mended and sent again', async () => {
    const key = randomUUID()
    expect(await post(key, { title: '' })).toMatchObject({ status: 422, body: { code: 'input.invalid' } })
    expect((await post(key, { title: 'mended' })).status).toBe(201)
  })

  it('is its sender’s own: another person may use the same key', async () => {
    const key = randomUUID()
    const rival = await api.member('buyer')
    const [mine, theirs] = [await post(key, { title: 'mine' }), await post(key, { title: 'theirs' }, rival)]
    expect([mine.status, theirs.status]).toEqual([201, 201])
  })

  it('has one effect when 200 of it come at once, and all get its answer', async () => {
    const key = randomUUID()
    const need = { title: 'two hundred', text, publish: true }
    const answers = await Promise.all(Array.from({ length: 200 }, () => post(key, need)))
    expect(answers[0]?.status).toBe(201)
    const [first, ...others] = answers.map(({ status, body }) => ({ status, body: body as unknown }))
    expect(others).toEqual(others.map(() => first))
    expect((await effects('two hundred')).needs).toBe(1)
  })
})

describe('a client whose clock is wrong', () => {
  it.each([
    ['twenty years behind', 'Sun, 01 Jan 2006 00:00:00 GMT'],
    ['a century ahead', 'Fri, 01 Jan 2126 00:00:00 GMT'],
    ['no clock at all', 'yesterday'],
  ])('(%s) is answered by ours', async (name, date) => {
    const headers = { date, 'if-modified-since': date, 'if-unmodified-since': date }
    const title = `skewed, ${name}`
    const posted = await buyer.client.send('POST', '/api/needs', { title, text, publish: true }, headers)
    expect(posted.status).toBe(201)
    const [row] = await asSystem(api.system, (tx) =>
      tx.execute<{ late: number }>(sql`
        select abs(extract(epoch from clock_timestamp() - ${(posted.body as { publishedAt: string }).publishedAt}::timestamptz))::int
          as late`),
    )
    expect(row?.late).toBeLessThan(60)
    const listed = await buyer.client.send('GET', '/api/needs?limit=1', undefined, headers)
    expect(listed).toMatchObject({ status: 200, body: { items: [{ title }] } })
  })

  it('is told where the day it writes has passed here', async () => {
    const past = await buyer.client.post('/api/needs', { title: 'late', text, answerBy: '2006-01-01', publish: true })
    expect(past).toMatchObject({ status: 422, body: { code: 'need.dates', faults: [{ path: 'body.answerBy' }] } })
    expect((await effects('late')).needs).toBe(0)
  })
})
