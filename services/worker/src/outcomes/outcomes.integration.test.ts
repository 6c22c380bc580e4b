import { afterAll, beforeAll, expect, it } from 'vitest'

import { asSystem, claimDueLinkage, feedClock, openDatabase, readPlanBasis, type Database } from '@enlace/database'
import type { LinkageId, OrganisationId } from '@enlace/domain'
import { makeOrganisation, testDatabase } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { choosePairs } from '../matchdays/choose-pairs.ts'
import { askForOutcomes } from './ask-for-outcomes.ts'

let database: Database
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 6 })
})
afterAll(() => database.close())

const content = {
  ...{
    title: 'Meet the buyers',
    text: '',
    language: 'en',
    venue: '',
    timeZone: 'UTC',
    walkingMinutes: 0,
    mostMeetings: 1,
  },
  sessions: [{ name: '', date: '2030-05-06', starts: '09:00', slotCount: 1, slotMinutes: 20, pauseMinutes: 0 }],
  places: [{ key: 't1', name: 'Table 1', kind: 'table', zone: 'A' }],
}
type Day = {
  id: string
  agency: OrganisationId
  host: string
  buyer: OrganisationId
  visitors: string[]
  suppliers: OrganisationId[]
}
/** A matchday with one buyer and so many suppliers who agreed with it, where the buyer has time for one. */
const hold = (count: number, of?: Day): Promise<Day> =>
  asSystem(database, async (tx) => {
    const agency = of?.agency ?? (await makeOrganisation(tx, 'agency'))
    const [id, host] = [uuidv7(), uuidv7()]
    const ended = new Date(Date.now() - 3_600_000).toISOString()
    await tx.execute(sql`insert into matchdays (id, organisation_id, state, content, starts_at, ends_at)
      values (${id}, ${agency}, 'published', ${JSON.stringify(content)}::jsonb, ${ended}, ${ended})`)
    const come = async (own: string, firm: OrganisationId, side: string): Promise<void> => {
      await tx.execute(
        sql`insert into matchday_participants (id, matchday_id, organisation_id, side, state) values (${own}, ${id}, ${firm}, ${side}, 'admitted')`,
      )
    }
    const buyer = of?.buyer ?? (await makeOrganisation(tx, 'buyer'))
    await come(host, buyer, 'host')
    const [visitors, suppliers]: [string[], OrganisationId[]] = [[], []]
    for (let n = 0; n < count; n += 1) {
      const [own, firm] = [uuidv7(), of?.suppliers[n] ?? (await makeOrganisation(tx, 'supplier'))]
      await come(own, firm, 'visitor')
      for (const [by, about] of [
        [host, own],
        [own, host],
      ])
        await tx.execute(
          sql`insert into matchday_wishes (matchday_id, by_id, of_id, wish) values (${id}, ${by}, ${about}, 'meet')`,
        )
      visitors.push(own)
      suppliers.push(firm)
    }
    return { id, agency, host, buyer, visitors, suppliers }
  })
const meet = ({ id, host, visitors }: Day, state = 'planned'): Promise<string> =>
  asSystem(database, async (tx) => {
    const meeting = uuidv7()
    await tx.execute(
      sql`insert into matchday_meetings (id, matchday_id, host_id, visitor_id, slot, place, state) values (${meeting}, ${id}, ${host}, ${visitors[0]}, 0, 't1', ${state})`,
    )
    return meeting
  })
const told = async ({ id, buyer, suppliers }: Day): Promise<[number, number]> => {
  const rows = await asSystem(database, (tx) =>
    tx.execute<{ organisationId: OrganisationId }>(
      sql`select organisation_id as "organisationId" from notifications where kind = 'outcome-due' and subject = ${id}`,
    ),
  )
  const of = (firm: OrganisationId | undefined): number =>
    rows.filter(({ organisationId }) => organisationId === firm).length
  return [of(buyer), of(suppliers[0])]
}

