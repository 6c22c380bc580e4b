import { afterAll, beforeAll, expect, it } from 'vitest'

import { openDatabase, type Database } from '@enlace/database'
import type { ParticipantType } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { testDatabase } from '@enlace/testing'

import { askPlan, holdDay, lastPlanOf, type PlannedDay } from '../../test/planner-world.ts'
import { settleAll } from '../../test/settle.ts'
import { planMatchday } from './plan-matchday.ts'

const log = createLog('worker-test', 'silent')
let database: Database
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 6 })
})
afterAll(() => database.close())

async function planned(day: PlannedDay) {
  await askPlan(database, day)
  await settleAll(database, log, { 'plan-matchday': planMatchday(database, { secondMs: 60 }) })
  return lastPlanOf(database, day)
}

const local: ParticipantType = { key: 'local', name: 'Local buyer', side: 'host' }
const hosted: ParticipantType = { key: 'hosted', name: 'Hosted buyer', side: 'host', leastMeetings: 3, hosted: true }
/** Two buyers, one of each type, and three suppliers with a cap and quotas; everybody wants everybody. */
const dayOf = (small: Partial<ParticipantType>, types = ['local', 'hosted']): Promise<PlannedDay> =>
  holdDay(
    database,
    { hosts: 2, visitors: 3, types: { host: types, visitor: ['small', 'small', 'small'] } },
    { types: [local, hosted, { key: 'small', name: 'Small producer', side: 'visitor', ...small }] },
  )
const met = ({ meetings }: Awaited<ReturnType<typeof planned>>, host: string | undefined): number =>
  meetings.filter(({ hostId }) => hostId === host).length

it('keeps to the cap of a type, and gives a hosted firm what it owes where firms without one would share it', async () => {
  const day = await dayOf({ mostMeetings: 1 })
  const plan = await planned(day)
  expect(plan).toMatchObject({ agreed: 6, placed: 3 })
  expect([met(plan, day.hosts[0]), met(plan, day.hosts[1])]).toEqual([0, 3])
  // The same with the hosted one first.
  const other = await dayOf({ mostMeetings: 1 }, ['hosted', 'local'])
  const turned = await planned(other)
  expect([met(turned, other.hosts[0]), met(turned, other.hosts[1])]).toEqual([3, 0])
})

it('keeps to the quotas of a type', async () => {
  const day = await dayOf({ quotas: [{ type: 'local', atLeast: 0, atMost: 0 }] })
  const plan = await planned(day)
  expect(plan).toMatchObject({ agreed: 6, placed: 3 })
  expect(met(plan, day.hosts[0])).toBe(0)
})

it('names the firms when hosted ones cannot be given what they owe', async () => {
  const day = await dayOf({ mostMeetings: 1 }, ['hosted', 'hosted'])
  const plan = await planned(day)
  expect(plan.shortage).toMatchObject({ missing: 3 })
  expect(plan.shortage?.bottlenecks.flatMap(({ firms }) => firms).toSorted()).toEqual([...day.hosts].toSorted())
  expect(plan.shortage?.bottlenecks[0]?.shared.map(({ of }) => of)).toEqual(['firm', 'firm', 'firm'])
})
