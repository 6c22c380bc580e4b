import type { Output, startMatchday } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { looksWellAs, looksWellOnPhone } from '../../../web/src/testing/looks-well.ts'
import { post } from '../../../web/src/testing/post.ts'
import { meetTheBuyers } from './matchday-people.ts'
import { openWorld } from './open-world.ts'

const { pages, world } = openWorld()
const patience = { timeout: 30_000 }

it('brings two people of whom one is away, proposes who comes and lets that be changed, by keyboard', async () => {
  const agency = await world.person(await world.organisation('agency', 'Agencia Austral'), 'facilitator')
  const buyer = await world.person(await world.organisation('buyer', 'Mina Clara'), 'buyer')
  const supplier = await world.person(await world.organisation('supplier', 'Hornos Rojos'), 'bidder')
  const organiser = await agency.look()
  const started: Output<typeof startMatchday> = await post(organiser.context, pages.origin, '/api/matchdays', {
    content: meetTheBuyers,
  })
  const path = `/matchdays/${started.id}`
  await post(organiser.context, pages.origin, `/api${path}/state`, { to: 'open' })
  // They are in, and meet at the first two times.
  await asSystem(world.system, async (tx) => {
    for (const [firm, side] of [
      [buyer, 'host'],
      [supplier, 'visitor'],
    ] as const)
      await tx.execute(sql`
        insert into matchday_participants (id, matchday_id, organisation_id, side, state)
        values (gen_random_uuid(), ${started.id}, ${firm.organisationId}, ${side}, 'admitted')`)
    await tx.execute(sql`update matchdays set state = 'published' where id = ${started.id}`)
    await tx.execute(sql`
      insert into matchday_meetings (id, matchday_id, host_id, visitor_id, slot, place)
      select gen_random_uuid(), ${started.id}, host.id, visitor.id, 0, 't1' from matchday_participants as host, matchday_participants as visitor
      where host.matchday_id = ${started.id} and visitor.matchday_id = ${started.id} and host.side = 'host' and visitor.side = 'visitor'`)
  })

  const seen = await buyer.look()
  const { page } = seen
  await seen.go(path)
  await page.getByRole('link', { name: 'Your party' }).press('Enter')
  await page.getByText('Nobody named yet').waitFor(patience)
  await page.getByLabel('Name').fill('Ana Rojas')
  await page.getByLabel('Role in the firm').fill('Head of purchasing')
  await page.getByText('When they are not there').press('Enter')
  await page.getByRole('checkbox').first().press('Space')
  await page.getByRole('button', { name: 'Add', exact: true }).press('Enter')
  await page.getByText('Nobody of the party of Mina Clara is there at this time').waitFor(patience)
  await page.getByLabel('Name').fill('Ben Soto')
  await page.getByRole('button', { name: 'Add', exact: true }).press('Enter')
  await page.getByText('For Mina Clara: Ben Soto (proposed)').waitFor(patience)

  // Who is away cannot be chosen; once she is there, she can, beside him.
  await page.getByRole('button', { name: 'Choose who comes: Hornos Rojos' }).press('Enter')
  const ana = page.getByRole('checkbox', { name: 'Ana Rojas' })
  await ana.waitFor(patience)
  expect(await ana.isDisabled()).toBe(true)
  await looksWellAs(seen, 'party')
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await page.getByRole('button', { name: 'Change Ana Rojas' }).press('Enter')
  const form = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Save' }) })
  await form.getByText('When they are not there').press('Enter')
  await form.getByRole('checkbox').first().press('Space')
  await form.getByRole('button', { name: 'Save' }).press('Enter')
  await page.getByRole('button', { name: 'Change Ana Rojas' }).waitFor(patience)
  await page.getByRole('button', { name: 'Choose who comes: Hornos Rojos' }).press('Enter')
  for (const name of ['Ana Rojas', 'Ben Soto']) {
    const box = page.getByRole('checkbox', { name })
    // What was just saved is on the page in a moment.
    await expect.poll(() => box.isEnabled(), patience).toBe(true)
    if (!(await box.isChecked())) await box.press('Space')
  }
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await page.getByText('For Mina Clara: Ana Rojas (Head of purchasing), Ben Soto').waitFor(patience)
  await looksWellAs(seen, 'party-chosen')

  // Each of them has a badge of their own, and what to read before a meeting names them.
  await seen.go(`${path}/badge`)
  await page.getByRole('button', { name: 'Make a badge for Ana Rojas' }).press('Enter')
  await page.getByRole('button', { name: 'Make a badge for Ana Rojas' }).waitFor({ ...patience, state: 'detached' })
  await looksWellAs(seen, 'party-badges')
  await seen.go(`${path}/agenda`)
  await page.getByText('Ana Rojas (Head of purchasing)').waitFor(patience)

  // The other side reads who comes; the organiser does, and sees the parties.
  const other = await supplier.look()
  await other.go(`${path}#meetings`)
  await other.page.getByText('For Mina Clara: Ana Rojas (Head of purchasing), Ben Soto').waitFor(patience)
  await organiser.go(`${path}/party`)
  await organiser.page.getByLabel('Firm', { exact: true }).selectOption({ label: 'Mina Clara (2)' })
  await organiser.page.getByRole('heading', { name: 'Ana Rojas' }).waitFor(patience)
  await looksWellAs(organiser, 'parties')
  await looksWellOnPhone(buyer.look, `${path}/party`, 'party')
  await looksWellOnPhone(supplier.look, `${path}#meetings`, 'party-meetings')
  expect([...seen.complaints, ...other.complaints, ...organiser.complaints]).toEqual([])
})
