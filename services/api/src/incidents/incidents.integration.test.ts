import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { IncidentView, MeetingView } from '@enlace/contracts'
import postgres from 'postgres'

import { beginAgo, codeOf, faultsOf, meetingsOf, report, told } from '../../test/incident-day.ts'
import { MatchdayRun, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

/** What the database holds of a day breaks no rule of the timetable. */
async function expectSound(run: MatchdayRun): Promise<void> {
  const { meetings, faults } = await faultsOf(run)
  expect(meetings).toBeGreaterThan(0)
  expect(faults).toEqual([])
}

/** Two buyers and three suppliers with four meetings; a fifth pair agreed and has no time. */
async function day() {
  const run = await MatchdayRun.open(api)
  const { buyer: high, one, two } = await run.three()
  const [low, three] = [await run.attendee('buyer'), await run.attendee('supplier')]
  await run.publish([
    { hostId: high.id, visitorId: one.id, slot: 0, place: 't1' },
    { hostId: high.id, visitorId: two.id, slot: 1, place: 't1' },
    { hostId: low.id, visitorId: one.id, slot: 1, place: 't2' },
    { hostId: low.id, visitorId: two.id, slot: 2, place: 't2' },
  ])
  return { run, high, low, one, two, three }
}
describe('an incident', () => {
  it('moves what somebody who is late would miss, tells both, and gives the freed time to who is on standby', async () => {
    const { run, high, one, three } = await day()
    await run.agree(high, three)
    const answer = await report(run, run.agency, { kind: 'late', participantId: one.id, minutes: 20 })
    expect(answer.status).toBe(201)
    expect(told(answer)).toContainEqual(['moved', 0, expect.any(Number), null])
    expect(told(answer)).toContainEqual(['found', null, 0, null])
    await expectSound(run)
    const mine = await meetingsOf(run, one)
    expect(mine.every(({ slot }) => slot >= 1)).toBe(true)
    const events = await owner`
      select name, payload from events where payload ->> 'matchdayId' = ${run.id} and name in ('meeting.changed', 'incident.reported') order by id`
    expect(events.map(({ name, payload }) => [name, (payload as { how?: string }).how])).toContainEqual([
      'meeting.changed',
      'found',
    ])
    expect(events.at(-1)?.['name']).toBe('incident.reported')
  })

  it('leaves what is past or runs, and answers a firm with its own meetings alone', async () => {
    const { run, high, one, two } = await day()
    await beginAgo(run, 5)
    const before = await meetingsOf(run, run.agency)
    const answer = await report(run, one, { kind: 'absent' })
    // The first of its meetings runs.
    expect(told(answer)).toEqual([['lost', 1, null, 'person-away']])
    const after = await meetingsOf(run, run.agency)
    expect(after.find(({ slot }) => slot === 0)).toEqual(before.find(({ slot }) => slot === 0))
    await expectSound(run)
    const other = await report(run, two, { kind: 'late', minutes: 60 })
    expect(other.status).toBe(201)
    const mine = (await meetingsOf(run, two)).map(({ id }) => id)
    for (const { meetingId } of (other.body as IncidentView).changes) expect(mine).toContain(meetingId)
    await expectSound(run)
    // Nobody books who is out.
    await run.agree(high, one)
    expect(codeOf(await one.client.post(`${run.at}/meetings`, { participantId: high.id }))[0]).toBe(409)
  })

  it('closes a table: its meetings stand at others, and nobody books it any more', async () => {
    const { run } = await day()
    const answer = await report(run, run.agency, { kind: 'place-closed', place: 't1' })
    expect(answer.status).toBe(201)
    const places = (await meetingsOf(run, run.agency)).map(({ place }) => place.key)
    expect(places).not.toContain('t1')
    expect(places.length).toBe(4)
    await expectSound(run)
    const [first] = await meetingsOf(run, run.agency)
    const back = await run.agency.client.put(`${run.at}/meetings/${first?.id}/slot`, { slot: 5, place: 't1' })
    expect(codeOf(back)).toEqual([409, 'meeting.rule'])
  })

  it('offers the time of a meeting that falls out to others, also the rest of one to which nobody came', async () => {
    const { run, high, three, one } = await day()
    await run.agree(high, three)
    await beginAgo(run, 5)
    const [first] = (await meetingsOf(run, high)).filter(({ slot }) => slot === 0)
    const missed = await report(run, high, { kind: 'missed', meetingId: first?.id })
    expect(told(missed)).toEqual([
      ['ended', 0, null, null],
      ['found', null, 0, null],
    ])
    await expectSound(run)
    expect(codeOf(await report(run, high, { kind: 'missed', meetingId: first?.id }))).toEqual([409, 'meeting.state'])
    const [later] = (await meetingsOf(run, one)).filter(({ slot }) => slot === 1)
    expect(told(await report(run, one, { kind: 'called-off', meetingId: later?.id }))).toEqual([
      ['ended', 1, null, null],
    ])
    await expectSound(run)
  })

  it('pulls in nobody who speaks no common language, who has enough, or who called it off', async () => {
    const run = await MatchdayRun.open(api, { mostMeetings: 2 })
    const [host, visitor] = [await run.attendee('buyer', { languages: ['es'] }), await run.attendee('supplier')]
    const [deaf, full] = [await run.attendee('supplier', { languages: ['en'] }), await run.attendee('supplier')]
    const others = [await run.attendee('buyer'), await run.attendee('buyer')]
    await run.publish([
      { hostId: host.id, visitorId: visitor.id, slot: 0, place: 't1' },
      ...others.map(({ id }, at) => ({ hostId: id, visitorId: full.id, slot: at + 2, place: 't2' })),
    ])
    await run.agree(host, visitor)
    await run.agree(host, deaf)
    await run.agree(host, full)
    const [meeting] = await meetingsOf(run, host)
    const off = await report(run, host, { kind: 'called-off', meetingId: meeting?.id })
    expect(told(off)).toEqual([['ended', 0, null, null]])
    // Once one of its meetings is off, it has room for another, and the time that it leaves is one that the host has.
    const [one] = await meetingsOf(run, full)
    expect(told(await report(run, full, { kind: 'called-off', meetingId: one?.id }))).toEqual([
      ['ended', 2, null, null],
      ['found', null, 2, null],
    ])
  })

  it('adds a pair, and refuses one that meets already or has no time', async () => {
    const { run, high, one, three } = await day()
    const add = (visitor: Attendee) =>
      report(run, run.agency, { kind: 'pair-added', hostId: high.id, visitorId: visitor.id })
    const added = await add(three)
    expect(told(added)).toEqual([['found', null, expect.any(Number), null]])
    await expectSound(run)
    expect(codeOf(await add(one))).toEqual([409, 'meeting.twice'])
    const busy = await run.attendee('supplier', { away: [0, 1, 2, 3, 4, 5, 6, 7] })
    expect(codeOf(await add(busy))).toEqual([409, 'meeting.full'])
  })

  it('moves no meeting more often than twice, unless the organiser insists', async () => {
    const { run, one, high } = await day()
    await owner`update matchday_meetings set moves = 2 where matchday_id = ${run.id}`
    const late = await report(run, run.agency, { kind: 'late', participantId: one.id, minutes: 20 })
    expect(told(late)).toEqual([['lost', 0, null, 'moved-often']])
    await expectSound(run)
    const { id } = late.body as IncidentView
    expect((await run.agency.client.post(`${run.at}/incidents/${id}/undo`)).status).toBe(200)
    const again = await report(run, run.agency, { kind: 'late', participantId: one.id, minutes: 20 }, true)
    expect(told(again)).toContainEqual(['moved', 0, expect.any(Number), null])
    // A firm's own insisting counts for nothing.
    const tired = await report(run, high, { kind: 'late', minutes: 20 }, true)
    expect(codeOf(tired)).toEqual([409, 'incident.not-now'])
  })

  it('is taken back where everything stands as it left it, and refused with a reason where it does not', async () => {
    const { run, one, two, high, three } = await day()
    await run.agree(high, three)
    const before = await meetingsOf(run, run.agency)
    const undo = (id: string, by: Signed = run.agency) => by.client.post(`${run.at}/incidents/${id}/undo`)
    const late = (await report(run, run.agency, { kind: 'late', participantId: one.id, minutes: 20 }))
      .body as IncidentView
    expect(codeOf(await undo(late.id, one))).toEqual([403, 'identity.forbidden'])
    expect((await undo(late.id)).body).toMatchObject({ undoneAt: expect.any(String) })
    const spot = ({ id, slot, place, state }: MeetingView): unknown[] => [id, slot, place.key, state]
    const after = (await meetingsOf(run, run.agency)).filter(({ id }) => before.some((old) => old.id === id))
    expect(after.map(spot)).toEqual(before.map(spot))
    await expectSound(run)
    expect(codeOf(await undo(late.id))).toEqual([409, 'incident.built-upon'])
    const first = (await report(run, run.agency, { kind: 'late', participantId: two.id, minutes: 20 }))
      .body as IncidentView
    const second = (await report(run, run.agency, { kind: 'absent', participantId: two.id })).body as IncidentView
    expect(codeOf(await undo(first.id))).toEqual([409, 'incident.built-upon'])
    expect((await undo(second.id)).status).toBe(200)
    expect((await undo(first.id)).status).toBe(200)
    const closed = (await report(run, run.agency, { kind: 'place-closed', place: 't1' })).body as IncidentView
    await run.agency.client.put(`${run.at}/meetings/${closed.changes[0]?.meetingId}/slot`, { slot: 6 })
    expect(codeOf(await undo(closed.id))).toEqual([409, 'incident.built-upon'])
    const { items } = (await run.agency.client.get(`${run.at}/incidents`)).body as { items: IncidentView[] }
    expect(items.map(({ kind }) => kind)).toEqual(['place-closed', 'absent', 'late', 'late'])
  })

  it('refuses what cannot be, what is not there, and what is for others to say', async () => {
    const { run, high, one, two, three } = await day()
    const [meeting] = await meetingsOf(run, one)
    const stranger = await api.member('supplier')
    for (const [by, what, answer] of [
      [two, { kind: 'called-off', meetingId: meeting?.id }, [404, 'thing.not-found']],
      [two, { kind: 'missed', meetingId: meeting?.id }, [404, 'thing.not-found']],
      [stranger, { kind: 'called-off', meetingId: meeting?.id }, [404, 'thing.not-found']],
      [two, { kind: 'place-closed', place: 't1' }, [403, 'identity.forbidden']],
      [two, { kind: 'pair-added', hostId: high.id, visitorId: three.id }, [403, 'identity.forbidden']],
      // Its day is years away.
      [two, { kind: 'late', minutes: 10 }, [409, 'incident.not-now']],
      [run.agency, { kind: 'place-closed', place: 't9' }, [404, 'thing.not-found']],
      [run.agency, { kind: 'absent' }, [404, 'thing.not-found']],
      [run.agency, { kind: 'late', participantId: two.id, minutes: 0 }, [422, 'input.invalid']],
      [run.agency, { kind: 'pair-added', hostId: one.id, visitorId: high.id }, [404, 'thing.not-found']],
    ] as const)
      expect(codeOf(await report(run, by, what))).toEqual(answer)
    await beginAgo(run, 5)
    expect(codeOf(await report(run, two, { kind: 'late', participantId: one.id, minutes: 10 }))).toEqual([
      403,
      'identity.forbidden',
    ])
    await one.client.post(`${run.at}/participation/withdraw`)
    expect(codeOf(await report(run, one, { kind: 'absent' }))).toEqual([404, 'thing.not-found'])
    expect(codeOf(await report(run, run.agency, { kind: 'absent', participantId: one.id }))[0]).toBe(404)
    await beginAgo(run, 8 * 25)
    expect(codeOf(await report(run, run.agency, { kind: 'place-closed', place: 't1' }))).toEqual([
      409,
      'incident.not-now',
    ])
    expect((await meetingsOf(run, two)).map(({ state }) => state)).toEqual(['planned', 'planned'])
  })
})
