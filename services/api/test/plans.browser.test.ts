import type { MatchdayParticipantView, MatchdayView } from '@enlace/contracts'
import { expect, it } from 'vitest'
import { looksWellAs, looksWellOnPhone } from '../../../web/src/testing/looks-well.ts'
import { post } from '../../../web/src/testing/post.ts'
import type { Person } from './house-people.ts'
import { openWorld } from './open-world.ts'
import { meetTheBuyers } from './matchday-people.ts'

const { pages, world } = openWorld()

const patience = { timeout: 30_000 }
/** Two buyers and three suppliers fill it; somebody always waits a while, so the search goes on until it is told to end. */
const content = {
  ...meetTheBuyers,
  sessions: [{ name: 'Morning', date: '2030-05-06', starts: '09:00', slotCount: 3, slotMinutes: 20, pauseMinutes: 5 }],
  places: meetTheBuyers.places.slice(0, 2),
}

it('shows how a timetable comes about, sets two side by side, publishes the better one and takes it back', async () => {
  const agency = await world.person(await world.organisation('agency', 'Agencia Sur'), 'facilitator')
  const buyers: Person[] = []
  const firms: Person[] = []
  for (const name of ['Mina Clara', 'Mina Honda'])
    buyers.push(await world.person(await world.organisation('buyer', name), 'buyer'))
  for (let n = 1; n <= 3; n += 1)
    firms.push(await world.person(await world.organisation('supplier', `Taller ${n}`), 'bidder'))
  const organiser = await agency.look()
  const { page } = organiser
  const send = (path: string, data: object): Promise<MatchdayView> => post(organiser.context, pages.origin, path, data)
  const { id } = await send('/api/matchdays', { content })
  const at = `/api/matchdays/${id}`
  await send(`${at}/state`, { to: 'open' })
  const looks = await Promise.all([...buyers, ...firms].map((one) => one.look()))
  const put = async <T>(
    who: { context: (typeof looks)[number]['context'] },
    path: string,
    data: object,
  ): Promise<T> => {
    const answer = await who.context.request.put(path, { data, headers: { origin: pages.origin } })
    expect(answer.status()).toBe(200)
    return (await answer.json()) as T
  }
  const own: string[] = []
  for (const look of looks) {
    const { id: mine } = await put<MatchdayParticipantView>(look, `${at}/participation`, {})
    await put(organiser, `${at}/participants/${mine}`, { state: 'admitted' })
    own.push(mine)
  }
  for (const [host, buyer] of looks.slice(0, 2).entries())
    for (const [firm, supplier] of looks.slice(2).entries()) {
      await put(buyer, `${at}/wishes/${own[firm + 2]}`, { wish: firm === 0 ? 'must' : 'meet' })
      await put(supplier, `${at}/wishes/${own[host]}`, { wish: 'meet' })
    }

  // It is seen coming about, and ended early.
  await organiser.go(`/matchdays/${id}#meetings`)
  await page.getByLabel('Time to look for better ones').selectOption({ label: '2 minutes' })
  await page.getByRole('button', { name: 'Make a timetable', exact: true }).press('Enter')
  await page.getByText('6 of 6 placed, 1 idle stretches').waitFor(patience)
  await page.getByRole('img', { name: /^Idle stretches while the timetable is made/ }).waitFor(patience)
  await looksWellAs(organiser, 'plan-progress')
  await page.getByRole('button', { name: 'Take what there is' }).press('Enter')
  await page.getByText('6 of 6 agreed meetings have a time. Idle stretches left: 1.').waitFor(patience)

  // With one table not everything fits; it says why, and what was seen to help.
  await page.getByRole('button', { name: 'Make it under other assumptions' }).press('Enter')
  await page.getByLabel('Name', { exact: true }).fill('One table')
  await page.getByLabel('Tables', { exact: true }).fill('1')
  await looksWellAs(organiser, 'plan-what-if')
  await page.getByRole('button', { name: 'Make a timetable', exact: true }).last().press('Enter')
  await page.getByText('3 of 6 agreed meetings have a time').waitFor(patience)
  await page.getByText('Assumes: tables: 1').waitFor(patience)
  await page.getByText('Why not everything fits').click()
  await page.getByText('Every table is taken at every time.').waitFor(patience)
  await page.getByText('tables: 2 → meetings: 6').waitFor(patience)
  await looksWellAs(organiser, 'plan-shortage')

  // Side by side, on a phone too. What assumes what is not so is not published.
  await page.getByRole('button', { name: 'Compare One table with' }).press('Enter')
  await page.getByRole('row', { name: 'Meetings 3 6' }).waitFor(patience)
  await page.getByRole('region', { name: 'Firms that gain or lose' }).waitFor(patience)
  await looksWellAs(organiser, 'plan-compare')
  await looksWellOnPhone(agency.look, `/matchdays/${id}#meetings`, 'plan-list')
  await page.setViewportSize({ width: 360, height: 740 })
  await looksWellAs(organiser, 'plan-compare-narrow')
  await page.setViewportSize({ width: 1280, height: 800 })
  expect(await page.getByRole('button', { name: 'Publish this timetable' }).count()).toBe(1)

  await page.getByRole('button', { name: 'Publish this timetable' }).press('Enter')
  await page.getByRole('button', { name: 'Undo this publication' }).waitFor(patience)
  const firm = looks[2]
  if (firm === undefined) throw new Error('nobody came')
  await firm.go(`/matchdays/${id}#meetings`)
  await firm.page.getByRole('heading', { name: 'Mina Clara' }).waitFor(patience)
  await looksWellAs(organiser, 'plan-published')

  // Taken back: the firm sees it without a reload.
  await page.getByRole('button', { name: 'Undo this publication' }).press('Enter')
  await page.getByText('Undone: the timetable before it holds again').waitFor(patience)
  await firm.page.getByText('Cancelled').first().waitFor(patience)
  const after = (await (await organiser.context.request.get(at)).json()) as MatchdayView
  expect(after).toMatchObject({ state: 'open' })
  expect(organiser.complaints).toEqual([])
})
