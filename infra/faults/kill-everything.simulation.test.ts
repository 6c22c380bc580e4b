import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { Redis } from 'ioredis'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asSystem, openDatabase, type Database } from '@enlace/database'
import {
  LiveVisitor,
  makeSupplier,
  needContent,
  passportContent,
  startServices,
  startTestHouse,
  Visitor,
  type OwnServices,
  type TestHouse,
} from '@enlace/testing'

const needsPosted = 500
const posters = 8
const catchUpMs = 60_000
const trades = [
  'haul road dust',
  'froth flotation',
  'conveyor belt',
  'copper cathode',
  'cocoa butter',
  'alpaca yarn',
  'printed circuit board',
  'crane inspection',
]

let services: OwnServices
let house: TestHouse
let database: Database
let sql: postgres.Sql
let buyer: Visitor
let organisationId: string

beforeAll(async () => {
  // Durable, since Postgres is killed too: what it acknowledged has to be there again.
  services = await startServices({ durable: true })
  house = await startTestHouse({ services, workers: 2 })
  database = openDatabase({ url: services.postgres.url, role: 'enlace_system' })
  sql = postgres(services.postgres.url, { max: 2, onnotice: () => undefined })
  await asSystem(database, async (tx) => {
    for (const trade of trades)
      for (let n = 0; n < 5; n += 1)
        await makeSupplier(tx, `${trade} ${n}`, passportContent(`We supply ${trade} services and parts`))
  })
  buyer = new Visitor(house.url)
  ;({ organisationId } = await buyer.signIn('buyer'))
}, 120_000)
afterAll(async () => {
  await database.close()
  await sql.end()
  await house.stop()
  await services.stop()
}, 60_000)

/** What a client that stayed on knows of the buyer's needs, from messages alone, or from a snapshot when told to take one. */
const follow = () => {
  const known = new Map<string, number>()
  const snapshot = async (): Promise<void> => {
    let cursor = ''
    do {
      const { status, body } = await buyer
        .call('GET', `/api/needs?limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`)
        .catch(() => ({ status: 0, body: null }))
      if (status !== 200) return void setTimeout(() => void snapshot(), 300)
      const page = body as { items: { id: string; matchCount: number }[]; next: string | null }
      for (const item of page.items) known.set(item.id, Math.max(item.matchCount, known.get(item.id) ?? 0))
      cursor = page.next ?? ''
    } while (cursor !== '')
  }
  const client = new LiveVisitor(buyer, {
    message: (_topic, name, data) => {
      if (name !== 'need.changed') return
      const { needId, matchCount } = data as { needId: string; matchCount: number }
      known.set(needId, matchCount)
    },
    resync: () => void snapshot(),
  })
  client.join(`organisation:${organisationId}`)
  return { known, client }
}

/** Kills each part once, spread over the time that the needs are posted. */
const killEach = async (): Promise<string[]> => {
  const { redis, meilisearch } = services
  const flush = async (): Promise<void> => {
    const connection = new Redis(redis.url)
    await connection.flushall()
    connection.disconnect()
  }
  const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['relay', () => house.processes.relay.kill()],
    ['worker', () => house.processes.worker.kill()],
    ['worker-2', async () => house.processes['worker-2']?.kill()],
    [
      'redis, emptied',
      async () => {
        await flush()
        await redis.kill()
        await sleep(500)
        await redis.restart()
        await flush()
      },
    ],
    ['api', () => house.processes.api.kill()],
    [
      'meilisearch, its data deleted',
      async () => {
        await meilisearch.kill()
        rmSync(join(services.folder, 'meilisearch'), { recursive: true, force: true })
        await meilisearch.restart()
      },
    ],
    ['realtime', () => house.processes.realtime.kill()],
    // What was worked out and not yet on disk is forgotten together with the mark that it was done.
    ['postgres', () => services.postgres.kill().then(() => services.postgres.restart())],
  ]
  for (const [, step] of steps) {
    await sleep(1500)
    await step()
  }
  return steps.map(([name]) => name)
}

const openReactions = async (): Promise<number> => {
  const [row] = await sql<{ open: string }[]>`
    select (select count(*) from reaction_runs where done_at is null) + (select count(*) from events where published_at is null) as open`
  return Number(row?.open ?? -1)
}

describe(`${needsPosted} needs posted while every part is killed once`, () => {
  it('ends with every acknowledged need matched exactly once, and with a client that knows what the database knows', async () => {
    const { known, client } = follow()
    const acknowledged: string[] = []
    let next = 0
    const poster = async (): Promise<void> => {
      while (next < needsPosted) {
        const number = next++
        const trade = trades[number % trades.length] ?? ''
        const content = needContent({ title: `${trade} ${number}`, text: `We need ${trade} services for our site.` })
        const { status, body } = await buyer.postUntilAnswered('/api/needs', { ...content, publish: true })
        expect(status).toBe(201)
        acknowledged.push((body as { id: string }).id)
        await sleep(60)
      }
    }
    const [killed] = await Promise.all([killEach(), ...Array.from({ length: posters }, poster)])
    const from = Date.now()
    while ((await openReactions()) > 0 && Date.now() - from < catchUpMs) await sleep(250)
    const caughtUpMs = Date.now() - from
    expect(await openReactions()).toBe(0)

    const rows = await sql<{ id: string; matched: number; listed: number }[]>`
      select needs.id, (select count(*)::int from matches where need_id = needs.id) as listed,
        (select count(*)::int from events where name = 'need.matched' and payload ->> 'needId' = needs.id::text) as matched
      from needs where organisation_id = ${organisationId} and state = 'published' and title like any (${trades.map((trade) => `${trade} %`)})`
    expect(rows.map((row) => row.id).toSorted()).toEqual(acknowledged.toSorted())
    expect(rows.filter((row) => row.matched !== 1)).toEqual([])
    expect(rows.filter((row) => row.listed < 5)).toEqual([])

    const wanted = new Map(rows.map((row) => [row.id, row.listed]))
    const differs = (): string[] => [...wanted].filter(([id, listed]) => known.get(id) !== listed).map(([id]) => id)
    for (let waited = 0; differs().length > 0 && waited < catchUpMs; waited += 250) await sleep(250)
    expect(differs()).toEqual([])
    console.info(
      `faults: ${acknowledged.length} acknowledged, ${rows.length} kept, 0 matched twice or never, caught up ${caughtUpMs} ms after the last post; killed: ${killed.join(', ')}; client: ${client.connections} connections, ${client.gaps} gaps found and closed`,
    )
    client.close()
  }, 240_000)
})
