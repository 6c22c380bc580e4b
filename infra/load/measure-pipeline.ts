import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import postgres from 'postgres'

import { openDatabase } from '@enlace/database'
import { startServices, startTestHouse, Visitor, type OwnServices } from '@enlace/testing'

import { quantile, rounded, summary } from './figures.ts'
import { measureFloors } from './floors.ts'
import { fillSuppliers } from './market.ts'
import { BuyerAtWork, oneInFlight, openLoop, throughput } from './pipeline.ts'
import { processorMs } from './processor.ts'

const pidOf = (services: OwnServices, name: string): number =>
  (JSON.parse(readFileSync(join(services.folder, `${name}.json`), 'utf8')) as { pid: number }).pid

export type PipelineOptions = {
  readonly suppliers: number
  /** Needs posted one at a time; four times as many measure the throughput. */
  readonly needs: number
  readonly say: (progress: string) => void
}

/** Waits until both search indexes hold all suppliers: what is measured is a market at rest, not its first filling. */
async function untilFound(sql: postgres.Sql, meilisearch: string, key: string, suppliers: number): Promise<void> {
  const left = async (): Promise<number> => {
    const [row] = await sql<{ held: number }[]>`select count(*)::int as held from search_documents`
    const reply = await fetch(`${meilisearch}/tasks?statuses=enqueued,processing&limit=1`, {
      headers: { authorization: `Bearer ${key}` },
    })
    const { total } = (await reply.json()) as { total: number }
    return Math.max(0, suppliers - (row?.held ?? 0)) + total
  }
  for (let calm = 0; calm < 3; calm = (await left()) === 0 ? calm + 1 : 0) await sleep(1000)
}

/** Measures the way from a posted need to its ranked list in the browser, beside the floors of the same machine and minute. */
export async function measurePipeline({ suppliers, needs, say }: PipelineOptions) {
  const services = await startServices({ durable: true })
  const house = await startTestHouse({ services, environment: { LOG_LEVEL: 'warn' } })
  const database = openDatabase({ url: services.postgres.url, role: 'enlace_system' })
  const sql = postgres(services.postgres.url, { max: 1, onnotice: () => undefined })
  const visitor = new Visitor(house.url)
  await visitor.signIn('buyer')
  say(`filling in ${suppliers} suppliers`)
  await fillSuppliers(database, suppliers)
  say('letting the search indexes catch up')
  await untilFound(sql, services.meilisearch.url, services.key, suppliers)
  await sql`analyze`
  const urls = {
    postgres: services.postgres.url,
    redis: services.redis.url,
    meilisearch: services.meilisearch.url,
    key: services.key,
  }
  say('measuring the floors')
  const floors = await measureFloors(urls, suppliers)
  const buyer = new BuyerAtWork(visitor, 1)
  const others = Array.from({ length: 10 }, (_, number) => new BuyerAtWork(visitor, 100 + number))
  say('warming up')
  await oneInFlight(buyer, 20)
  say('one need in flight')
  const single = await oneInFlight(buyer, needs)
  say('20 needs a second')
  const loop = await openLoop(others, 20, 15)
  say('as many as it can')
  const roots = {
    ...Object.fromEntries(Object.entries(house.processes).map(([name, kept]) => [name, kept.pid()])),
    postgres: pidOf(services, 'postgres'),
    redis: pidOf(services, 'redis'),
    meilisearch: pidOf(services, 'meilisearch'),
  }
  const before = processorMs(roots)
  const needsPerMinute = await throughput(buyer, sql, needs * 4, 32)
  const after = processorMs(roots)
  const floorsP50 = Object.fromEntries(
    Object.entries(floors).map(([name, samples]) => [name, rounded(quantile(samples, 0.5))]),
  )
  const sumOfFloors = Object.values(floorsP50).reduce((sum, ms) => sum + ms, 0)
  const result = {
    suppliers,
    floors: { ...floorsP50, sum: rounded(sumOfFloors) },
    oneInFlightMs: summary(single),
    openLoop20Ms: summary(loop),
    ratios: {
      p50: rounded(quantile(single, 0.5) / sumOfFloors),
      p95: rounded(quantile(single, 0.95) / sumOfFloors),
      openLoopP50: rounded(quantile(loop, 0.5) / sumOfFloors),
      openLoopP95: rounded(quantile(loop, 0.95) / sumOfFloors),
    },
    needsPerMinute: Math.round(needsPerMinute),
    cpuMsPerNeed: Object.fromEntries(
      Object.keys(roots).map((name) => [name, rounded(((after[name] ?? 0) - (before[name] ?? 0)) / (needs * 4))]),
    ),
  }
  for (const one of [buyer, ...others]) one.close()
  await Promise.all([database.close(), sql.end()])
  await house.stop()
  await services.stop()
  return result
}
