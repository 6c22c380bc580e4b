import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asId, type NeedId, type OrganisationId } from '@enlace/domain'
import { testDatabase } from '@enlace/testing'

import { asSystem } from '../transaction.ts'
import { openDatabase, type Database } from '../open.ts'
import { claimUnpublished, markPublished } from './outbox.store.ts'
import { record } from './record.ts'

const transactions = 8000
const writers = 30
const organisationId = asId<OrganisationId>('00000000-0000-7000-8000-000000000001')
const needId = asId<NeedId>('00000000-0000-7000-8000-000000000002')

let database: Database
let raw: postgres.Sql

beforeAll(async () => {
  const url = await testDatabase()
  database = openDatabase({ url, role: 'enlace_system', maxConnections: writers + 4 })
  raw = postgres(url, { max: 2, onnotice: () => undefined })
  // A naive outbox beside ours, filled by the same transactions: what a reader by "id > cursor" would see.
  await raw`create table naive (id bigserial primary key)`
  await raw`grant insert on naive to enlace_system`
  await raw`grant usage on sequence naive_id_seq to enlace_system`
})
afterAll(async () => {
  await database.close()
  await raw.end()
})

/** Every seventh transaction takes its number, then dawdles before it commits. */
const write = async (number: number): Promise<void> => {
  await asSystem(database, async (tx) => {
    await tx.execute('insert into naive default values')
    await record(tx, 'need.drafted', { needId, organisationId, version: number }, { organisationId })
    if (number % 7 === 0) await new Promise((resolve) => setTimeout(resolve, 4))
  })
}

describe('the outbox while 30 writers commit 8,000 transactions out of order', () => {
  it('hands every event over exactly once, and a cursor by id, the control, loses some', async () => {
    let next = 0
    let writing = true
    const relayed: number[] = []
    const naive = new Set<string>()
    const writer = async (): Promise<void> => {
      while (next < transactions) await write(next++)
    }
    const relay = async (): Promise<void> => {
      for (;;) {
        const last = !writing
        const moved = await asSystem(database, async (tx) => {
          const events = await claimUnpublished(tx, 200)
          await markPublished(tx, events)
          return events
        })
        relayed.push(...moved.map((event) => (event.payload as { version: number }).version))
        if (last && moved.length === 0) return
      }
    }
    const follower = async (): Promise<void> => {
      let cursor = '0'
      for (;;) {
        const last = !writing
        const rows = await raw<{ id: string }[]>`select id from naive where id > ${cursor} order by id limit 500`
        for (const row of rows) naive.add(row.id)
        cursor = rows.at(-1)?.id ?? cursor
        if (last && rows.length === 0) return
      }
    }
    // Two relays at once, as during a rolling start.
    const readers = [relay(), relay(), follower()]
    await Promise.all(Array.from({ length: writers }, writer))
    writing = false
    await Promise.all(readers)
    expect(relayed.toSorted((a, b) => a - b)).toEqual(Array.from({ length: transactions }, (_, number) => number))
    const skipped = transactions - naive.size
    console.info(`outbox: 0 of ${transactions} skipped; control by id > cursor: ${skipped} skipped`)
    expect(skipped).toBeGreaterThan(0)
  }, 120_000)
})
