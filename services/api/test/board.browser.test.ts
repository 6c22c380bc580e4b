import type { BoardView } from '@enlace/contracts'
import {
  asSystem,
  attend,
  bookMeeting,
  insertMatchday,
  moveMatchday,
  openDatabase,
  settleParticipant,
} from '@enlace/database'
import {
  asId,
  type MatchdayContent,
  type MatchdayId,
  type MatchdayParticipantId,
  type MeetingId,
  type OrganisationId,
} from '@enlace/domain'
import { takePicture } from '@enlace/testing'
import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import { looksWell, looksWellAs, looksWellOnPhone } from '../../../web/src/testing/looks-well.ts'
import { post } from '../../../web/src/testing/post.ts'
import type { Visit } from '../../../web/src/testing/visit.ts'
import { openWorld } from './open-world.ts'
import { meetTheBuyers } from './matchday-people.ts'

const { pages, world } = openWorld()
const patience = { timeout: 30_000 }

/** A day that runs now: its first slot began ten minutes ago, and one of forty places is in use. */
function today(): MatchdayContent {
  const begins = new Date(Date.now() - 10 * 60_000).toISOString()
  const tables = Array.from({ length: 40 }, (_, at) => ({
    ...{ key: `t${at + 1}`, name: `Table ${at + 1}`, kind: 'table' as const, zone: at < 20 ? 'North' : 'South' },
  }))
  return {
    ...{ ...meetTheBuyers, title: 'Meet the mines today', timeZone: 'UTC', places: tables, walkingMinutes: 10 },
    sessions: [
      {
        ...{ name: '', date: begins.slice(0, 10), starts: begins.slice(11, 16) },
        ...{ slotCount: 12, slotMinutes: 20, pauseMinutes: 5 },
      },
    ],
  }
}

async function runningDay(organiser: OrganisationId, host: OrganisationId, visitors: readonly OrganisationId[]) {
  const { DATABASE_URL: url = '' } = pages.house.environment
  const system = openDatabase({ url, role: 'enlace_system', maxConnections: 2 })
  const id = asId<MatchdayId>(uuidv7())
  await asSystem(system, async (tx) => {
    await insertMatchday(tx, { id, organisationId: organiser, content: today() })
    await moveMatchday(tx, id, 'published', { starts: Date.now() - 600_000, ends: Date.now() + 18_000_000 })
    const come = async (organisationId: OrganisationId, side: 'host' | 'visitor') => {
      const own = asId<MatchdayParticipantId>(uuidv7())
      await attend(tx, { id: own, matchdayId: id, organisationId, side, away: [], languages: [], note: '' })
      await settleParticipant(tx, own, 'admitted')
      return own
    }
    const hostId = await come(host, 'host')
    for (const [at, visitor] of visitors.entries()) {
      const visitorId = await come(visitor, 'visitor')
      await bookMeeting(tx, id, { id: asId<MeetingId>(uuidv7()), hostId, visitorId, slot: at, place: 't1' })
    }
  })
  await system.close()
  return id
}

