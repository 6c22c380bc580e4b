import ICAL from 'ical.js'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { MeetingView, Output, renewCalendarFeed } from '@enlace/contracts'

import { MatchdayRun, type Attendee } from '../../test/matchday-people.ts'
import { Client, startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const subscribe = async ({ client }: Signed): Promise<string> =>
  ((await client.post('/api/calendar-feed', {})).body as Output<typeof renewCalendarFeed>).path
/** Asks as a calendar does: without a session. */
const fetchFeed = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Client(api.app).send('GET', path, undefined, headers)
type Read = { uid: string; sequence: number; status: unknown; starts: string; ends: string; stamped: string }
const eventsOf = ({ body }: Answer): Read[] =>
  new ICAL.Component(ICAL.parse(body as string)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const stamped = component.getFirstPropertyValue('last-modified') as ICAL.Time
    return {
      ...{ uid: event.uid, sequence: event.sequence, status: component.getFirstPropertyValue('status') },
      ...{ starts: event.startDate.toJSDate().toISOString(), ends: event.endDate.toJSDate().toISOString() },
      stamped: stamped.toJSDate().toISOString(),
    }
  })

/** Two who have the first time of a matchday together. */
async function met(
  given: object = {},
): Promise<{ run: MatchdayRun; buyer: Attendee; firm: Attendee; meeting: MeetingView }> {
  const run = await MatchdayRun.open(api, given)
  const [buyer, firm] = [await run.attendee('buyer'), await run.attendee('supplier')]
  await run.publish([{ hostId: buyer.id, visitorId: firm.id, slot: 0, place: 't1' }])
  const { items } = (await buyer.client.get(`${run.at}/meetings`)).body as { items: MeetingView[] }
  const [meeting] = items
  if (meeting === undefined) throw new Error('no meeting')
  return { run, buyer, firm, meeting }
}

describe('a calendar that asks again and again', () => {
  it('is told what is new, moved and off under one UID with a rising SEQUENCE, and nothing where nothing changed', async () => {
    const { run, buyer, firm, meeting } = await met()
    const path = await subscribe(firm)
    const first = await fetchFeed(path)
    expect([first.status, first.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(first.headers['cache-control']).toBe('private, no-cache')
    expect(first.body).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT15M')
    const uid = `${meeting.id}@enlace`
    const [one] = eventsOf(first)
    expect(one).toMatchObject({ uid, sequence: 0, status: 'CONFIRMED', starts: '2030-05-06T13:00:00.000Z' })
    const tag = String(first.headers['etag'])
    const again = await fetchFeed(path, { 'if-none-match': tag })
    expect([again.status, again.body]).toEqual([304, null])

    const moved = await run.agency.client.put(`${run.at}/meetings/${meeting.id}/slot`, { slot: 1 })
    expect(moved.status).toBe(200)
    const second = await fetchFeed(path, { 'if-none-match': tag })
    expect(second.status).toBe(200)
    expect(eventsOf(second)).toMatchObject([
      { uid, sequence: 1, status: 'CONFIRMED', starts: '2030-05-06T13:25:00.000Z' },
    ])
    expect(Number(new Date(eventsOf(second)[0]?.stamped ?? 0))).toBeGreaterThanOrEqual(Date.parse(one?.stamped ?? ''))

    await run.fallOut(buyer, meeting.id, 'called-off')
    expect(eventsOf(await fetchFeed(path))).toMatchObject([{ uid, sequence: 2, status: 'CANCELLED' }])
  })

  it('has exact instants on days on which the clock is changed', async () => {
    const session = { name: '', slotCount: 4, slotMinutes: 30, pauseMinutes: 0 }
    const startsIn = async (timeZone: string, date: string, starts: string, slot: number): Promise<unknown> => {
      const run = await MatchdayRun.open(api, { timeZone, sessions: [{ ...session, date, starts }] })
      const [buyer, firm] = [await run.attendee('buyer'), await run.attendee('supplier')]
      await run.publish([{ hostId: buyer.id, visitorId: firm.id, slot, place: 't1' }])
      return eventsOf(await fetchFeed(await subscribe(firm)))[0]?.starts
    }
    // In Madrid the clock goes from 02:00 to 03:00: the third half hour after 01:30 begins at 03:30 there.
    expect(await startsIn('Europe/Madrid', '2030-03-31', '01:30', 2)).toBe('2030-03-31T01:30:00.000Z')
    // In Santiago it goes from 24:00 back to 23:00: the fourth half hour after 23:00 begins an hour and a half later.
    expect(await startsIn('America/Santiago', '2030-04-06', '22:30', 3)).toBe('2030-04-07T03:00:00.000Z')
  })

  it('gives the organiser one event for each matchday', async () => {
    const { run } = await met()
    expect(eventsOf(await fetchFeed(await subscribe(run.agency)))).toMatchObject([
      { uid: `${run.id}@enlace`, starts: '2030-05-06T13:00:00.000Z', ends: '2030-05-06T19:35:00.000Z' },
    ])
  })
})

describe('the secret address', () => {
  it('is kept nowhere, and ends at the next request when it is renewed or ended', async () => {
    const { firm } = await met()
    const old = await subscribe(firm)
    const token = old.slice('/api/calendar/'.length, -'.ics'.length)
    expect(Buffer.from(token, 'base64url').length).toBe(32)
    const [kept] =
      await owner`select count(*)::int as rows from agenda_members where token_hash = sha256(convert_to(${token}, 'UTF8'))`
    expect(kept).toEqual({ rows: 1 })
    const [plain] =
      await owner`select count(*)::int as rows from agenda_members as one where one::text like ${`%${token}%`}`
    expect(plain).toEqual({ rows: 0 })
    const renewed = await subscribe(firm)
    expect([(await fetchFeed(old)).status, (await fetchFeed(renewed)).status]).toEqual([404, 200])
    expect((await firm.client.delete('/api/calendar-feed')).status).toBe(204)
    expect((await fetchFeed(renewed)).status).toBe(404)
    expect((await firm.client.get('/api/agenda-settings')).body).toEqual({ feedSince: null, byMail: false })
  })

  it('ends with the membership, and shows one member what its organisation meets and nobody else', async () => {
    const { firm, buyer } = await met()
    const stranger = await api.member('supplier')
    const [path, other] = [await subscribe(firm), await subscribe(stranger)]
    expect(eventsOf(await fetchFeed(path)).length).toBe(1)
    expect(eventsOf(await fetchFeed(other))).toEqual([])
    expect(eventsOf(await fetchFeed(await subscribe(buyer))).length).toBe(1)
    await owner`delete from members where organisation_id = ${firm.organisationId}`
    expect((await fetchFeed(path)).status).toBe(404)
  })

  it('answers no more than a calendar needs', async () => {
    const { firm } = await met()
    const path = await subscribe(firm)
    const answers: number[] = []
    for (let at = 0; at < 21; at += 1) answers.push((await fetchFeed(path)).status)
    expect(answers).toEqual([...Array.from({ length: 20 }, () => 200), 429])
  })
})
