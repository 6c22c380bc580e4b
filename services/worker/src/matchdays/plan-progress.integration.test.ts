import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  asSystem,
  callOffPlan,
  listPlans,
  openDatabase,
  publishPlan,
  takeWhatThereIs,
  type Database,
} from '@enlace/database'
import { topic } from '@enlace/contracts'
import { type MatchdayContent, type MatchdayPlanId, type MeetingId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { testDatabase } from '@enlace/testing'
import { sql } from 'drizzle-orm'

import { askPlan, holdDay, lastPlanOf, type AskedPlan, type PlannedDay } from '../../test/planner-world.ts'
import { settleAll, takeDue } from '../../test/settle.ts'
import { deliver } from '../reactions/react.ts'
import { planMatchday } from './plan-matchday.ts'

const log = createLog('worker-test', 'silent')
let database: Database
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 6 })
})
afterAll(() => database.close())

/** With two hosts and three visitors everybody fits, and somebody always has a break: the search goes on to its end. */
const restless: Partial<MatchdayContent> = {
  sessions: [{ name: '', date: '2030-05-06', starts: '09:00', slotCount: 3, slotMinutes: 20, pauseMinutes: 0 }],
  places: ['t1', 't2'].map((key) => ({ key, name: key, kind: 'table', zone: 'A' })),
}

/** One table unless something else is given. */
const hold = (hosts: number, visitors: number, given: Partial<MatchdayContent> = {}): Promise<PlannedDay> =>
  holdDay(
    database,
    { hosts, visitors },
    { places: [{ key: 't1', name: 'Table 1', kind: 'table', zone: 'A' }], ...given },
  )
