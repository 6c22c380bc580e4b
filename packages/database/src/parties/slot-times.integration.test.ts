import { asId, slotsOf, type MatchdayContent, type MatchdayId } from '@enlace/domain'
import { makeOrganisation, testDatabase } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { insertMatchday } from '../matchdays/matchday.store.ts'
import { openDatabase, type Database } from '../open.ts'
import { asSystem } from '../transaction.ts'

let database: Database
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 2 })
})
afterAll(() => database.close())

/** Nights in which a clock is changed, by an hour or by half of one, and days in which none is. */
const nights: readonly (readonly [zone: string, date: string, starts: string])[] = [
  ['Europe/Madrid', '2030-10-27', '02:30'],
  ['Europe/Madrid', '2030-10-27', '01:45'],
  ['Europe/Madrid', '2030-03-31', '03:15'],
  ['America/Santiago', '2030-04-06', '23:30'],
  ['Australia/Lord_Howe', '2030-04-07', '01:45'],
  ['America/Lima', '2030-05-06', '09:00'],
  ['Asia/Kathmandu', '2030-05-06', '00:00'],
]

it.each(nights)('has the slots of %s on %s from %s on when everybody else has them', async (timeZone, date, starts) => {
  const session = { name: '', slotCount: 4, slotMinutes: 20, pauseMinutes: 5 }
  const content: MatchdayContent = {
    ...{ title: 'Night', text: '', language: 'en', venue: '', timeZone },
    sessions: [
      { ...session, date: '2030-12-24', starts: '09:00' },
      { ...session, date, starts },
    ],
    ...{ places: [], walkingMinutes: 0, mostMeetings: 4 },
  }
  const slots = slotsOf(content) ?? []
  const found = await asSystem(database, async (tx) => {
    const id = asId<MatchdayId>(uuidv7())
    await insertMatchday(tx, { id, organisationId: await makeOrganisation(tx, 'agency'), content })
    return tx.execute<{ starts: number; ends: number }>(sql`
      select extract(epoch from lower(during))::float * 1000 as starts, extract(epoch from upper(during))::float * 1000 as ends
      from generate_series(0, 7) as slot, slot_during(${id}, slot) as during order by slot`)
  })
  expect(slots).toHaveLength(8)
  expect(found.map((one) => ({ ...one }))).toEqual(slots.map(({ starts: from, ends }) => ({ starts: from, ends })))
})
