import { afterAll, beforeAll, expect, it } from 'vitest'

import { asSystem, countSeatings, listRotationDays, openDatabase, publishPlan, type Database } from '@enlace/database'
import { ledgerOf, type MatchdayContent } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { testDatabase } from '@enlace/testing'
import { sql } from 'drizzle-orm'

import { askPlan, holdDay, lastPlanOf, type PlannedDay } from '../../test/planner-world.ts'
import { settleAll } from '../../test/settle.ts'
import { planMatchday } from '../matchdays/plan-matchday.ts'
import { notify } from '../notifications/notify.ts'

const log = createLog('worker-test', 'silent')
let database: Database
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 6 })
})
afterAll(() => database.close())

/** One of the best tables and a poor one, for two pairs in one slot. */
const content: Partial<MatchdayContent> = {
  sessions: [{ name: '', date: '2030-05-06', starts: '09:00', slotCount: 1, slotMinutes: 20, pauseMinutes: 0 }],
  places: ([5, 1] as const).map((appeal, at) => ({
    ...{ key: `t${at + 1}`, name: `Table ${at + 1}`, kind: 'table', zone: 'A', appeal },
  })),
}
async function twoPairs(): Promise<PlannedDay> {
  const day = await holdDay(database, { hosts: 2, visitors: 2 }, content)
  const [hosts, visitors] = [day.hosts, day.visitors].map((all) =>
    sql.join(
      all.map((id) => sql`${id}`),
      sql`, `,
    ),
  )
  // The first host wants the first visitor alone, and the second the second.
  await asSystem(database, (tx) =>
    tx.execute(sql`
      delete from matchday_wishes where (by_id, of_id) not in (
        select host, visitor from unnest(array[${hosts}]::uuid[], array[${visitors}]::uuid[]) as pairs (host, visitor)
        union all select visitor, host from unnest(array[${hosts}]::uuid[], array[${visitors}]::uuid[]) as pairs (host, visitor))
      and matchday_id = ${day.id}`),
  )
  return day
}
/** Has a matchday be one of the organiser of another, with the same firms. */
const after = (before: PlannedDay, day: PlannedDay): Promise<unknown> =>
  asSystem(database, async (tx) => {
    await tx.execute(sql`update matchdays set organisation_id = ${before.organisationId} where id = ${day.id}`)
    for (const side of ['hosts', 'visitors'] as const)
      for (const [at, id] of day[side].entries())
        await tx.execute(sql`
          update matchday_participants set organisation_id = (select organisation_id from matchday_participants where id = ${before[side][at]})
          where id = ${id}`)
  })

/** Has a timetable made and published; which pair has which table. */
async function plan(day: PlannedDay): Promise<string[]> {
  await askPlan(database, day)
  await settleAll(database, log, { 'plan-matchday': planMatchday(database, { secondMs: 60 }), notify })
  const made = await lastPlanOf(database, day)
  await asSystem(database, async (tx) => {
    await publishPlan(tx, day.id, made)
    await tx.execute(sql`update matchdays set state = 'published' where id = ${day.id}`)
  })
  return made.meetings.map(({ hostId, place }) => `${place} ${day.hosts.indexOf(hostId)}`).toSorted()
}

it('gives the good table to those who had the poor one at the matchday before, of the same organiser alone', async () => {
  const first = await twoPairs()
  const [second, elsewhere] = [await twoPairs(), await twoPairs()]
  await after(first, second)
  const given = await plan(first)
  expect(given.length).toBe(2)
  expect(await plan(second)).toEqual(given.map((_, at) => `t${at + 1} ${given[1 - at]?.at(-1)}`))
  expect(await plan(elsewhere)).toEqual(given)
  const ledger = await asSystem(database, async (tx) =>
    ledgerOf(await countSeatings(tx, await listRotationDays(tx, first.organisationId))),
  )
  expect(ledger.map(({ matchdays, tableBalance }) => `${matchdays} ${tableBalance}`)).toEqual(Array(4).fill('2 0'))
})

it('counts no plan that is made anew against itself', async () => {
  const day = await twoPairs()
  const given = await plan(day)
  // Were its own meetings a debt, the tables would change hands with every plan.
  expect(await plan(day)).toEqual(given)
})
