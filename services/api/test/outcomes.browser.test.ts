import { asSystem, openDatabase } from '@enlace/database'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import { looksWellAs, looksWellOnPhone } from '../../../web/src/testing/looks-well.ts'
import { openWorld } from './open-world.ts'
import { meetTheBuyers } from './matchday-people.ts'

const { pages, world } = openWorld()
const patience = { timeout: 30_000 }

it('takes three keys to say what became of a meeting, and shows the organiser only what all come to', async () => {
  const [agency, buyer, firm] = [
    await world.organisation('agency', 'Agencia Sur'),
    await world.organisation('buyer', 'Mina Clara'),
    await world.organisation('supplier', 'Bombas Este'),
  ]
  const system = openDatabase({
    url: pages.house.environment['DATABASE_URL'] ?? '',
    role: 'enlace_system',
    maxConnections: 1,
  })
  const [id, host, visitor] = [uuidv7(), uuidv7(), uuidv7()]
  await asSystem(system, async (tx) => {
    await tx.execute(sql`insert into matchdays (id, organisation_id, state, content, starts_at, ends_at)
      values (${id}, ${agency}, 'published', ${JSON.stringify(meetTheBuyers)}::jsonb, now() - interval '1 day', now())`)
    await tx.execute(sql`insert into matchday_participants (id, matchday_id, organisation_id, side, state)
      values (${host}, ${id}, ${buyer}, 'host', 'admitted'), (${visitor}, ${id}, ${firm}, 'visitor', 'admitted')`)
    await tx.execute(
      sql`insert into matchday_meetings (id, matchday_id, host_id, visitor_id, slot, place) values (${uuidv7()}, ${id}, ${host}, ${visitor}, 0, 't1')`,
    )
  })
  await system.close()
  const people = [
    await world.person(agency, 'facilitator'),
    await world.person(buyer, 'buyer'),
    await world.person(firm, 'bidder'),
  ] as const
  const [organiser, mine] = [await people[0].look(), await people[1].look()]
  await mine.go(`/matchdays/${id}/outcomes`)
  await mine.page.getByText('One left').waitFor(patience)
  await mine.page.getByRole('radio', { name: 'We met' }).focus()
  const began = Date.now()
  const keys = ['1', 'Tab', '4']
  for (const key of keys) await mine.page.keyboard.press(key)
  await mine.page.getByText('Saved').waitFor(patience)
  await mine.page.getByText('The other side has not answered').waitFor(patience)
  const seconds = (Date.now() - began) / 1000
  console.info(`an outcome by keyboard: ${keys.length} keystrokes, ${seconds} s until it is kept`)
  expect(seconds).toBeLessThan(30)
  expect(await mine.page.getByRole('radio', { name: 'A quote' }).isChecked()).toBe(true)
  await mine.page.getByText('All answered').waitFor(patience)
  await looksWellAs(mine, 'outcomes')
  await looksWellOnPhone(people[2].look, `/matchdays/${id}/outcomes`, 'outcomes')
  await mine.page.getByRole('button', { name: 'Undo' }).press('Enter')
  await mine.page.getByRole('radio', { name: 'A quote', checked: false }).waitFor(patience)
  await organiser.go(`/matchdays/${id}/results`)
  await organiser.page.getByRole('row', { name: /With a time 1/ }).waitFor(patience)
  await looksWellAs(organiser, 'results')
  await looksWellOnPhone(people[0].look, `/matchdays/${id}/results`, 'results')

  // The buyer says that nobody came; the firm says why, and the organiser decides.
  await mine.page.getByRole('radio', { name: 'We met' }).focus()
  await mine.page.keyboard.press('2')
  await mine.page.getByRole('radio', { name: 'A quote' }).waitFor({ ...patience, state: 'detached' })
  await mine.page.getByText('Saved').waitFor(patience)
  const theirs = await people[2].look()
  await theirs.go('/matchdays/no-shows')
  await theirs.page.getByLabel('What happened').fill('The pass was closed.')
  await looksWellAs(theirs, 'no-shows')
  await theirs.page.getByRole('button', { name: 'Send to the organiser' }).press('Enter')
  await organiser.go('/matchdays/no-shows')
  await organiser.page.getByLabel('Your reason').fill('It was on the news.')
  await looksWellAs(organiser, 'no-shows-organiser')
  await organiser.page.getByRole('button', { name: 'Accept' }).press('Enter')
  await theirs.page.getByText('Excused').waitFor(patience)
  for (const one of [organiser, mine, theirs]) expect(one.complaints).toEqual([])
})
