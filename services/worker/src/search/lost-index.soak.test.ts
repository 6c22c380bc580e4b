import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asSystem, openDatabase, publishPassport, type Database } from '@enlace/database'
import type { OrganisationId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { openIndexCopy, openSearch, supplierIndex, type Search } from '@enlace/search'
import { passportContent, startServices, testDatabase, type OwnServices } from '@enlace/testing'
import { sql } from 'drizzle-orm'

import { startIndexKeeper } from './index-keeper.ts'

const suppliers = 20_000
const log = createLog('worker-test', 'silent')
let services: OwnServices
let database: Database
let lock: Database
let search: Search
let keeper: ReturnType<typeof startIndexKeeper>

beforeAll(async () => {
  services = await startServices()
  const url = await testDatabase()
  database = openDatabase({ url, role: 'enlace_system', maxConnections: 10 })
  lock = openDatabase({ url, role: 'enlace_system', maxConnections: 1 })
  search = openSearch({ url: services.meilisearch.url, key: services.key, prefix: 'lost_', timeoutMs: 30_000 })
  const content = JSON.stringify(
    passportContent('Welding of steel frames, overhaul of slurry pumps and supply of bolts'),
  )
  await asSystem(database, async (tx) => {
    await tx.execute(sql`insert into organisations (id, kind, name, slug)
      select gen_random_uuid(), 'supplier', 'Firm ' || number, 'firm-' || number from generate_series(1, ${suppliers}) as number`)
    await tx.execute(sql`insert into passports (id, organisation_id, state, version, content, published, published_at)
      select gen_random_uuid(), id, 'published', 1, ${content}::jsonb,
        ${content}::jsonb || jsonb_build_object('headline', md5(name) || ' ' || name), clock_timestamp() from organisations`)
  })
  keeper = startIndexKeeper({ database, lock, search, log })
}, 120_000)
afterAll(async () => {
  await keeper.close()
  await Promise.all([database.close(), lock.close()])
  await services.stop()
})

const wanted = async (): Promise<string> => {
  const rows = await asSystem(database, (tx) =>
    tx.execute<{ id: string; xid: string }>(sql`
    select organisation_id as id, changed_xid::text as xid from passports where state = 'published' order by 1`),
  )
  return rows.map(({ id, xid }) => `${id} ${xid}`).join('\n')
}
const held = async (): Promise<string> => {
  const stamps = await openIndexCopy(search, supplierIndex)
    .stamps()
    .catch(() => new Map<string, string>())
  return [...stamps]
    .map(([id, stamp]) => `${id} ${stamp.split('.')[1]}`)
    .toSorted()
    .join('\n')
}
const secondsUntilLevel = async (withinSeconds: number): Promise<number> => {
  const began = performance.now()
  while ((await held()) !== (await wanted())) {
    if (performance.now() - began > withinSeconds * 1000) return Infinity
    await sleep(500)
  }
  return (performance.now() - began) / 1000
}

describe('a search index of 20,000 suppliers', () => {
  it('is level again within a minute after the server lost its data while passports were published', async () => {
    const filled = await secondsUntilLevel(180)
    const ids = await asSystem(database, (tx) =>
      tx.execute<{ id: OrganisationId }>(sql`select organisation_id as id from passports order by 1 limit 300`),
    )
    await services.meilisearch.kill()
    rmSync(join(services.folder, 'meilisearch'), { recursive: true })
    const publishing = (async () => {
      for (const [number, { id }] of ids.entries()) {
        await asSystem(database, async (tx) => {
          await tx.execute(
            sql`update passports set content = jsonb_set(content, '{about}', to_jsonb(${`again ${number}`}::text)) where organisation_id = ${id}`,
          )
          await publishPassport(tx, id, 1, null)
        })
        await sleep(40)
      }
    })()
    await services.meilisearch.restart()
    const began = performance.now()
    await publishing
    await secondsUntilLevel(120)
    const seconds = (performance.now() - began) / 1000
    process.stdout.write(`filled in ${filled.toFixed(1)} s, level ${seconds.toFixed(1)} s after the loss\n`)
    expect(seconds).toBeLessThan(60)
    expect(await held()).toBe(await wanted())
  }, 600_000)
})
