import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { migrate } from '@enlace/database'
import { build, freePort, openGuard, root, startHouse, type House } from '@enlace/local'
import type { OwnServices } from './services.ts'
import { sharedServices, type SharedServices } from './shared-services.ts'
import { testDatabase } from './test-database.ts'
import { testRedis } from './test-redis.ts'
import { testSearch } from './test-search.ts'

/** Api, relay, worker and realtime as processes, each with `kill()` (SIGKILL; it is started again) and its log. */
export interface TestHouse extends House {
  /** What the processes were told: DATABASE_URL, SECRET, … */
  environment: Record<string, string>
  /** Folder of the processes' logs, `api.log` and so on. */
  logs: string
}

export interface TestHouseOptions {
  /** Services of the test's own, which it may kill; without them the house stands on the run's shared ones. */
  services?: OwnServices
  /** The run's shared services, where a caller outside the test files knows them. */
  shared?: SharedServices
  /** Whether the web app is built and served too, for tests in a browser. */
  web?: boolean
  /** Whether the demo's market is loaded first, and its needs ranked. */
  demo?: boolean
  /** How many workers share the reactions; 1 unless told. */
  workers?: number
  /** Further environment of all four processes. */
  environment?: Record<string, string>
}

/**
 * Starts the four processes on a database of their own and waits until each is ready. Built first if anything changed.
 * @throws with the last lines of the log of a process that does not become ready
 */
export async function startTestHouse({
  services,
  shared,
  web = false,
  demo = false,
  workers = 1,
  environment = {},
}: TestHouseOptions = {}): Promise<TestHouse> {
  const programs = web ? (['services', 'web'] as const) : (['services'] as const)
  await Promise.all(programs.map((name) => build(name, undefined, aside)))
  const folder = mkdtempSync(join(tmpdir(), 'enlace-house-'))
  const guard = openGuard()
  guard.removeAtEnd(folder)
  const told = {
    ...(services ? await ownSurroundings(services) : await sharedSurroundings(shared ?? sharedServices())),
    SECRET: randomBytes(32).toString('hex'),
    AUDIT_KEY: randomBytes(32).toString('base64'),
    FILES_DIR: join(folder, 'files'),
    WEB_DIR: join(root, 'web/build'),
    // What a test does not ask for is not to depend on whether somebody added a model.
    EMBEDDER: 'none',
    DEMO: '1',
    ...environment,
  }
  if (demo) await loadDemo(told)
  const house = await startHouse({ port: await freePort(), workers, environment: told, logs: folder, guard })
  const stop = async (): Promise<void> => {
    await house.stop()
    guard.close()
  }
  await house
    .ready()
    .then(() => (demo ? untilWorked(house) : undefined))
    .catch(async (error: unknown) => {
      await stop()
      throw error
    })
  return { ...house, stop, environment: told, logs: folder }
}

/** Who starts a house may print figures, as one text of JSON, so what is built is said beside them. */
const aside = (what: string, how: string): void => void process.stderr.write(`${what.padEnd(12)}${how}\n`)

const loadDemo = (environment: Record<string, string>): Promise<unknown> =>
  promisify(execFile)(process.execPath, [join(root, 'infra/dist/demo/bundle/demo.main.js')], {
    env: { ...process.env, ...environment },
  })

async function ownSurroundings({ postgres, redis, meilisearch, key }: OwnServices): Promise<Record<string, string>> {
  await migrate(postgres.url)
  return { DATABASE_URL: postgres.url, REDIS_URL: redis.url, MEILI_URL: meilisearch.url, MEILI_KEY: key }
}

/** Resolves when every recorded event went out and nothing is still to be reacted to. */
async function untilWorked({ urls }: House, patienceMs = 180_000): Promise<void> {
  const end = Date.now() + patienceMs
  for (;;) {
    const metrics = await (await fetch(`${urls.relay}/metrics`)).text()
    const left = metrics.match(/^enlace_(event_lag_seconds|reactions_open\{.*\}) [^0].*$/gm) ?? []
    if (left.length === 0) return
    if (Date.now() > end) throw new Error(`After ${patienceMs} ms still to do: ${left.join(', ')}`)
    await sleep(100)
  }
}

async function sharedSurroundings(services: SharedServices): Promise<Record<string, string>> {
  const [database, redis, search] = [await testDatabase(services), await testRedis(services), testSearch(services)]
  return {
    DATABASE_URL: database,
    REDIS_URL: redis.url,
    QUEUE_PREFIX: redis.prefix,
    MEILI_URL: search.url,
    MEILI_KEY: search.key,
    MEILI_PREFIX: search.prefix,
  }
}
