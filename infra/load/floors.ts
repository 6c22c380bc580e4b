import { randomUUID } from 'node:crypto'

import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { Meilisearch } from 'meilisearch'
import postgres from 'postgres'

import { needOf, randomOf } from './market.ts'
import { quantile, rounded, timeEach } from './figures.ts'

const times = 200
const rowsKept = 50

/** Milliseconds of each thing that no way from a posted need to a ranked list can do without, one at a time. */
export type Floors = Readonly<Record<'insert' | 'notify' | 'queue' | 'search' | 'store', readonly number[]>>

/** The middle of each floor, and their sum, in milliseconds. */
export function middleOf(floors: Floors): Record<string, number> & { readonly sum: number } {
  const middles = Object.entries(floors).map(([name, samples]) => [name, rounded(quantile(samples, 0.5))] as const)
  return { ...Object.fromEntries(middles), sum: rounded(middles.reduce((sum, [, ms]) => sum + ms, 0)) }
}

/** One row and one event in one transaction; a wake-up; a job's round trip; one search query; fifty rows stored. */
export async function measureFloors(
  urls: { postgres: string; redis: string; meilisearch: string; key: string },
  suppliers: number,
): Promise<Floors> {
  const sql = postgres(urls.postgres, { max: 3, onnotice: () => undefined })
  await sql`create table if not exists floor_rows (id uuid primary key, body jsonb)`
  const body = { text: 'x'.repeat(1500) }
  const insert = await timeEach(times, () =>
    sql.begin(async (tx) => {
      await tx`insert into floor_rows values (${randomUUID()}, ${tx.json(body)})`
      await tx`insert into floor_rows values (${randomUUID()}, ${tx.json({ id: 1 })})`
    }),
  )
  let woken: () => void = () => undefined
  await sql.listen('floor', () => woken())
  const notify = await timeEach(
    times,
    () =>
      new Promise<void>((resolve) => {
        woken = resolve
        void sql.notify('floor', '')
      }),
  )
  const store = await timeEach(
    times,
    () =>
      sql`insert into floor_rows select gen_random_uuid(), ${sql.json(body)}::jsonb from generate_series(1, ${rowsKept})`,
  )
  await sql`drop table floor_rows`
  await sql.end()
  return { insert, notify, store, queue: await measureQueue(urls.redis), search: await measureSearch(urls, suppliers) }
}

async function measureQueue(url: string): Promise<number[]> {
  const [adding, working] = [
    new Redis(url, { maxRetriesPerRequest: null }),
    new Redis(url, { maxRetriesPerRequest: null }),
  ]
  const queue = new Queue('floor', { connection: adding })
  let done: () => void = () => undefined
  const worker = new Worker('floor', async () => undefined, { connection: working })
  worker.on('completed', () => done())
  await worker.waitUntilReady()
  const samples = await timeEach(
    times,
    () =>
      new Promise<void>((resolve) => {
        done = resolve
        void queue.add('floor', {}, { removeOnComplete: true })
      }),
  )
  await worker.close()
  await queue.close()
  adding.disconnect()
  working.disconnect()
  return samples
}

async function measureSearch(
  { meilisearch, key }: { meilisearch: string; key: string },
  suppliers: number,
): Promise<number[]> {
  const client = new Meilisearch({
    host: meilisearch,
    apiKey: key,
    requestInit: { headers: { 'accept-encoding': 'identity' } },
  })
  const random = randomOf(suppliers)
  const index = client.index('floor')
  await client.createIndex('floor', { primaryKey: 'id' }).waitTask({ timeout: 60_000 })
  for (let done = 0; done < suppliers; done += 5000) {
    const documents = Array.from({ length: Math.min(5000, suppliers - done) }, (_, at) => ({
      id: done + at,
      ...texts(random),
    }))
    await index.addDocuments(documents).waitTask({ timeout: 600_000, interval: 200 })
  }
  const samples = await timeEach(times, async () => index.search(needOf(random).text, { limit: 100 }))
  await client.deleteIndex('floor').waitTask({ timeout: 60_000 })
  return samples
}

const texts = (random: () => number) => {
  const { title, text } = needOf(random)
  return { title, text, more: needOf(random).text }
}
