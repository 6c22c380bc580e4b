import { asSystem } from '@enlace/database'
import { takePicture } from '@enlace/testing'
import { hashToken, newToken } from '@enlace/identity'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import { looksWellAs, looksWellOnPhone } from '../../../web/src/testing/looks-well.ts'
import { visit } from '../../../web/src/testing/visit.ts'
import { meetTheBuyers } from './matchday-people.ts'
import { openWorld } from './open-world.ts'
import { roomPlaces, sessionFrom } from './room-days.ts'

const { pages, world } = openWorld()
const patience = { timeout: 30_000 }
const minuteMs = 60_000

/** A slot of five minutes that ends with one of the next minutes, and the next slot right behind it. */
function lastMinute(): { readonly sessions: readonly object[]; readonly endsAt: number } {
  const leftMs = minuteMs - (Date.now() % minuteMs)
  // Two pages have to be opened before it ends.
  const further = leftMs < 45_000 ? 1 : 0
  return { sessions: sessionFrom(further - 4, 5), endsAt: Date.now() + leftMs + further * minuteMs }
}

it('closes by itself for both, whatever their devices take the time to be, and leads to the next meeting', async () => {
  const [agency, buyer, firm, later] = [
    await world.organisation('agency', 'Agencia Norte'),
    await world.organisation('buyer', 'Mina Serena'),
    await world.organisation('supplier', 'Bombas Oeste'),
    await world.organisation('supplier', 'Válvulas del Valle'),
  ]
  const people = [
    await world.person(agency, 'facilitator'),
    await world.person(buyer, 'buyer'),
    await world.person(firm, 'bidder'),
  ] as const
  const [organiser, mine, theirs] = [await people[0].look(), await people[1].look(), await people[2].look()]
  // The buyer's device is ten minutes ahead.
  await mine.page.addInitScript(() => {
    const RealDate = Date
    const ahead = (): number => RealDate.now() + 600_000
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, given) => Reflect.construct(target, given.length === 0 ? [ahead()] : given) as object,
      get: (target, name) => (name === 'now' ? ahead : (Reflect.get(target, name) as unknown)),
    })
  })
  const [id, host, visitor, second] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()]
  const [first, next] = [uuidv7(), uuidv7()]
  const { sessions, endsAt } = lastMinute()
  await asSystem(world.system, async (tx) => {
    const content = { ...meetTheBuyers, timeZone: 'UTC', walkingMinutes: 0, places: roomPlaces, sessions }
    await tx.execute(sql`insert into matchdays (id, organisation_id, state, content, starts_at, ends_at)
      values (${id}, ${agency}, 'published', ${JSON.stringify(content)}::jsonb, now() - interval '5 minutes', now() + interval '1 hour')`)
    await tx.execute(sql`insert into matchday_participants (id, matchday_id, organisation_id, side, state) values
      (${host}, ${id}, ${buyer}, 'host', 'admitted'), (${visitor}, ${id}, ${firm}, 'visitor', 'admitted'), (${second}, ${id}, ${later}, 'visitor', 'admitted')`)
    await tx.execute(sql`insert into matchday_meetings (id, matchday_id, host_id, visitor_id, slot, place) values
      (${first}, ${id}, ${host}, ${visitor}, 0, 'v1'), (${next}, ${id}, ${host}, ${second}, 1, 'v1')`)
    await tx.execute(
      sql`insert into matchday_rooms (matchday_id, place, address) values (${id}, 'v1', 'https://old.example.org/x')`,
    )
  })

  const room = `/matchdays/${id}/rooms/${first}`
  await Promise.all([organiser.go(`/matchdays/${id}/rooms`), mine.go(room), theirs.go(room)])
  const field = organiser.page.getByLabel('Meeting address of Room 1')
  await field.fill('https://meet.example.org/enlace-{meeting}')
  await field.press('Enter')
  await organiser.page.getByText('Saved').waitFor(patience)
  const link = 'Open the meeting at meet.example.org'
  await mine.page.getByRole('button', { name: 'Join' }).press('Enter')
  await mine.page.getByRole('link', { name: link }).waitFor(patience)
  const joined = Date.now()
  await theirs.page.getByRole('listitem').filter({ hasText: 'Mina Serena' }).getByText('In the room').waitFor(patience)
  console.info(`a side in the room is seen by the other after ${Date.now() - joined} ms`)
  await theirs.page.getByRole('button', { name: 'Join' }).press('Enter')
  await theirs.page.getByRole('link', { name: link }).waitFor(patience)
  await mine.page.getByRole('listitem').filter({ hasText: 'Bombas Oeste' }).getByText('In the room').waitFor(patience)
  const addresses = await Promise.all(
    [mine, theirs].map((one) => one.page.getByRole('link', { name: link }).getAttribute('href')),
  )
  expect(addresses[0]).toBe(addresses[1])
  await organiser.page.getByText('In the room').nth(1).waitFor(patience)
  expect(Date.now()).toBeLessThan(endsAt)
  await looksWellAs(mine, 'room')
  await looksWellAs(organiser, 'rooms')

  const both = [mine, theirs]
  await Promise.all(both.map((one) => one.page.getByText('Less than a minute left.').waitFor({ timeout: 90_000 })))
  expect(Date.now()).toBeLessThan(endsAt)
  const closed = await Promise.all(
    both.map(async (one) => {
      await one.page.getByText('The meeting is over').waitFor({ timeout: 90_000 })
      expect(await one.page.getByRole('link', { name: link }).count()).toBe(0)
      return Date.now() - endsAt
    }),
  )
  console.info(`a room closes by itself ${closed.join(' and ')} ms after its end`)
  for (const ms of closed) expect(Math.abs(ms)).toBeLessThan(3000)
  await theirs.page.getByText('You have no meeting after this one.').waitFor(patience)
  await mine.page.getByText(/^Next: Válvulas del Valle at .*, Room 1$/).waitFor(patience)
  await looksWellAs(mine, 'room-over')

  // The room is empty for half a minute, before it is the next two's.
  await mine.page.getByRole('link', { name: 'To the next room' }).press('Enter')
  await mine.page.getByRole('heading', { name: 'Meeting with Válvulas del Valle' }).waitFor(patience)
  await mine.page.getByText('Opens in').waitFor(patience)
  expect(await mine.page.getByRole('button', { name: 'Join' }).count()).toBe(0)
  await looksWellOnPhone(people[2].look, room, 'room-over')
  await looksWellOnPhone(people[1].look, `/matchdays/${id}/rooms/${next}`, 'room')
  await looksWellOnPhone(people[0].look, `/matchdays/${id}/rooms`, 'rooms')
  for (const one of [organiser, mine, theirs]) expect(one.complaints).toEqual([])
}, 240_000)

