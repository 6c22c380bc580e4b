import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { testDatabase } from '@enlace/testing'

import { openDatabase, type Database } from '../open.ts'
import { asSystem } from '../transaction.ts'
import { claimOverdue } from './outbox.store.ts'

const backlog = 20_000
const claimed = 100

let database: Database
let owner: postgres.Sql

beforeAll(async () => {
  const url = await testDatabase()
  // One connection, so that a plan made while the table is empty is the plan that meets the backlog.
  database = openDatabase({ url, role: 'enlace_system', maxConnections: 1 })
  owner = postgres(url, { max: 1, onnotice: () => undefined })
})
afterAll(async () => {
  await database.close()
  await owner.end()
})

/** The control: the same claim by a join with the rows that were locked. */
const claimByJoin = (limit: number): Promise<unknown> =>
  owner`
    update reaction_runs as run set due_at = clock_timestamp() + interval '15 s', enqueued = run.enqueued + 1
    from (
      select event_id, reaction from reaction_runs
      where done_at is null and parked_at is null and due_at < clock_timestamp()
      order by due_at limit ${limit} for update skip locked
    ) as overdue
    where run.event_id = overdue.event_id and run.reaction = overdue.reaction
    returning run.event_id`

async function fill(): Promise<void> {
  await owner`
    with added as (
      insert into events (id, name, payload) select gen_random_uuid(), 'need.drafted', '{}' from generate_series(1, ${backlog})
      returning id
    )
    insert into reaction_runs (event_id, reaction, due_at)
    select id, 'notify', clock_timestamp() - interval '1 min' from added`
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

it('claims from a backlog that grew after its statement was planned without reading the table for each row', async () => {
  const claim = () => asSystem(database, (tx) => claimOverdue(tx, claimed))
  // Postgres keeps a plan from the sixth time on.
  for (let time = 0; time < 8; time += 1) {
    expect(await claim()).toEqual([])
    await claimByJoin(claimed)
  }
  await fill()
  let runs: Awaited<ReturnType<typeof claim>> = []
  const ours = await msOf(async () => {
    runs = await claim()
  })
  const joined = await msOf(() => claimByJoin(claimed))
  console.info(`claimed ${claimed} of ${backlog}: ${ours.toFixed(0)} ms; by a join ${joined.toFixed(0)} ms`)
  expect(new Set(runs.map(({ eventId }) => eventId)).size).toBe(claimed)
  expect(runs.every(({ enqueued }) => enqueued === 1)).toBe(true)
  expect(joined).toBeGreaterThan(3 * ours)
})
