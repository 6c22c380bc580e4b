import type { MatchdayView, Output, startMatchday } from '@enlace/contracts'
import { expect, it } from 'vitest'
import { looksWellAs } from '../../../web/src/testing/looks-well.ts'
import { post } from '../../../web/src/testing/post.ts'
import { openWorld } from './open-world.ts'
import { meetTheBuyers } from './matchday-people.ts'

const { pages, world } = openWorld()

const patience = { timeout: 30_000 }

it('rehearses a matchday by keyboard and sets the tables that it takes', async () => {
  const person = await world.person(await world.organisation('agency', 'Agencia Ensayo'), 'facilitator')
  const organiser = await person.look()
  const { page } = organiser
  const sessions = meetTheBuyers.sessions.map((session) => ({ ...session, slotCount: 8 }))
  const content = { ...meetTheBuyers, sessions }
  const { id }: Output<typeof startMatchday> = await post(organiser.context, pages.origin, '/api/matchdays', {
    content,
  })
  const path = `/matchdays/${id}`
  await organiser.go(path)
  await page.getByRole('button', { name: 'Rehearse the day' }).press('Enter')

  await page.getByText('The numbers are what is usual').waitFor(patience)
  await page.getByRole('img', { name: 'Share of pairs with a time, by the number of tables' }).waitFor(patience)
  await page.getByLabel('Suppliers expected').fill('40')
  await page.getByLabel('Buyers that each supplier wishes to meet').fill('4')
  await page.getByLabel('How far off this may be').press('ArrowRight')
  await page.getByRole('button', { name: 'Rehearse again' }).press('Enter')
  const set = page.getByRole('button', { name: /^Set \d+ tables$/ })
  await page.getByText(/^With \d+ tables at least 95 % of the pairs that agree get a time/).waitFor(patience)
  await looksWellAs(organiser, 'rehearsal')
  const wanted = Number(/\d+/.exec((await set.textContent()) ?? '')?.[0])
  expect(wanted).toBeGreaterThan(3)
  await set.press('Enter')
  await page.getByText(`The matchday has ${wanted} tables.`).waitFor(patience)
  await set.waitFor({ ...patience, state: 'hidden' })
  const kept = (await (await organiser.context.request.get(`/api${path}`)).json()) as MatchdayView
  expect(kept.content.places).toHaveLength(wanted)
  expect(kept.content.places.slice(0, 3)).toEqual(meetTheBuyers.places)
  expect(organiser.complaints).toEqual([])
  const phone = await person.look({ width: 360, theme: 'dark', locale: 'es' })
  await phone.go(path)
  await phone.page.getByRole('button', { name: 'Ensayar la jornada' }).press('Enter')
  await phone.page
    .getByRole('img', { name: 'Parte de las parejas con hora según el número de mesas' })
    .waitFor(patience)
  await looksWellAs(phone, 'rehearsal-phone')
}, 180_000)
