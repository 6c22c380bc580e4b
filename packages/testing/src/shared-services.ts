import { randomBytes } from 'node:crypto'
import { migrate } from '@enlace/database'
import postgres from 'postgres'
import { inject } from 'vitest'
import { startServices, type OwnServices } from './services.ts'

/** Where the services that all test files of a run share can be reached. */
export interface SharedServices {
  /** Unique for the run; part of every name the run makes. */
  run: string
  databaseUrl: string
  /** A migrated database that every test database is copied from. */
  template: string
  redisUrl: string
  /** Redis database numbers we may use: only 0 on a Redis that is not ours. */
  ownRedis: boolean
  meiliUrl: string
  meiliKey: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    services: SharedServices
  }
}

/** The shared services of the current run; fails outside a vitest project that has `shared-services.setup.ts`. */
export const sharedServices = (): SharedServices => inject('services')

/** Starts what all files of a run share and migrates the template; `stop` drops what the run made elsewhere. */
export async function openSharedServices(): Promise<{ shared: SharedServices; stop: () => Promise<void> }> {
  const services = await startServices()
  const run = randomBytes(4).toString('hex')
  const template = `enlace_test_${run}_template`
  const databaseUrl = services.postgres.url
  await onServer(databaseUrl, (sql) => sql.unsafe(`create database ${template}`))
  await migrate(withDatabase(databaseUrl, template))
  const meiliKey = services.meilisearch.ours ? services.key : (process.env['MEILI_KEY'] ?? '')
  const shared: SharedServices = {
    run,
    databaseUrl,
    template,
    meiliKey,
    redisUrl: services.redis.url,
    ownRedis: services.redis.ours,
    meiliUrl: services.meilisearch.url,
  }
  return { shared, stop: () => close(services, shared) }
}

/** Replaces the database's name in a Postgres URL. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** Runs `work` on one connection to the server and closes it. */
export async function onServer<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

async function close(services: OwnServices, { run, databaseUrl }: SharedServices): Promise<void> {
  if (!services.postgres.ours) await onServer(databaseUrl, (sql) => dropAll(sql, `enlace_test_${run}_`))
  await services.stop()
}

async function dropAll(sql: postgres.Sql, prefix: string): Promise<void> {
  const rows = await sql<{ datname: string }[]>`select datname from pg_database where starts_with(datname, ${prefix})`
  for (const { datname } of rows) await sql.unsafe(`drop database if exists ${datname} with (force)`)
}
