import { asSystem } from '@enlace/database'
import { sql } from 'drizzle-orm'
import type { MatchdayParticipantView, MatchdayView } from '@enlace/contracts'
import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import { looksWellAs, looksWellOnPhone, phone } from '../../../web/src/testing/looks-well.ts'
import { post, send } from '../../../web/src/testing/post.ts'
import type { Visit } from '../../../web/src/testing/visit.ts'
import { openWorld } from './open-world.ts'
import { walkByTab } from '../../../web/src/testing/walk-by-tab.ts'
import { meetTheBuyers } from './matchday-people.ts'

const { pages, world } = openWorld()

const patience = { timeout: 30_000 }

/** A day that begins in two hours, with a published timetable of the one pair that agreed. */
async function publishedDay(organiser: Visit, buyer: Visit, supplier: Visit): Promise<string> {
  const put = <Body>({ context }: Visit, rest: string, body: object) =>
    send<Body>('put', context, pages.origin, rest, body)
  const [date = '', clock = ''] = new Date(Date.now() + 7_200_000).toISOString().split('T')
  const session = { name: '', date, starts: clock.slice(0, 5), slotCount: 4, slotMinutes: 20, pauseMinutes: 5 }
  const content = { ...meetTheBuyers, timeZone: 'UTC', sessions: [session] }
  const { id } = await post<MatchdayView>(organiser.context, pages.origin, '/api/matchdays', { content })
  const at = `/api/matchdays/${id}`
  await post(organiser.context, pages.origin, `${at}/state`, { to: 'open' })
  const ids: string[] = []
  for (const one of [buyer, supplier]) {
    const { id: own } = await put<MatchdayParticipantView>(one, `${at}/participation`, { note: '' })
    await put(organiser, `${at}/participants/${own}`, { state: 'admitted' })
    ids.push(own)
  }
  await put(buyer, `${at}/wishes/${ids[1]}`, { wish: 'must' })
  await put(supplier, `${at}/wishes/${ids[0]}`, { wish: 'must' })
  await post(organiser.context, pages.origin, `${at}/plans`, {})
  await organiser.go(`/matchdays/${id}#meetings`)
  await organiser.page.getByRole('button', { name: 'Publish this timetable' }).press('Enter', patience)
  await organiser.page.getByRole('heading', { name: 'Mina Tarde – Bombas Tarde' }).waitFor(patience)
  return `/matchdays/${id}#meetings`
}

it('shows both sides the new time of a meeting as soon as one says that it comes late, and takes it back', async () => {
  const kinds = [
    ['agency', 'Agencia Tarde', 'facilitator'],
    ['buyer', 'Mina Tarde', 'buyer'],
    ['supplier', 'Bombas Tarde', 'bidder'],
  ] as const
  const people = await Promise.all(
    kinds.map(async ([kind, name, role]) => world.person(await world.organisation(kind, name), role)),
  )
  const [organiser, buyer, supplier] = (await Promise.all(people.map((one) => one.look()))) as [Visit, Visit, Visit]
  const path = await publishedDay(organiser, buyer, supplier)
  await Promise.all([buyer, supplier].map((one) => one.go(path)))
  const timeOf = ({ page }: Visit, name: string) =>
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name }) })
      .locator('time')
  const before = (await timeOf(buyer, 'Bombas Tarde').getAttribute('datetime', patience)) ?? ''

  // The meeting is at one of four times; whoever comes after all of them but the last is moved there.
  await supplier.page.getByLabel('Minutes late').fill('26')
  await supplier.page.getByRole('button', { name: 'We are late' }).press('Enter')
  await expect.poll(() => timeOf(buyer, 'Bombas Tarde').getAttribute('datetime'), patience).not.toBe(before)
  const after = await timeOf(buyer, 'Bombas Tarde').getAttribute('datetime')
  await expect.poll(() => timeOf(supplier, 'Mina Tarde').getAttribute('datetime'), patience).toBe(after)
  await organiser.page.getByText('Bombas Tarde comes 26 minutes late').waitFor(patience)
  await looksWellAs(organiser, 'incidents')
  await looksWellAs(supplier, 'incident-own')
  for (const [at, name] of [
    [0, 'incidents'],
    [2, 'incident-own'],
  ] as const)
    await looksWellOnPhone(people[at]?.look ?? (() => Promise.reject(new Error('nobody'))), path, name)

  await organiser.page.getByRole('button', { name: 'Take it back: Bombas Tarde comes 26 minutes late' }).press('Enter')
  await expect.poll(() => timeOf(supplier, 'Mina Tarde').getAttribute('datetime'), patience).toBe(before)
  await organiser.page.getByText('Taken back', { exact: true }).waitFor(patience)

  // The organiser closes the table by keyboard; the meeting stands at another.
  await organiser.page.getByLabel('What happened').selectOption('place-closed')
  await organiser.page.getByLabel('Table', { exact: true }).selectOption({ index: 1 })
  await organiser.page.getByRole('button', { name: 'Report and mend' }).press('Enter')
  await organiser.page.getByText('Table 1 is closed').waitFor(patience)

  // One meeting more than the buyer may have is added once the organiser has confirmed it.
  const third = await world.organisation('supplier', 'Válvulas Tarde')
  const id = path.split('/').at(-1)?.replace('#meetings', '') ?? ''
  await asSystem(world.system, async (tx) => {
    await tx.execute(sql`update matchdays set content = jsonb_set(content, '{mostMeetings}', '1') where id = ${id}`)
    await tx.execute(sql`insert into matchday_participants (id, matchday_id, organisation_id, side, state)
      values (${uuidv7()}, ${id}, ${third}, 'visitor', 'admitted')`)
  })
  const narrow = await people[0]?.look(phone)
  if (narrow === undefined) throw new Error('nobody')
  await narrow.go(path)
  await narrow.page.locator('select:has(option[value="pair-added"])').selectOption('pair-added')
  await narrow.page.getByRole('combobox').first().waitFor(patience)
  await looksWellAs(narrow, 'incident-pair-added-phone')
  await narrow.context.close()

  await organiser.page.reload()
  const keys = organiser.page.keyboard
  await organiser.page.getByLabel('What happened').focus(patience)
  await keys.type('Add')
  await organiser.page.getByRole('combobox', { name: /^Supplier/ }).waitFor(patience)
  for (const name of ['Mina', 'Válvulas']) {
    await keys.press('Tab')
    await keys.type(name)
    await organiser.page.getByRole('option', { name }).waitFor(patience)
    await keys.press('Enter')
  }
  const form = 'form:has(select):has(button[type=submit])'
  expect(await walkByTab(organiser.page, form)).toEqual({ reached: 5, missed: [], out: true })
  await organiser.page.getByRole('button', { name: 'Report and mend' }).press('Enter')
  await organiser.page.getByRole('button', { name: 'Add it over the cap' }).waitFor(patience)
  expect(organiser.complaints.splice(0)).toEqual([expect.stringContaining('409')])
  await looksWellAs(organiser, 'incident-over-cap')
  await organiser.page.getByRole('button', { name: 'Add it over the cap' }).press('Enter')
  await organiser.page.getByText('Over its cap', { exact: true }).waitFor(patience)
  // The button is gone with what it asked; the keyboard goes on from the form.
  expect(await organiser.page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Report and mend')

  const met = buyer.page.getByRole('group', { name: 'Meeting with Bombas Tarde' })
  await met.getByRole('button', { name: 'They did not come' }).press('Enter')
  await supplier.page.getByText('Missed', { exact: true }).waitFor(patience)
  for (const one of [organiser, buyer, supplier]) expect(one.complaints).toEqual([])
})