/** The middle of a cell of the grid. */
async function middleOf({ page }: Visit, row: number, column: number): Promise<{ x: number; y: number }> {
  const box = await page
    .locator(`[role=row][aria-rowindex="${row}"] [role=gridcell][aria-colindex="${column}"]`)
    .boundingBox()
  if (box === null) throw new Error(`row ${row} and column ${column} are not drawn`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
const cellOf = ({ page }: Visit, row: number, column: number) =>
  page.locator(`[role=row][aria-rowindex="${row}"] [role=gridcell][aria-colindex="${column}"]`)

it('moves meetings by mouse and by keyboard, which another organiser sees without a reload, and tells everybody', async () => {
  const agency = await world.organisation('agency', 'Agencia Tablero')
  const host = await world.organisation('buyer', 'Mina Central')
  const firms = [
    await world.organisation('supplier', 'Bombas Rey'),
    await world.organisation('supplier', 'Filtros Luz'),
  ]
  firms.push(await world.organisation('supplier', 'Correas Mar'))
  const id = await runningDay(agency, host, firms)
  const path = `/matchdays/${id}/board`
  const people = [
    await world.person(agency, 'facilitator'),
    await world.person(agency, 'facilitator'),
    await world.person(firms[1] ?? host, 'bidder'),
  ]
  const [one, other, firm] = (await Promise.all(people.map((person) => person.look()))) as [Visit, Visit, Visit]
  await Promise.all([one.go(path), other.go(path), firm.go(`/matchdays/${id}`)])
  await cellOf(one, 2, 3).getByText('Filtros Luz').waitFor(patience)
  await one.page.getByText('1 colleague is at this board too').waitFor(patience)
  await looksWellAs(one, 'board')
  // Of forty places only those are drawn that are seen.
  expect(await one.page.getByRole('rowheader').count()).toBeLessThan(25)

  // By mouse: the second meeting goes from slot 1 to slot 4, over a table too far away, where it may not go at slot 3.
  const [from, to] = [await middleOf(one, 2, 3), await middleOf(one, 3, 6)]
  await one.page.mouse.move(from.x, from.y)
  await one.page.mouse.down()
  await one.page.mouse.move(from.x + 60, from.y + 20, { steps: 3 })
  await one.page.mouse.move(to.x, to.y, { steps: 5 })
  await one.page.getByText('Moving Mina Central – Filtros Luz to').waitFor(patience)
  await cellOf(one, 2, 2).and(one.page.locator('[aria-disabled=true]')).waitFor(patience)
  await takePicture(one.page, 'board-dragging')
  await one.page.mouse.up()
  await cellOf(one, 3, 6).getByText('Filtros Luz').waitFor(patience)
  await cellOf(other, 3, 6).getByText('Filtros Luz').waitFor(patience)
  expect(await cellOf(other, 2, 3).getByText('Filtros Luz').count()).toBe(0)

  // By keyboard: the third, from slot 2; the first cell it comes to is free, the past is refused and says so.
  const third = cellOf(other, 2, 4)
  await third.click()
  await third.press('Enter')
  await other.page.getByText('Moving Mina Central – Correas Mar to').waitFor(patience)
  for (const key of ['ArrowLeft', 'ArrowLeft']) await other.page.keyboard.press(key)
  await other.page.locator('[aria-live=polite]').getByText('this time has begun').waitFor(patience)
  await other.page.keyboard.press('Escape')
  await cellOf(other, 2, 4).getByText('Correas Mar').waitFor(patience)
  await third.click()
  await third.press('Enter')
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) await other.page.keyboard.press(key)
  await other.page.locator('[aria-live=polite]').getByText('free').waitFor(patience)
  await other.page.keyboard.press('Enter')
  await cellOf(one, 4, 5).getByText('Correas Mar').waitFor(patience)
  // What has the focus stays there when it is scrolled far away, and arrows lead to rows that were not drawn.
  for (let down = 0; down < 3; down += 1) await other.page.keyboard.press('PageDown')
  expect(
    Number(
      await other.page.locator(':focus').evaluate('document.activeElement.parentElement.getAttribute("aria-rowindex")'),
    ),
  ).toBeGreaterThan(20)

  // Locked, it is not moved; a table is held free.
  await cellOf(one, 4, 5).click()
  await one.page.getByRole('button', { name: 'Lock', exact: true }).press('Enter')
  await cellOf(one, 4, 5).getByText('Locked').waitFor(patience)
  await cellOf(one, 5, 5).click()
  await one.page.getByRole('button', { name: 'Hold free for 10 minutes' }).press('Enter')
  await cellOf(one, 5, 5).getByText('Held free').waitFor(patience)
  await looksWellAs(one, 'board-locked')
  // So is the time of a firm, and let go again.
  const holding = one.page.getByRole('region', { name: "Hold a firm's time" })
  await holding.getByLabel('Which firm').selectOption({ label: 'Mina Central' })
  const times = holding.getByLabel('At what time')
  await times.selectOption({ index: (await times.getByRole('option').count()) - 1 })
  await holding.getByRole('button', { name: 'Hold', exact: true }).press('Enter')
  const held = holding.getByRole('listitem').filter({ hasText: 'Mina Central' })
  await held.waitFor(patience)
  await looksWellAs(one, 'board-firm-held')
  await held.getByRole('button').press('Enter')
  await held.waitFor({ ...patience, state: 'detached' })

  // In the list the same is done without the grid.
  await one.page.getByLabel('Firm', { exact: true }).fill('filtros')
  const line = one.page.getByRole('group', { name: 'Mina Central – Filtros Luz' })
  await line.getByRole('button', { name: 'Move' }).press('Enter')
  await one.page.getByLabel('New time').selectOption({ index: 6 })
  await one.page.locator('form').getByRole('button', { name: 'Move it there' }).press('Enter')
  await cellOf(one, 3, 8).getByText('Filtros Luz').waitFor(patience)

  // Everybody hears what the organiser tells, and the bell.
  await one.page.getByLabel('Message').fill('Coffee is in the north hall.')
  await one.page.getByRole('button', { name: 'Send' }).press('Enter')
  await firm.page.getByRole('status').getByText('Coffee is in the north hall.').waitFor(patience)
  await one.page.getByRole('button', { name: 'Two minutes left' }).press('Enter')
  await firm.page.getByRole('status').getByText('Two minutes left').waitFor(patience)
  await looksWellAs(firm, 'announcement')
  await other.go(`/matchdays/${id}/floor`)
  await other.page.getByRole('cell', { name: 'Mina Central Bombas Rey' }).waitFor(patience)
  await other.page.getByText('Two minutes left').waitFor(patience)
  await looksWellAs(other, 'floor')
  await post(one.context, pages.origin, `/api/matchdays/${id}/announcements`, { kind: 'next-round' })
  await other.page.getByText('Next round').waitFor(patience)

  const board = (await (await one.context.request.get(`/api/matchdays/${id}/board`)).json()) as BoardView
  const placed = board.meetings.toSorted((a, b) => a.slot - b.slot)
  expect(placed.map(({ slot, place, locked }) => [slot, place, locked])).toEqual([
    [0, 't1', false],
    [3, 't3', true],
    [6, 't2', false],
  ])
  const phone = people[0]?.look ?? (() => Promise.reject(new Error('nobody')))
  await looksWellOnPhone(phone, path, 'board')
  await looksWellOnPhone(phone, `/matchdays/${id}/floor`, 'floor')
  for (const seen of [one, other, firm]) await looksWell(seen)
}, 300_000)