it('asks once at the end of the day and once two days later, and nobody who has answered', async () => {
  const day = await hold(1)
  const meeting = await meet(day)
  const after = (days: number): Date => new Date(Date.now() + days * 86_400_000)
  await askForOutcomes(database, after(-1))
  expect(await told(day)).toEqual([0, 0])
  // Two workers at once, and again later: a row says that it was done.
  await Promise.all([askForOutcomes(database, after(0)), askForOutcomes(database, after(0))])
  await askForOutcomes(database, after(1))
  expect(await told(day)).toEqual([1, 1])
  await asSystem(database, (tx) =>
    tx.execute(
      sql`insert into meeting_outcomes (meeting_id, organisation_id, side, held) values (${meeting}, ${day.buyer}, 'host', 'held')`,
    ),
  )
  await askForOutcomes(database, after(3))
  await askForOutcomes(database, after(4))
  expect(await told(day)).toEqual([1, 2])
  await askForOutcomes(database, after(30))
  expect(await told(day)).toEqual([1, 2])
})

it('asks both sides of a linkage on the day after a next step is due, before the clock itself would', async () => {
  const day = await hold(1)
  const meeting = await meet(day, 'held')
  const [supplier] = day.suppliers
  if (supplier === undefined) throw new Error('there is a supplier')
  const id = uuidv7() as LinkageId
  const due = new Date(Date.now() + 3 * 86_400_000 + 3_600_000)
  const claim = (at: Date) => asSystem(database, (tx) => claimDueLinkage(tx, at))
  await asSystem(database, async (tx) => {
    await tx.execute(
      sql`insert into linkages (id, buyer_id, supplier_id, stage, clock_due_at) values (${id}, ${day.buyer}, ${supplier}, 'match', now() + interval '7 days')`,
    )
    await tx.execute(
      sql`insert into meeting_outcomes (meeting_id, organisation_id, side, held, next_on) values (${meeting}, ${supplier}, 'visitor', 'held', (now() + interval '2 days')::date)`,
    )
    await feedClock(tx, day.buyer, supplier)
  })
  expect(await claim(new Date(Date.now() + 86_400_000))).toBeNull()
  expect(await claim(due)).toMatchObject({ id, stage: 'match', days: 3 })
  expect(await claim(due)).toBeNull()
  // The clock's own first round stays as it was.
  expect(await claim(new Date(Date.now() + 8 * 86_400_000))).toMatchObject({ id, days: 7 })
})

it('lets absences decide between pairs that are otherwise equal, never against a must or a first meeting', async () => {
  const earlier = await hold(2)
  const elsewhere = await hold(2)
  const absent = (day: Day, firm: OrganisationId | undefined) =>
    asSystem(database, (tx) =>
      tx.execute(
        sql`insert into no_shows (id, matchday_id, organiser_id, organisation_id, side, witness) values (${uuidv7()}, ${day.id}, ${day.agency}, ${firm ?? null}, 'visitor', 'organiser')`,
      ),
    )
  const chosen = async (day: Day): Promise<(number | undefined)[]> => {
    await asSystem(database, (tx) =>
      tx.execute(sql`insert into matchday_plans (id, matchday_id) values (${uuidv7()}, ${day.id})`),
    )
    const asked = await asSystem(database, (tx) => readPlanBasis(tx, day.id as never))
    if (asked === null) throw new Error('no plan was asked for')
    return (await choosePairs(asked)).basis.pairs.map(({ visitorId }) => day.visitors.indexOf(visitorId))
  }
  // Whoever the planner takes when all is equal is the one that was absent: the other is taken then.
  const [usual] = await chosen(await hold(2, earlier))
  const kept = usual === 0 ? 1 : 0
  await absent(elsewhere, earlier.suppliers[usual ?? 0])
  expect(await chosen(await hold(2, earlier))).toEqual([usual])
  await absent(earlier, earlier.suppliers[usual ?? 0])
  expect(await chosen(await hold(2, earlier))).toEqual([kept])
  // Who must be met is met, absent or not.
  const must = await hold(2, earlier)
  await asSystem(database, (tx) =>
    tx.execute(
      sql`update matchday_wishes set wish = 'must' where by_id = ${must.host} and of_id = ${must.visitors[usual ?? 0] ?? null}`,
    ),
  )
  expect(await chosen(must)).toEqual([usual])
  // And alone it has its first meeting.
  const alone = await hold(1, { ...earlier, suppliers: earlier.suppliers.slice(usual ?? 0) })
  expect(await chosen(alone)).toEqual([0])
})
