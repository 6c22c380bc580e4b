import { afterAll, beforeAll, expect, it } from 'vitest'

import { asSystem, listPlans, openDatabase, publishPlan, record, sayWish, type Database } from '@enlace/database'
import { type MatchdayContent } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { testDatabase } from '@enlace/testing'
import { sql } from 'drizzle-orm'

import { askPlan, holdDay, lastPlanOf, type PlannedDay } from '../../test/planner-world.ts'
import { settleAll } from '../../test/settle.ts'
import { notify } from '../notifications/notify.ts'
import { planMatchday } from './plan-matchday.ts'

const log = createLog('worker-test', 'silent')
let database: Database
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 6 })
})
afterAll(() => database.close())

const settle = (): Promise<void> =>
  settleAll(database, log, { 'plan-matchday': planMatchday(database, { secondMs: 60 }), notify })

/** The first visitor does not come in the first slot. */
const hold = (hosts: number, visitors: number, given: Partial<MatchdayContent> = {}): Promise<PlannedDay> =>
  holdDay(database, { hosts, visitors, away: [0] }, given)
const ask = (day: PlannedDay): Promise<unknown> => askPlan(database, day)
const lastPlan = (day: PlannedDay) => lastPlanOf(database, day)

it('gives a time to all who agreed where there is room, none while they are away, and no gap that need not be', async () => {
  const day = await hold(2, 4)
  await ask(day)
  await settle()
  const plan = await lastPlan(day)
  expect(plan).toMatchObject({ state: 'made', agreed: 8, placed: 8, unplaced: [] })
  const first = plan.meetings.filter(({ visitorId }) => visitorId === day.visitors[0])
  expect(first.map(({ slot }) => slot)).not.toContain(0)
  await asSystem(database, (tx) => publishPlan(tx, day.id, plan))
  const [kept] = await asSystem(database, (tx) =>
    tx.execute<{ count: number }>(
      sql`select count(*)::int as count from matchday_bookings where matchday_id = ${day.id}`,
    ),
  )
  // Two people and a place for each.
  expect(kept?.count).toBe(24)
})

it('leaves nobody without a meeting who could have one, and says which pairs have no time', async () => {
  const full = await hold(1, 6, { mostMeetings: 60 })
  await ask(full)
  const capped = await hold(2, 2, { mostMeetings: 1 })
  await ask(capped)
  await settle()
  // One host has four slots for six who all want to meet it.
  expect(await lastPlan(full)).toMatchObject({ agreed: 6, placed: 4 })
  expect((await lastPlan(full)).unplaced.map(({ cause }) => cause)).toEqual(['chosen', 'chosen'])
  const plan = await lastPlan(capped)
  expect(plan).toMatchObject({ agreed: 4, placed: 2 })
  expect(new Set(plan.meetings.flatMap(({ hostId, visitorId }) => [hostId, visitorId])).size).toBe(4)
})

it('gives no time to two who share no language, and says so', async () => {
  const day = await hold(1, 2)
  await asSystem(database, (tx) =>
    tx.execute(sql`
      update matchday_participants set languages = case id when ${day.visitors[0]} then '{en}'::text[] when ${day.visitors[1]} then '{es,pt}' else '{es}' end
      where matchday_id = ${day.id}`),
  )
  await ask(day)
  await settle()
  const plan = await lastPlan(day)
  expect(plan.meetings.map(({ visitorId }) => visitorId)).toEqual([day.visitors[1]])
  expect(plan.unplaced.map(({ visitorId, cause }) => [visitorId, cause])).toEqual([
    [day.visitors[0], 'no-common-language'],
  ])
})

it('keeps those who must meet before those who would like to', async () => {
  const day = await hold(1, 6, { mostMeetings: 2 })
  const [host] = day.hosts
  const must = day.visitors.slice(4)
  await asSystem(database, async (tx) => {
    for (const visitor of must)
      for (const [byId, ofId] of [
        [host, visitor],
        [visitor, host],
      ] as const)
        if (byId !== undefined && ofId !== undefined)
          await sayWish(tx, { matchdayId: day.id, byId, ofId, wish: 'must', reason: '' })
  })
  await ask(day)
  await settle()
  const plan = await lastPlan(day)
  expect(plan.meetings.map(({ visitorId }) => visitorId).toSorted()).toEqual([...must].toSorted())
})

it('makes a timetable once, however often the wish for it is delivered, and leaves those of others alone', async () => {
  const [day, other] = [await hold(1, 1), await hold(1, 1)]
  await ask(day)
  await settle()
  const made = await lastPlan(day)
  await asSystem(database, (tx) =>
    record(
      tx,
      'plan.asked',
      { matchdayId: day.id, organisationId: day.organisationId },
      { organisationId: day.organisationId },
    ),
  )
  await settle()
  expect(await lastPlan(day)).toEqual(made)
  expect(await asSystem(database, (tx) => listPlans(tx, other.id, 1))).toEqual([])
})
