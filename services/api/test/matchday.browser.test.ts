import type { MatchdayView, Output, startMatchday } from '@enlace/contracts'
import { expect, it } from 'vitest'
import { looksWellAs, looksWellOnPhone } from '../../../web/src/testing/looks-well.ts'
import { post } from '../../../web/src/testing/post.ts'
import type { Visit } from '../../../web/src/testing/visit.ts'
import type { Person } from './house-people.ts'
import { openWorld } from './open-world.ts'
import { meetTheBuyers } from './matchday-people.ts'

const { pages, world } = openWorld()

const patience = { timeout: 30_000 }
const name = { organiser: 'Agencia Norte', buyers: ['Mina Alta', 'Mina Baja'], firms: ['Bombas Sur', 'Valvulas Uno'] }

/** Registers by keyboard. */
async function register({ page, go }: Visit, path: string, note: string): Promise<void> {
  await go(path)
  await page.getByLabel('What you look for or offer').fill(note)
  await page.getByRole('button', { name: 'Register' }).press('Enter')
  await page.getByText('Registered, not admitted yet').waitFor(patience)
}

/** Says that one wants to meet somebody, by keyboard. */
async function wish({ page }: Visit, of: string, said: string): Promise<void> {
  const group = page.getByRole('group', { name: `Meeting ${of}` })
  await group.getByRole('button', { name: said, exact: true }).press('Enter')
  await group.getByRole('button', { name: said, exact: true, pressed: true }).waitFor(patience)
}

