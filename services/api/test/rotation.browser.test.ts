import type { MatchdayView } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import { looksWellAs, looksWellOnPhone } from '../../../web/src/testing/looks-well.ts'
import { meetTheBuyers } from './matchday-people.ts'
import { openWorld } from './open-world.ts'

const { world } = openWorld()
const patience = { timeout: 30_000 }

it('says how good tables are by keyboard, shows who got which, and a firm what it got itself', async () => {
  const [agency, buyer] = [
    await world.organisation('agency', 'Agencia Sur'),
    await world.organisation('buyer', 'Mina Clara'),
  ]
  const firms = [
    await world.organisation('supplier', 'Bombas Este'),
    await world.organisation('supplier', 'Grúas Polo'),
  ] as const
  const people = [await world.person(agency, 'facilitator'), await world.person(firms[0], 'bidder')] as const
  /** A matchday with a timetable, at which each firm meets the buyer at the table of its number. */
  const hold = (tables: readonly (string | undefined)[]): Promise<string> =>
    asSystem(world.system, async (tx) => {
      const [id, host] = [uuidv7(), uuidv7()]
      const places = meetTheBuyers.places.map((place, at) => ({ ...place, appeal: [5, 2][at] }))
      await tx.execute(sql`insert into matchdays (id, organisation_id, state, content, starts_at, ends_at)
        values (${id}, ${agency}, 'published', ${JSON.stringify({ ...meetTheBuyers, places })}::jsonb, now() + interval '1 day', now() + interval '2 days')`)
      await tx.execute(
        sql`insert into matchday_participants (id, matchday_id, organisation_id, side, state) values (${host}, ${id}, ${buyer}, 'host', 'admitted')`,
      )
      for (const [at, firm] of firms.entries()) {
        const visitor = uuidv7()
        await tx.execute(
          sql`insert into matchday_participants (id, matchday_id, organisation_id, side, state) values (${visitor}, ${id}, ${firm}, 'visitor', 'admitted')`,
        )
        await tx.execute(
          sql`insert into matchday_meetings (id, matchday_id, host_id, visitor_id, slot, place) values (${uuidv7()}, ${id}, ${host}, ${visitor}, ${at}, ${tables[at]})`,
        )
      }
      return id
    })
  const id = await hold(['t2', 't1'])
  await hold(['t3', 't1'])

  const organiser = await people[0].look()
  await organiser.go('/matchdays')
  await organiser.page.getByRole('link', { name: 'Who got which tables' }).press('Enter')
  // Those furthest below their share stand first: 2 and 3 of 5, where the others had 5 twice.
  await organiser.page.getByRole('row', { name: /Bombas Este.*2\.5 of 5.*-2\.5/ }).waitFor(patience)
  const names = await organiser.page.getByRole('row').allInnerTexts()
  expect(names.slice(1).map((row) => row.split(/\s/)[0])).toEqual(['Bombas', 'Mina', 'Grúas'])
  await looksWellAs(organiser, 'rotation')
  await looksWellOnPhone(people[0].look, '/matchdays/rotation', 'rotation')

  const mine = await people[1].look()
  await mine.go(`/matchdays/${id}/agenda`)
  await mine.page.getByText('2 of 5 on average this time. 2.5 of 5 so far: 2.5 below a fair share.').waitFor(patience)
  expect(await mine.page.getByText('Grúas Polo').count()).toBe(0)
  await looksWellAs(mine, 'rotation-own')
  await looksWellOnPhone(people[1].look, `/matchdays/${id}#meetings`, 'rotation-own')

  await organiser.go('/matchdays/new')
  await organiser.page.getByLabel('How good these tables are').focus()
  await organiser.page.keyboard.press('5')
  await organiser.page.getByLabel('Title').fill('Meet the mines')
  await organiser.page.getByLabel(/^Day/).fill('2031-05-06')
  await looksWellAs(organiser, 'rotation-form')
  await organiser.page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await organiser.page.waitForURL(/matchdays\/[0-9a-f-]{36}/, patience)
  const saved = await organiser.page.request.get(organiser.page.url().replace('/matchdays/', '/api/matchdays/'))
  const { content } = (await saved.json()) as MatchdayView
  expect(new Set(content.places.map(({ appeal }) => appeal))).toEqual(new Set([5]))
  for (const one of [organiser, mine]) expect(one.complaints).toEqual([])
})