const ask = (day: PlannedDay, given?: AskedPlan): Promise<MatchdayPlanId> => askPlan(database, day, given)
const lastPlan = (day: PlannedDay) => lastPlanOf(database, day)
const make = async (day: PlannedDay, given: AskedPlan = {}, secondMs = 40) => {
  await ask(day, given)
  await settleAll(database, log, { 'plan-matchday': planMatchday(database, { secondMs }) })
  return lastPlan(day)
}
const count = async (of: ReturnType<typeof sql>): Promise<number> => {
  const [row] = await asSystem(database, (tx) =>
    tx.execute<{ count: number }>(sql`select count(*)::int as count ${of}`),
  )
  return row?.count ?? -1
}
const patience = async (until: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; !(await until()); tries += 1) {
    if (tries > 200) throw new Error('it did not come')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

it('tells its organiser alone how far it is, at most four times a second and without an event, and ends when told to', async () => {
  const day = await hold(2, 3, restless)
  const planId = await ask(day, { seconds: 600 })
  const woken: number[] = []
  const wake = async (notes: readonly unknown[]): Promise<void> => void (notes.length > 0 && woken.push(Date.now()))
  const begun = Date.now()
  const made = settleAll(database, log, { 'plan-matchday': planMatchday(database, { wake }) })
  await patience(async () => woken.length >= 4)
  // This thread made timetables all the while, and answered.
  const seen = await lastPlan(day)
  expect(seen).toMatchObject({ state: 'asked', progress: { agreed: 6, placed: 6, breaks: 1, bound: 0 } })
  await asSystem(database, (tx) => takeWhatThereIs(tx, planId))
  await made
  expect(Date.now() - begun).toBeLessThan(60_000)
  expect(woken.slice(1).every((at, index) => at - (woken[index] ?? 0) >= 200)).toBe(true)
  expect(await lastPlan(day)).toMatchObject({ state: 'made', placed: 6, breaks: 1 })
  const notes = sql`from live_notes where name = 'plan.progressed' and subject = ${planId}`
  expect(await count(notes)).toBe(woken.length)
  expect(await count(sql`${notes} and topic <> ${topic.organisation(day.organisationId)}`)).toBe(0)
  expect(await count(sql`from events where organisation_id = ${day.organisationId}`)).toBe(2)
}, 90_000)

it('leaves nothing of one that is called off', async () => {
  const day = await hold(2, 3, restless)
  const planId = await ask(day, { seconds: 600 })
  const made = settleAll(database, log, { 'plan-matchday': planMatchday(database) })
  await patience(async () => (await lastPlan(day)).progress !== null)
  await asSystem(database, (tx) => callOffPlan(tx, planId))
  await made
  expect(await asSystem(database, (tx) => listPlans(tx, day.id, 1))).toEqual([])
  expect(await count(sql`from events where organisation_id = ${day.organisationId} and name = 'plan.made'`)).toBe(0)
}, 60_000)

it('makes it anew where a worker died over it, once', async () => {
  const day = await hold(2, 6)
  await ask(day)
  const [due] = await takeDue(database)
  if (due === undefined) throw new Error('nothing is due')
  const dies = planMatchday(database, { wake: () => Promise.reject(new Error('away')), secondMs: 20 })
  if (!('prepare' in dies)) throw new Error('it prepares first')
  // Two workers at once: one dies before it could keep what it made, then the others deliver it twice.
  const event = { ...due, id: due.eventId, payload: { matchdayId: day.id, organisationId: day.organisationId } }
  await dies.prepare(event as never)
  expect(await lastPlan(day)).toMatchObject({ state: 'asked' })
  const again = deliver(database, log, due.reaction, planMatchday(database, { secondMs: 20 }))
  await Promise.all([again(due.eventId), again(due.eventId)])
  expect(await lastPlan(day)).toMatchObject({ state: 'made', placed: 4 })
  expect(await count(sql`from events where organisation_id = ${day.organisationId} and name = 'plan.made'`)).toBe(1)
}, 60_000)

it('proves why not all fit, and names what was seen to help', async () => {
  const day = await hold(2, 6)
  const plan = await make(day)
  expect(plan).toMatchObject({ placed: 4, agreed: 12, shortage: { missing: 2, tablesFull: true } })
  const [bottleneck] = plan.shortage?.bottlenecks ?? []
  // Six suppliers are promised a meeting each, and one table in four slots gives four.
  expect(bottleneck).toMatchObject({ needed: 6, room: 4, shared: [{ of: 'tables', room: 4 }] })
  expect([...(bottleneck?.firms ?? [])].toSorted()).toEqual([...day.visitors].toSorted())
  const remedies = plan.shortage?.remedies ?? []
  expect(
    remedies.map(({ assumed: { tables, moreSlots }, placed, missing }) => [tables, moreSlots, placed, missing]),
  ).toEqual([
    [2, 0, 8, 0],
    [null, 1, 5, 1],
  ])
  // Whether one helps is what making it under that assumption says.
  expect((await make(day, { assumed: { tables: 2 } })).placed).toBe(8)
  // A higher cap does not.
  expect((await make(day, { assumed: { mostMeetings: 5 } })).placed).toBe(4)
}, 60_000)

it('names suppliers that agreed with fewer than the floor promises, and keeps a floor of two where it can', async () => {
  const alone = await hold(1, 2, { leastMeetings: 2 })
  const plan = await make(alone)
  expect(plan.shortage?.unasked.map(({ agreed }) => agreed)).toEqual([1, 1])
  expect(plan.shortage?.bottlenecks).toEqual([])
  // Three hosts, four suppliers, two tables: eight of twelve pairs fit: two each.
  const floor = await make(await holdDay(database, { hosts: 3, visitors: 4 }, { leastMeetings: 2 }))
  const counts = new Map<string, number>()
  for (const { visitorId } of floor.meetings) counts.set(visitorId, (counts.get(visitorId) ?? 0) + 1)
  expect([...counts.values()]).toEqual([2, 2, 2, 2])
}, 60_000)

it('makes it under other assumptions without changing the matchday', async () => {
  const day = await hold(2, 2, {
    sessions: [
      { ...{ name: '', date: '2030-05-06', slotMinutes: 20, pauseMinutes: 0 }, starts: '09:00', slotCount: 2 },
      { ...{ name: '', date: '2030-05-06', slotMinutes: 20, pauseMinutes: 0 }, starts: '12:00', slotCount: 2 },
    ],
  })
  expect((await make(day)).placed).toBe(4)
  const without = await make(day, { assumed: { withoutSessions: [0] } })
  expect(without.meetings.map(({ slot }) => slot).toSorted((a, b) => a - b)).toEqual([2, 3])
  const [host] = day.hosts
  const absent = await make(day, { assumed: { absent: host === undefined ? [] : [host] } })
  expect(absent.agreed).toBe(2)
  expect(absent.meetings.some(({ hostId }) => hostId === host)).toBe(false)
}, 60_000)

it('keeps meetings that are to stay in their slot and place, and plans the others around them', async () => {
  const places = ['t1', 't2'].map((key) => ({ key, name: key, kind: 'table' as const, zone: 'A' }))
  const day = await hold(2, 3, { places })
  const [host, visitor] = [day.hosts[1], day.visitors[2]]
  if (host === undefined || visitor === undefined) throw new Error('nobody came')
  const stays = { hostId: host, visitorId: visitor, slot: 3, place: 't2' }
  const first = await make(day)
  await asSystem(database, (tx) => publishPlan(tx, day.id, { id: first.id, meetings: [stays] }))
  const [meeting] = await asSystem(database, (tx) =>
    tx.execute<{ id: MeetingId }>(sql`select id from matchday_meetings where matchday_id = ${day.id}`),
  )
  const kept = await make(day, { kept: meeting === undefined ? [] : [meeting.id] })
  expect(kept).toMatchObject({ placed: 6, agreed: 6 })
  expect(kept.meetings).toContainEqual(expect.objectContaining(stays))
}, 60_000)
