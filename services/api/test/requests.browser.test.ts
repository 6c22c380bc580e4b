import type { Output, startMatchday } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { looksWellAs, looksWellOnPhone } from '../../../web/src/testing/looks-well.ts'
import { post } from '../../../web/src/testing/post.ts'
import { meetTheBuyers } from './matchday-people.ts'
import { openWorld } from './open-world.ts'
import { ranked } from './ranked.ts'

const { pages, world } = openWorld()
const patience = { timeout: 30_000 }

it('a firm asks whom its matches speak for, the other accepts, and two are introduced by the organiser', async () => {
  const agency = await world.person(await world.organisation('agency', 'Agencia Norte'), 'facilitator')
  const buyer = await world.person(await world.organisation('buyer', 'Mina Clara'), 'buyer')
  const supplier = await world.person(await world.organisation('supplier', 'Hornos Rojos'), 'bidder')
  const second = await world.person(await world.organisation('supplier', 'Bombas Ñuble'), 'bidder')
  const organiser = await agency.look()
  const day: Output<typeof startMatchday> = await post(organiser.context, pages.origin, '/api/matchdays', {
    content: meetTheBuyers,
  })
  const path = `/matchdays/${day.id}`
  // Until when firms answer is set with the rest of the matchday.
  await organiser.go(path)
  await organiser.page.getByRole('button', { name: 'Edit' }).press('Enter')
  const until = organiser.page.getByLabel('Answers to requests until')
  await until.fill('2030-05-02T12:00')
  await looksWellAs(organiser, 'requests-deadline')
  await organiser.page.getByRole('button', { name: 'Save' }).press('Enter')
  await organiser.page.getByText(/Answers until/).waitFor(patience)
  await post(organiser.context, pages.origin, `/api${path}/state`, { to: 'open' })
  await asSystem(world.system, async (tx) => {
    for (const [firm, side] of [
      [buyer, 'host'],
      [supplier, 'visitor'],
      [second, 'visitor'],
    ] as const)
      await tx.execute(sql`
        insert into matchday_participants (id, matchday_id, organisation_id, side, state)
        values (gen_random_uuid(), ${day.id}, ${firm.organisationId}, ${side}, 'admitted')`)
  })
  await ranked(world.system, buyer.organisationId, 'Fog cannons for the north road', 2)

  // The buyer has nothing to answer yet, and sees at once who asks.
  const host = await buyer.look()
  await host.go(`${path}/requests`)
  await host.page.getByText('No request waits for you').waitFor(patience)
  const visitor = await supplier.look()
  await visitor.go(path)
  await visitor.page.getByRole('link', { name: 'Requests' }).press('Enter')
  await visitor.page.getByText('Fog cannons for the north road').waitFor(patience)
  await looksWellAs(visitor, 'requests-suggested')
  await visitor.page.getByRole('button', { name: 'Ask to meet Mina Clara' }).press('Enter')
  await visitor.page.getByText('Nobody to suggest').waitFor(patience)
  await host.page.getByText(/Your need “Fog cannons for the north road”/).waitFor(patience)
  await looksWellAs(host, 'requests-waiting')
  await host.page.getByRole('button', { name: 'Accept to meet Hornos Rojos' }).press('Enter')
  await host.page.getByText('No request waits for you').waitFor(patience)

  // The organiser takes a pair that a match speaks for.
  await organiser.go(`${path}/requests`)
  await organiser.page.getByRole('button', { name: 'Fill in Mina Clara and Bombas Ñuble' }).press('Enter')
  const reason = organiser.page.getByRole('textbox', { name: /^Reason/ })
  await expect.poll(() => reason.evaluate((field) => field === document.activeElement), patience).toBe(true)
  await organiser.page.getByRole('button', { name: 'Propose', exact: true }).press('Enter')
  await organiser.page.getByText('Waiting for both').waitFor(patience)
  await looksWellAs(organiser, 'requests-introductions')
  await host.page.getByRole('button', { name: 'Accept to meet Bombas Ñuble' }).press('Enter')
  await host.page.getByText('You accepted; the other has not answered').waitFor(patience)
  await looksWellOnPhone(second.look, `${path}/requests`, 'requests')
  const late = await second.look()
  await late.go(`${path}/requests`)
  await late.page.getByRole('button', { name: 'Accept to meet Mina Clara' }).press('Enter')
  await organiser.page.getByText('Both accepted', { exact: true }).waitFor(patience)

  // Two of them are kept apart, by keyboard; that is taken back, and said again by undoing it.
  await organiser.go(`${path}/separations`)
  for (const [field, name] of [
    ['Buyer', 'Mina Clara'],
    ['Supplier', 'Bombas Ñuble'],
  ] as const) {
    await organiser.page.getByRole('combobox', { name: field }).fill(name)
    await organiser.page.getByRole('option', { name }).waitFor(patience)
    await organiser.page.keyboard.press('ArrowDown')
    await organiser.page.keyboard.press('Enter')
  }
  await organiser.page.getByLabel('Reason').fill('They are at law with each other.')
  await organiser.page.getByRole('button', { name: 'Add' }).press('Enter')
  const back = organiser.page.getByRole('button', { name: 'Take back: Mina Clara – Bombas Ñuble' })
  await back.waitFor(patience)
  await looksWellAs(organiser, 'separations')
  await looksWellOnPhone(agency.look, `${path}/separations`, 'separations')
  await back.press('Enter')
  await organiser.page.getByText('Nobody is kept apart').waitFor(patience)
  await organiser.page.getByRole('button', { name: 'Undo' }).first().press('Enter')
  await back.waitFor(patience)
  // A firm names another in its own list, which says nothing of what the organiser said.
  await host.go(`${path}/separations`)
  await host.page.getByText('Nobody is kept apart').waitFor(patience)
  await host.page.getByRole('combobox', { name: 'Supplier' }).fill('Hornos')
  await host.page.getByRole('option', { name: 'Hornos Rojos' }).click()
  await host.page.getByRole('button', { name: 'Add' }).press('Enter')
  await host.page.getByRole('button', { name: 'Take back: Hornos Rojos' }).press('Enter')
  await host.page.getByText('Nobody is kept apart').waitFor(patience)
  await looksWellAs(host, 'separations-own')

  // What nobody answered in time says so to whom asked.
  await asSystem(world.system, async (tx) => {
    await tx.execute(sql`
      delete from matchday_wishes where by_id in (select id from matchday_participants where organisation_id = ${buyer.organisationId})`)
    await tx.execute(sql`
      update matchdays set content = content || jsonb_build_object('answerBy', clock_timestamp()) where id = ${day.id}`)
  })
  await visitor.go(`${path}#firms`)
  await visitor.page.getByText('Not answered in time').waitFor(patience)
  await looksWellAs(visitor, 'requests-expired')
  for (const { complaints } of [organiser, host, visitor, late]) expect(complaints).toEqual([])
  for (const { context } of [organiser, host, visitor, late]) await context.close()
})
