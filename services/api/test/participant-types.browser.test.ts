import type { Output, startMatchday } from '@enlace/contracts'
import { expect, it } from 'vitest'

import { looksWellAs, looksWellOnPhone } from '../../../web/src/testing/looks-well.ts'
import { post } from '../../../web/src/testing/post.ts'
import { meetTheBuyers } from './matchday-people.ts'
import { openWorld } from './open-world.ts'

const { pages, world } = openWorld()
const patience = { timeout: 30_000 }

it('sets up a hosted buyer, admits a firm as one until the seats are taken, and tells it what it owes', async () => {
  const agency = await world.person(await world.organisation('agency', 'Agencia Austral'), 'facilitator')
  const buyer = await world.person(await world.organisation('buyer', 'Mina Clara'), 'buyer')
  const second = await world.person(await world.organisation('buyer', 'Puerto Norte'), 'buyer')
  const organiser = await agency.look()
  const started: Output<typeof startMatchday> = await post(organiser.context, pages.origin, '/api/matchdays', {
    content: meetTheBuyers,
  })
  const path = `/matchdays/${started.id}`
  const { page } = organiser
  await organiser.go(path)
  await page.getByRole('button', { name: 'Edit' }).press('Enter')
  for (const [name, least] of [
    ['Hosted buyer', '4'],
    ['Small producer', ''],
  ] as const) {
    await page.getByRole('button', { name: 'Add a type' }).press('Enter')
    await page.getByLabel('Name of the type').last().fill(name)
    await page.getByLabel('Least meetings', { exact: true }).last().fill(least)
  }
  await page.getByLabel('They are').last().selectOption('visitor')
  await page.getByLabel('Seats').first().fill('1')
  await page.getByLabel('Hosted: you pay their journey').first().press('Space')
  // Half of what a hosted buyer has are small producers.
  await page.getByRole('button', { name: 'Add a quota' }).first().press('Enter')
  await page.getByLabel('Meetings with').selectOption({ label: 'Small producer' })
  await page.getByLabel('At least').fill('2')
  await page.getByLabel('At most').fill('6')
  await looksWellAs(organiser, 'participant-types-form')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await page.getByText('Of them 2 to 6 with: Small producer.').waitFor(patience)
  await page.getByRole('button', { name: 'Open registration' }).press('Enter')
  await page.getByText('Registration open').first().waitFor(patience)

  for (const one of [buyer, second]) {
    const { context } = await one.look()
    const sent = await context.request.put(`${pages.origin}/api${path}/participation`, {
      data: {},
      headers: { origin: pages.origin },
    })
    expect(sent.status()).toBe(200)
  }
  await organiser.go(`${path}#firms`)
  const admit = async (name: string): Promise<void> => {
    await page.getByLabel(`Type of ${name}`).selectOption({ label: 'Hosted buyer' })
    await page.getByRole('button', { name: `Admit ${name}`, exact: true }).press('Enter')
  }
  await admit('Mina Clara')
  await page.getByText('Admitted', { exact: true }).waitFor(patience)
  await admit('Puerto Norte')
  await page.getByText('The seats of this type do not suffice').waitFor(patience)
  expect(organiser.complaints.splice(0)).toEqual([expect.stringContaining('409')])
  await looksWellAs(organiser, 'participant-types-admitted')
  await organiser.go(`${path}/types`)
  await page.getByText('0 of 4 held').waitFor(patience)
  await page.getByText('1 of 1').waitFor(patience)
  await looksWellAs(organiser, 'participant-types')
  await looksWellOnPhone(agency.look, `${path}/types`, 'participant-types')

  const seen = await buyer.look()
  await seen.go(path)
  await seen.page.getByText('in return you keep 4 meetings. Held: 0, planned: 0.').waitFor(patience)
  await looksWellAs(seen, 'participant-types-own')
  await looksWellOnPhone(buyer.look, path, 'participant-types-own')
})
