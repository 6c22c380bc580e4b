import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import postgres from 'postgres'

import { openDatabase, type Database } from '@enlace/database'
import { startServices, startTestHouse, Visitor, type TestHouse } from '@enlace/testing'

import { fillSuppliers } from './market.ts'

/** A whole house on its own durable services, with so many suppliers, at rest. */
export type FullMarket = {
  readonly house: TestHouse
  readonly database: Database
  /** As the owner of the tables. */
  readonly sql: postgres.Sql
  readonly visitor: Visitor
  readonly urls: { postgres: string; redis: string; meilisearch: string; key: string }
  /** The process numbers of the house's processes and its services, by name. */
  readonly roots: () => Readonly<Record<string, number | undefined>>
  readonly close: () => Promise<void>
}

/** Opens a market and waits until the search indexes hold it: what is measured is not its first filling. */
export async function openFullMarket(
  suppliers: number,
  say: (progress: string) => void,
  workers = 1,
): Promise<FullMarket> {
  const services = await startServices({ durable: true })
  const house = await startTestHouse({ services, workers, environment: { LOG_LEVEL: 'warn' } })
  const database = openDatabase({ url: services.postgres.url, role: 'enlace_system' })
  const sql = postgres(services.postgres.url, { max: 1, onnotice: () => undefined })
  const visitor = new Visitor(house.url)
  await visitor.signIn('buyer')
  const urls = {
    postgres: services.postgres.url,
    redis: services.redis.url,
    meilisearch: services.meilisearch.url,
    key: services.key,
  }
  say(`filling in ${suppliers} suppliers`)
  await fillSuppliers(database, suppliers)
  say('letting the search indexes catch up')
  await untilFound(sql, urls, suppliers)
  await sql`analyze`
  const pidOf = (name: string): number =>
    (JSON.parse(readFileSync(join(services.folder, `${name}.json`), 'utf8')) as { pid: number }).pid
  return {
    house,
    database,
    sql,
    visitor,
    urls,
    roots: () => ({
      ...Object.fromEntries(Object.entries(house.processes).map(([name, kept]) => [name, kept.pid()])),
      postgres: pidOf('postgres'),
      redis: pidOf('redis'),
      meilisearch: pidOf('meilisearch'),
    }),
    close: async () => {
      await Promise.all([database.close(), sql.end()])
      await house.stop()
      await services.stop()
    },
  }
}

async function untilFound(sql: postgres.Sql, urls: FullMarket['urls'], suppliers: number): Promise<void> {
  const left = async (): Promise<number> => {
    const [row] = await sql<{ held: number }[]>`select count(*)::int as held from search_documents`
    const reply = await fetch(`${urls.meilisearch}/tasks?statuses=enqueued,processing&limit=1`, {
      headers: { authorization: `Bearer ${urls.key}` },
    })
    const { total } = (await reply.json()) as { total: number }
    return Math.max(0, suppliers - (row?.held ?? 0)) + total
  }
  for (let calm = 0; calm < 3; calm = (await left()) === 0 ? calm + 1 : 0) await sleep(1000)
}