it('goes from setting a matchday up to meetings that were held, by five who act at once and see what the others do', async () => {
  const people: Person[] = [await world.person(await world.organisation('agency', name.organiser), 'facilitator')]
  for (const buyer of name.buyers) people.push(await world.person(await world.organisation('buyer', buyer), 'buyer'))
  for (const firm of name.firms) people.push(await world.person(await world.organisation('supplier', firm), 'bidder'))
  const [organiser, high, low, pumps, valves] = (await Promise.all(people.map((one) => one.look()))) as [
    ...[Visit, Visit, Visit, Visit, Visit],
  ]

  // The organiser sets it up in a form, which says what lacks; the same content goes the short way afterwards.
  await organiser.go('/matchdays')
  await organiser.page.getByText('No matchdays yet').waitFor()
  await looksWellAs(organiser, 'matchdays-empty')
  await organiser.page.getByRole('link', { name: 'New matchday' }).first().press('Enter')
  await organiser.page.getByLabel('Title').fill('Draft of a day')
  await organiser.page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await organiser.page.getByText('Write the date as yyyy-mm-dd.').waitFor(patience)
  expect(organiser.complaints.splice(0)).toEqual([expect.stringContaining('422')])
  await looksWellAs(organiser, 'matchday-form')
  const started: Output<typeof startMatchday> = await post(organiser.context, pages.origin, '/api/matchdays', {
    content: meetTheBuyers,
  })
  const path = `/matchdays/${started.id}`
  await organiser.go(path)
  await organiser.page.getByRole('button', { name: 'Open registration' }).press('Enter')
  await organiser.page.getByText('Registration open').waitFor(patience)

  // All four register at once; the organiser, who looks on, sees them come and lets them in.
  await organiser.go(`${path}#firms`)
  await Promise.all([high, low, pumps, valves].map((one, at) => register(one, path, `We come for reason ${at + 1}.`)))
  for (const firm of [...name.buyers, ...name.firms]) {
    const admit = organiser.page.getByRole('button', { name: `Admit ${firm}`, exact: true })
    await admit.press('Enter', patience)
    await admit.waitFor({ ...patience, state: 'hidden' })
  }
  await looksWellAs(organiser, 'matchday-firms')

  // Each side sees the other alone, and says whom it wants; a "no" is told to nobody.
  await Promise.all([high, low, pumps, valves].map((one) => one.go(`${path}#firms`)))
  await pumps.page.getByRole('heading', { name: 'Mina Alta' }).waitFor(patience)
  expect(await pumps.page.getByText('Valvulas Uno').count()).toBe(0)
  await wish(pumps, 'Mina Alta', 'Must meet')
  await high.page.getByText('Wants to meet you').waitFor(patience)
  await looksWellAs(high, 'matchday-wishes')
  await looksWellOnPhone(
    people[1]?.look ?? (() => Promise.reject(new Error('nobody'))),
    `${path}#firms`,
    'matchday-wishes',
  )
  await wish(high, 'Bombas Sur', 'Meet')
  await pumps.page.getByText('Both want to meet').waitFor(patience)
  await wish(valves, 'Mina Alta', 'Meet')
  await wish(high, 'Valvulas Uno', 'Meet')
  await wish(valves, 'Mina Baja', 'No, thanks')
  await wish(low, 'Valvulas Uno', 'Meet')
  await low.page.getByText('You asked').waitFor(patience)

  // The worker makes the timetable while the organiser looks on; once published, both sides have it without a reload.
  await organiser.go(`${path}#meetings`)
  await organiser.page.getByRole('button', { name: 'Make a timetable' }).press('Enter')
  await organiser.page.getByText('2 of 2 agreed meetings have a time. Idle stretches left: 0.').waitFor(patience)
  await looksWellAs(organiser, 'matchday-plan')
  await Promise.all([high, pumps].map((one) => one.go(`${path}#meetings`)))
  await pumps.page.getByText('No meetings yet').waitFor(patience)
  await organiser.page.getByRole('button', { name: 'Publish this timetable' }).press('Enter')
  await pumps.page.getByRole('heading', { name: 'Mina Alta' }).waitFor(patience)
  await high.page.getByRole('heading', { name: 'Valvulas Uno' }).waitFor(patience)
  await organiser.page.getByRole('heading', { name: 'Mina Alta – Bombas Sur' }).waitFor(patience)
  await looksWellAs(organiser, 'matchday-timetable')
  await looksWellOnPhone(
    people[0]?.look ?? (() => Promise.reject(new Error('nobody'))),
    `${path}#meetings`,
    'matchday-timetable',
  )

  // The organiser moves a meeting; both see it. One is held.
  const meeting = organiser.page.getByRole('group', { name: 'Meeting with Mina Alta – Bombas Sur' })
  await meeting.getByRole('button', { name: 'Move' }).press('Enter')
  await organiser.page.getByLabel('Time', { exact: true }).selectOption({ index: 7 })
  await organiser.page.getByRole('button', { name: 'Move it there' }).press('Enter')
  await pumps.page.getByText('3:15 PM–3:35 PM').waitFor(patience)
  await pumps.page.getByRole('button', { name: 'We met' }).press('Enter')
  await high.page.getByText('Held', { exact: true }).waitFor(patience)
  await pumps.page.getByLabel('What comes next').fill('Bombas Sur sends a sample of its seals by Friday.')
  await pumps.page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await organiser.page.getByLabel('What comes next').waitFor(patience)
  await looksWellAs(pumps, 'matchday-next-step')
  await looksWellAs(high, 'matchday-own')
  await looksWellOnPhone(
    people[3]?.look ?? (() => Promise.reject(new Error('nobody'))),
    `${path}#meetings`,
    'matchday-own',
  )

  // Who met has a linkage, with its room and its clock.
  await high.page.getByRole('link', { name: 'To your linkages' }).press('Enter')
  await high.page.getByRole('link', { name: 'Bombas Sur' }).waitFor(patience)

  // On the spot: the two who did not agree before do so now, and take the next free time.
  await wishAgain(valves, low, path)
  const { counts } = (await (await organiser.context.request.get(`/api${path}`)).json()) as MatchdayView
  expect(counts).toEqual({ applied: 0, hosts: 2, visitors: 2, agreed: 3, met: 1 })

  // Next year's is made after it: the same places, on the same day of the week.
  await organiser.go('/matchdays/new')
  await organiser.page.getByLabel('Start from').selectOption({ label: 'Meet the buyers, Mon, May 6, 2030' })
  await expect.poll(() => organiser.page.getByLabel('Title').inputValue(), patience).toBe('Meet the buyers')
  await organiser.page.getByLabel('Fee of a supplier').fill('250')
  await organiser.page.getByLabel('Percent of it that you bear').fill('70/60')
  await looksWellAs(organiser, 'matchday-template')
  await organiser.page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await organiser.page.getByText('Mon, May 5, 2031').first().waitFor(patience)
  await organiser.page.getByText('70 and 60 % of USD 250 is borne').waitFor(patience)
  await looksWellAs(organiser, 'matchday-cofinancing')
  const after = (await (
    await organiser.context.request.get(`/api${new URL(organiser.page.url()).pathname}`)
  ).json()) as MatchdayView
  expect(after.content.places).toEqual(meetTheBuyers.places)
  for (const one of [organiser, high, low, pumps, valves]) expect(one.complaints).toEqual([])
})

async function wishAgain(valves: Visit, low: Visit, path: string): Promise<void> {
  await wish(valves, 'Mina Baja', 'Meet')
  await low.page.getByText('Both want to meet').waitFor(patience)
  await low.page.getByRole('button', { name: 'Take the next free time' }).press('Enter')
  await low.go(`${path}#meetings`)
  await low.page.getByRole('heading', { name: 'Valvulas Uno' }).waitFor(patience)
}
