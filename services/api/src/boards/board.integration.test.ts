import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AnnouncementView, BoardView, MeetingMoves, MeetingView } from '@enlace/contracts'
import { asSystem, publishPlan } from '@enlace/database'
import type { MeetingId } from '@enlace/domain'
import postgres from 'postgres'

import { MatchdayRun, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

type Faulty = { readonly code?: string; readonly faults?: readonly { readonly code: string }[] } | null
/** The status, the problem and the rule that it names. */
const refusalOf = ({ body, status }: Answer): unknown[] => [
  status,
  (body as Faulty)?.code,
  (body as Faulty)?.faults?.map(({ code }) => code).join(),
]

/** A buyer who meets two suppliers, in slots 0 and 2 at table 1 (zone A; table 3 is in B, five minutes away). */
async function twoMeetings(given: object = {}) {
  const run = await MatchdayRun.open(api, given)
  const { buyer, one, two } = await run.three()
  await run.publish([
    { hostId: buyer.id, visitorId: one.id, slot: 0, place: 't1' },
    { hostId: buyer.id, visitorId: two.id, slot: 2, place: 't1' },
  ])
  const { body } = await run.agency.client.get(`${run.at}/board`)
  const ids = new Map((body as BoardView).meetings.map(({ visitorId, id }) => [visitorId, id]))
  const idOf = (of: Attendee): MeetingId => {
    const id = ids.get(of.id)
    if (id === undefined) throw new Error('nobody meets them')
    return id
  }
  const move = (id: MeetingId, slot: number, place = 't1') =>
    run.agency.client.put(`${run.at}/meetings/${id}/slot`, { slot, place })
  return { run, buyer, one, two, first: idOf(one), second: idOf(two), move }
}
const boardOf = async ({ agency, at }: MatchdayRun): Promise<BoardView> => (await agency.client.get(`${at}/board`)).body

describe('moving a meeting', () => {
  it('is answered slot by slot, and refused by the same rules with the name of the one that is broken', async () => {
    const { run, one, first, second, move } = await twoMeetings({ walkingMinutes: 10 })
    await one.client.put(`${run.at}/participation`, { away: [3] })
    const { slots } = (await run.agency.client.get(`${run.at}/meetings/${first}/moves`)).body as MeetingMoves
    expect(slots.map(({ rule, refused }) => rule ?? refused)).toEqual([
      [],
      [{ rule: 'walking-time', places: ['t3'] }],
      'person-twice',
      'person-away',
      ...[[], [], [], []],
    ])
    expect(refusalOf(await move(first, 1, 't3'))).toEqual([409, 'meeting.rule', 'walking-time'])
    expect(refusalOf(await move(first, 2))).toEqual([409, 'meeting.taken', 'person-twice'])
    expect(refusalOf(await move(first, 3))).toEqual([409, 'meeting.rule', 'person-away'])
    expect((await move(first, 1, 't2')).status).toBe(200)
    expect((await move(second, 4, 't3')).status).toBe(200)
  })

  it('is refused into a slot that has begun', async () => {
    const { run, first, move } = await twoMeetings()
    const begun = new Date(Date.now() - 30 * 60_000).toISOString()
    const [date, time] = [begun.slice(0, 10), begun.slice(11, 16)]
    const session = JSON.stringify([{ name: '', date, starts: time, slotCount: 8, slotMinutes: 20, pauseMinutes: 0 }])
    await owner`update matchdays set content = content || jsonb_build_object('timeZone', 'UTC', 'sessions', ${session}::text::jsonb) where id = ${run.id}`
    expect(refusalOf(await move(first, 1))).toEqual([409, 'meeting.rule', 'slot-past'])
    expect((await move(first, 3)).status).toBe(200)
  })

  it('is for the organiser alone, of its own matchday', async () => {
    const { run, buyer, first } = await twoMeetings()
    const stranger = await api.member('agency')
    for (const path of ['/board', `/meetings/${first}/moves`]) {
      expect(refusalOf(await buyer.client.get(run.at + path))).toEqual([403, 'identity.forbidden', ''])
      expect(refusalOf(await stranger.client.get(run.at + path))).toEqual([404, 'thing.not-found', ''])
    }
    const elsewhere = await MatchdayRun.open(api)
    const moves = await elsewhere.agency.client.get(`${elsewhere.at}/meetings/${first}/moves`)
    expect(refusalOf(moves)).toEqual([404, 'thing.not-found', ''])
  })
})

describe('a locked meeting', () => {
  it('is moved by nobody until it is unlocked, and tells the organiser alone', async () => {
    const { run, buyer, first, move } = await twoMeetings()
    const lock = (locked: boolean, { client }: Signed = run.agency) =>
      client.put(`${run.at}/meetings/${first}/lock`, { locked })
    expect((await lock(true, buyer)).status).toBe(403)
    expect((await lock(true)).body).toMatchObject({ meeting: { id: first, locked: true } })
    expect(refusalOf(await move(first, 1))).toEqual([409, 'meeting.rule', 'locked'])
    await lock(false)
    expect((await move(first, 1)).status).toBe(200)
    const events =
      await owner`select payload from events where name = 'meeting.locked' and payload ->> 'meetingId' = ${first}`
    expect(events.length).toBe(2)
  })

  it('stays where it is when another timetable is published, or stands in its way', async () => {
    const { run, buyer, one, two, first, second } = await twoMeetings()
    await run.agency.client.put(`${run.at}/meetings/${first}/lock`, { locked: true })
    const publish = async (slots: readonly [number, number]) => {
      const meetings = [one, two].map(({ id }, at) => ({
        hostId: buyer.id,
        visitorId: id,
        slot: slots[at] ?? 0,
        place: 't2',
      }))
      const id = await run.keepPlan(meetings)
      return run.agency.client.post(`${run.at}/plans/${id}/publish`, {})
    }
    expect((await publish([4, 5])).status).toBe(200)
    const at = new Map((await boardOf(run)).meetings.map(({ id, slot, place }) => [id, `${slot} ${place}`]))
    expect([at.get(first), at.get(second)]).toEqual(['0 t1', '5 t2'])
    expect(refusalOf(await publish([5, 0]))).toEqual([409, 'meeting.taken', ''])
    // A plan without it does not cancel it either.
    await asSystem(api.system, async (tx) => publishPlan(tx, run.id, { id: await firstPlan(run), meetings: [] }))
    expect((await boardOf(run)).meetings.map(({ id }) => id)).toEqual([first])
  })

  it('is refused at a place that is closed and when a firm is out, by name, in its cells too', async () => {
    const { run, two, first, second, move } = await twoMeetings({ walkingMinutes: 0 })
    const report = (given: object): Promise<Answer> => run.agency.client.post(`${run.at}/incidents`, { report: given })
    const movesOf = async (id: MeetingId) =>
      ((await run.agency.client.get(`${run.at}/meetings/${id}/moves`)).body as MeetingMoves).slots
    expect((await move(first, 3, 't2')).status).toBe(200)
    expect((await report({ kind: 'place-closed', place: 't3' })).status).toBe(201)
    expect(refusalOf(await move(first, 1, 't3'))).toEqual([409, 'meeting.rule', 'place-closed'])
    expect((await movesOf(first))[1]?.refused).toEqual([{ rule: 'place-closed', places: ['t3'] }])
    expect((await report({ kind: 'absent', participantId: two.id })).status).toBe(201)
    const gone = (await movesOf(second)).filter(({ rule }) => rule === 'person-away')
    expect(gone.length).toBeGreaterThan(0)
  })
})
const firstPlan = async ({ id }: MatchdayRun) => {
  const [row] = await owner`select id from matchday_plans where matchday_id = ${id} limit 1`
  return row?.['id']
}

describe('a hold', () => {
  const hold = ({ agency, at }: MatchdayRun, slot: number, held: string, minutes = 10) =>
    agency.client.post(`${at}/holds`, { slot, held, minutes })

  it('keeps a place, or the time of a firm, from everybody until it is let go', async () => {
    const { run, buyer, two, first, move } = await twoMeetings()
    expect(refusalOf(await hold(run, 0, 't1'))).toEqual([409, 'meeting.taken', ''])
    expect(refusalOf(await hold(run, 1, 'nowhere'))[0]).toBe(404)
    expect((await hold(run, 1, 't1')).status).toBe(201)
    expect((await hold(run, 1, 't1', 20)).status).toBe(201)
    expect((await hold(run, 3, buyer.id)).status).toBe(201)
    expect((await boardOf(run)).holds.map(({ slot, held }) => [slot, held])).toEqual([
      [1, 't1'],
      [3, buyer.id],
    ])
    expect(refusalOf(await move(first, 1))).toEqual([409, 'meeting.rule', 'place-held'])
    expect(refusalOf(await move(first, 3))).toEqual([409, 'meeting.rule', 'place-held'])
    await expect(owner`update matchday_meetings set slot = 3 where id = ${first}`).rejects.toThrow('matchday_bookings')
    await run.fallOut(run.agency, first, 'called-off')
    const three = await run.attendee('supplier')
    await run.agree(buyer, three)
    const booked = (await three.client.post(`${run.at}/meetings`, { participantId: buyer.id })).body as MeetingView
    expect(booked.slot).toBe(0)
    expect((await two.client.delete(`${run.at}/holds/1/t1`)).status).toBe(403)
    expect((await run.agency.client.delete(`${run.at}/holds/1/t1`)).status).toBe(204)
    expect((await run.agency.client.delete(`${run.at}/holds/1/t1`)).status).toBe(404)
    expect((await move(booked.id, 1)).status).toBe(200)
  })

  it('ends by itself, for moves and for those who book, without anybody tidying up', async () => {
    const { run, buyer, first, move } = await twoMeetings()
    await hold(run, 1, 't1')
    await hold(run, 3, buyer.id)
    await owner`update matchday_bookings set held_until = clock_timestamp() - interval '1 second' where matchday_id = ${run.id} and held_until is not null`
    expect((await boardOf(run)).holds).toEqual([])
    expect((await move(first, 1)).status).toBe(200)
    const three = await run.attendee('supplier')
    await run.agree(buyer, three)
    for (const slot of [0, 4, 5, 6, 7]) await hold(run, slot, buyer.id)
    const booked = (await three.client.post(`${run.at}/meetings`, { participantId: buyer.id })).body as MeetingView
    expect(booked.slot).toBe(3)
  })

  it('is let in once where many try at once', async () => {
    const { run } = await twoMeetings()
    const answers = await Promise.all(Array.from({ length: 6 }, () => hold(run, 6, 't2')))
    expect(answers.some(({ status }) => status === 201)).toBe(true)
    const [row] =
      await owner`select count(*)::int as n from matchday_bookings where matchday_id = ${run.id} and slot = 6 and held = 't2'`
    expect(row?.['n']).toBe(1)
  })
})

describe('what the organiser tells', () => {
  const listOf = async (run: MatchdayRun, { client }: Signed): Promise<string[]> =>
    ((await client.get(`${run.at}/announcements`)).body as { items: AnnouncementView[] }).items.map(
      ({ kind, text }) => text || kind,
    )

  it('reaches those who are admitted on the side it is for, and nobody else', async () => {
    const run = await MatchdayRun.open(api)
    const { buyer, one } = await run.three()
    const waiting = await api.member('supplier')
    await waiting.client.put(`${run.at}/participation`, {})
    const tell = (body: object, { client }: Signed = run.agency) => client.post(`${run.at}/announcements`, body)
    expect((await tell({ kind: 'message', text: 'Lunch is served.' })).status).toBe(201)
    await tell({ kind: 'message', text: 'Suppliers, bring your badges.', toSide: 'visitor' })
    await tell({ kind: 'next-round' })
    expect((await tell({ kind: 'message' })).status).toBe(422)
    expect((await tell({ kind: 'message', text: 'I am the organiser.' }, buyer)).status).toBe(403)
    expect(await listOf(run, run.agency)).toEqual(['next-round', 'Suppliers, bring your badges.', 'Lunch is served.'])
    expect(await listOf(run, one)).toEqual(['next-round', 'Suppliers, bring your badges.', 'Lunch is served.'])
    expect(await listOf(run, buyer)).toEqual(['next-round', 'Lunch is served.'])
    for (const outside of [waiting, await api.member('buyer')]) expect(await listOf(run, outside)).toEqual([])
  })
})
