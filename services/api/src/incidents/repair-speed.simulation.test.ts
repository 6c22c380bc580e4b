import { afterAll, beforeAll, expect, it } from 'vitest'

import type { IncidentView } from '@enlace/contracts'
import postgres from 'postgres'

import { faultsOf, report } from '../../test/incident-day.ts'
import { MatchdayRun } from '../../test/matchday-people.ts'
import { startApi, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi({ connections: 4 })
  owner = postgres(api.url, { max: 1, onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const [hosts, visitors, slots, planned, agreed] = [100, 200, 24, 20, 23]
const places = Array.from({ length: hosts + 5 }, (_, n) => ({
  key: `t${n}`,
  name: `T${n}`,
  kind: 'table',
  zone: n % 2 === 0 ? 'A' : 'B',
}))

/** 300 firms with 2,000 meetings, each host at a table of its own, and 300 pairs on standby. */
async function midSize(): Promise<MatchdayRun> {
  const session = { name: '', date: '2030-05-06', starts: '08:00', slotCount: slots, slotMinutes: 15, pauseMinutes: 5 }
  const run = await MatchdayRun.open(api, { sessions: [session], places, walkingMinutes: 4 })
  await run.attendee('buyer')
  await run.publish([])
  await owner`insert into organisations (id, slug, kind, name) select gen_random_uuid(), 'speed-' || n, case when n <= ${hosts} then 'buyer' else 'supplier' end, 'speed ' || n from generate_series(1, ${hosts + visitors}) as n`
  await owner`insert into matchday_participants (id, matchday_id, organisation_id, side, state)
    select gen_random_uuid(), ${run.id}::uuid, id, case kind when 'buyer' then 'host' else 'visitor' end, 'admitted' from organisations where name like 'speed %'`
  await owner`create temporary table paired as
    with one as (select p.id, p.side, row_number() over (partition by p.side order by p.id) - 1 as n
      from matchday_participants as p join organisations as o on o.id = organisation_id where o.name like 'speed %')
    select h.id as host, v.id as visitor, s as slot, 't' || h.n as place from one as h, generate_series(0, ${agreed - 1}) as s, one as v
    where h.side = 'host' and v.side = 'visitor' and v.n = (2 * h.n + s) % ${visitors}`
  await owner`insert into matchday_wishes (matchday_id, by_id, of_id, wish) select ${run.id}::uuid, host, visitor, 'meet' from paired union all select ${run.id}::uuid, visitor, host, 'meet' from paired`
  await owner`insert into matchday_meetings (id, matchday_id, host_id, visitor_id, slot, place) select gen_random_uuid(), ${run.id}::uuid, host, visitor, slot, place from paired where slot < ${planned}`
  return run
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(sorted.length * share)] ?? sorted.at(-1) ?? 0

it('mends a day of 300 firms and 2,000 meetings through the API while people wait', async () => {
  const run = await midSize()
  expect((await faultsOf(run)).meetings).toBe(hosts * planned)
  const firms =
    await owner`select id from matchday_participants where matchday_id = ${run.id} and side = 'visitor' order by id`
  const [whole, mending, changed]: [number[], number[], number[]] = [[], [], []]
  for (const [n, { id: participantId }] of firms.slice(0, 40).entries()) {
    const what =
      n % 10 === 0
        ? { kind: 'place-closed', place: `t${n}` }
        : n % 3 === 0
          ? { kind: 'absent', participantId }
          : { kind: 'late', participantId, minutes: 20 + n }
    const began = performance.now()
    const { status, body } = await report(run, run.agency, what)
    whole.push(performance.now() - began)
    expect(status).toBe(201)
    mending.push((body as IncidentView).tookMs)
    changed.push((body as IncidentView).changes.length)
  }
  expect((await faultsOf(run)).faults).toEqual([])
  for (const numbers of [whole, mending]) numbers.sort((a, b) => a - b)
  const sum = changed.reduce((all, one) => all + one, 0)
  process.stdout.write(
    `${whole.length} incidents, ${sum} meetings changed. Whole request: p50 ${at(whole, 0.5).toFixed(1)} ms, p99 ${at(whole, 0.99).toFixed(1)} ms; reading and mending: p50 ${at(mending, 0.5).toFixed(1)} ms, p99 ${at(mending, 0.99).toFixed(1)} ms\n`,
  )
  // Far above what it takes: this shall fail where something grows with the square of the day.
  expect(at(whole, 0.99)).toBeLessThan(5000)
})