it('lets the two and their interpreter write where there is no address, live, and once after the network was away', async () => {
  const [agency, buyer, firm] = [
    await world.organisation('agency', 'Agencia Sur'),
    await world.organisation('buyer', 'Mina Clara'),
    await world.organisation('supplier', 'Hornos Rojos'),
  ]
  const people = [
    await world.person(agency, 'facilitator'),
    await world.person(buyer, 'buyer'),
    await world.person(firm, 'bidder'),
  ] as const
  const [organiser, mine, theirs] = [await people[0].look(), await people[1].look(), await people[2].look()]
  const [id, host, visitor, rosa, meeting] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()]
  const token = newToken()
  await asSystem(world.system, async (tx) => {
    const content = { ...meetTheBuyers, timeZone: 'UTC', places: roomPlaces, sessions: sessionFrom(-1, 60) }
    await tx.execute(sql`insert into matchdays (id, organisation_id, state, content, starts_at, ends_at)
      values (${id}, ${agency}, 'published', ${JSON.stringify(content)}::jsonb, now() - interval '1 minute', now() + interval '4 hours')`)
    await tx.execute(sql`insert into matchday_participants (id, matchday_id, organisation_id, side, state) values
      (${host}, ${id}, ${buyer}, 'host', 'admitted'), (${visitor}, ${id}, ${firm}, 'visitor', 'admitted')`)
    await tx.execute(sql`insert into matchday_interpreters (id, matchday_id, name, languages, link_hash)
      values (${rosa}, ${id}, 'Rosa Quispe', '{es,en}', ${hashToken(token)})`)
    await tx.execute(sql`insert into matchday_meetings (id, matchday_id, host_id, visitor_id, slot, place, interpreter_id)
      values (${meeting}, ${id}, ${host}, ${visitor}, 0, 'v1', ${rosa})`)
  })
  const room = `/matchdays/${id}/rooms/${meeting}`
  const seat = await visit(pages.browser, pages.origin, { width: 360, theme: 'light', locale: 'es' })
  await Promise.all([mine.go(room), theirs.go(room), seat.go(`/interpreting#token=${token}`)])
  for (const one of [mine, theirs]) await one.page.getByRole('button', { name: 'Join' }).press('Enter')
  const say = async (page: typeof mine.page, text: string): Promise<void> => {
    await page.getByRole('textbox', { name: 'Message' }).fill(text)
    await page.getByRole('button', { name: 'Send' }).press('Enter')
  }
  const heard = (page: typeof mine.page, text: string) => page.getByRole('listitem').filter({ hasText: text }).last()
  await say(mine.page, 'Good morning from the mine')
  const said = Date.now()
  await heard(theirs.page, 'Good morning from the mine').waitFor(patience)
  console.info(`a message is read by the other side after ${Date.now() - said} ms`)
  await heard(seat.page, 'Good morning from the mine').waitFor(patience)
  const second = Date.now()
  await say(mine.page, 'Shall we begin')
  await heard(seat.page, 'Shall we begin').waitFor({ timeout: 3500 })
  console.info(`a message is read by the interpreter after ${Date.now() - second} ms`)
  await seat.page.getByText('Última actualización').waitFor(patience)
  await seat.context.setOffline(true)
  await seat.page.getByText('Ahora no hay conexión').waitFor(patience)
  await seat.context.setOffline(false)
  await seat.page.getByText('Los mensajes nuevos llegan solos').waitFor(patience)
  expect(new Set(seat.complaints.splice(0))).toEqual(new Set([expect.stringContaining('ERR_INTERNET_DISCONNECTED')]))
  await seat.page.getByRole('textbox').fill('Buenos días, dice la mina')
  await seat.page.getByRole('button', { name: 'Enviar' }).press('Enter')
  await heard(theirs.page, 'Rosa Quispe, interpreter').waitFor(patience)

  await theirs.context.setOffline(true)
  await say(theirs.page, 'Sent without a network')
  await theirs.page.getByText('Not sent yet.').waitFor(patience)
  await takePicture(theirs.page, 'text-room-offline', { fullPage: true })
  await theirs.context.setOffline(false)
  await heard(mine.page, 'Sent without a network').waitFor(patience)
  await theirs.page.getByText('Not sent yet.').waitFor({ ...patience, state: 'detached' })
  // What the browser says of a network that is away is no complaint of ours.
  expect(new Set(theirs.complaints.splice(0))).toEqual(new Set([expect.stringContaining('ERR_INTERNET_DISCONNECTED')]))
  await looksWellAs(theirs, 'text-room')
  for (const one of [mine, theirs])
    expect(await one.page.getByText('Sent without a network', { exact: true }).count()).toBe(1)
  await organiser.go(`/matchdays/${id}/rooms`)
  await organiser.page.getByText('The two write to each other').waitFor(patience)
  expect(await organiser.page.getByText('Good morning').count()).toBe(0)
  await looksWellAs(organiser, 'rooms-writing')
  await looksWellAs(seat, 'interpreting-writing')
  await looksWellOnPhone(people[1].look, room, 'text-room')

  // What was not sent as the page was closed is sent as it is opened again, and what was being typed stands there.
  await theirs.page.route('**/room/messages/*', (route) => route.abort())
  await say(theirs.page, 'Written before it was closed')
  await theirs.page.getByText('Not sent yet.').waitFor(patience)
  await theirs.page.getByRole('textbox', { name: 'Message' }).fill('Half of a sent')
  await theirs.page.close()
  expect(await mine.page.getByText('Written before it was closed').count()).toBe(0)
  const again = await theirs.context.newPage()
  await again.goto(room)
  await heard(mine.page, 'Written before it was closed').waitFor(patience)
  await again.getByRole('button', { name: 'Join' }).press('Enter')
  await expect.poll(() => again.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('Half of a sent')
  await again.reload()
  await heard(again, 'Written before it was closed').waitFor(patience)
  expect(await mine.page.getByText('Written before it was closed').count()).toBe(1)
  expect(new Set(theirs.complaints.splice(0))).toEqual(new Set([expect.stringContaining('ERR_FAILED')]))
  for (const one of [organiser, mine, theirs, seat]) expect(one.complaints).toEqual([])
}, 120_000)
