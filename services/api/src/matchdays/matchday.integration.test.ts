import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { MatchdayCard, MatchdayParticipantView, MatchdayView, MeetingView } from '@enlace/contracts'
import postgres from 'postgres'

import { MatchdayRun, meetTheBuyers, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]
const meetingsOf = async (run: MatchdayRun, { client }: Signed): Promise<MeetingView[]> =>
  ((await client.get(`${run.at}/meetings`)).body as { items: MeetingView[] }).items
const participantsOf = async (run: MatchdayRun, { client }: Signed): Promise<MatchdayParticipantView[]> =>
  ((await client.get(`${run.at}/participants`)).body as { items: MatchdayParticipantView[] }).items

describe('a matchday', () => {
  it('is set up by an agency, hidden until it is announced, and then seen by buyers and suppliers', async () => {
    const [agency, other, buyer, supplier] = [
      await api.member('agency'),
      await api.member('agency'),
      await api.member('buyer'),
      await api.member('supplier'),
    ]
    const lacking = await agency.client.post('/api/matchdays', { content: { title: 'Soon', timeZone: 'UTC' } })
    const { id } = lacking.body as MatchdayView
    const at = `/api/matchdays/${id}`
    expect(codeOf(await agency.client.post(`${at}/state`, { to: 'open' }))).toEqual([422, 'matchday.incomplete'])
    expect((await agency.client.put(at, { content: meetTheBuyers, revision: 1 })).status).toBe(200)
    expect(codeOf(await agency.client.put(at, { content: meetTheBuyers, revision: 1 }))).toEqual([412, 'thing.changed'])
    for (const one of [other, buyer, supplier])
      expect(codeOf(await one.client.get(at))).toEqual([404, 'thing.not-found'])
    const opened = (await agency.client.post(`${at}/state`, { to: 'open' })).body as MatchdayView
    expect(opened).toMatchObject({
      state: 'open',
      startsAt: '2030-05-06T13:00:00.000Z',
      endsAt: '2030-05-06T19:35:00.000Z',
    })
    expect(opened.slots.length).toBe(8)
    for (const one of [buyer, supplier]) {
      const view = (await one.client.get(at)).body as MatchdayView
      expect([view.own, view.counts, view.plans]).toEqual([null, null, []])
      const { items } = (await one.client.get('/api/matchdays')).body as { items: MatchdayCard[] }
      expect(items.map((item) => item.id)).toContain(id)
    }
    expect(codeOf(await other.client.get(at))).toEqual([404, 'thing.not-found'])
    const moved = { ...meetTheBuyers, sessions: meetTheBuyers.sessions.slice(1) }
    expect(codeOf(await agency.client.put(at, { content: moved, revision: 2 }))).toEqual([409, 'matchday.fixed'])
    const renamed = { ...meetTheBuyers, title: 'Meet the mines' }
    expect((await agency.client.put(at, { content: renamed, revision: 2 })).body).toMatchObject({
      title: 'Meet the mines',
    })
    expect(codeOf(await agency.client.post(`${at}/state`, { to: 'closed' }))).toEqual([409, 'matchday.state'])
  })

  it('takes firms that register, whom the organiser admits; each side sees the other and not itself', async () => {
    const run = await MatchdayRun.open(api)
    const [buyer, one, two] = [
      await run.attendee('buyer', { languages: ['es'], note: 'We look for valves.' }),
      await run.attendee('supplier', { away: [3, 3, 0] }),
      await run.attendee('supplier'),
    ]
    const waiting = await api.member('supplier')
    const applied = (await waiting.client.put(`${run.at}/participation`, {})).body as MatchdayParticipantView
    expect(applied).toMatchObject({ state: 'applied', side: 'visitor' })
    expect(await participantsOf(run, waiting)).toEqual([])
    expect((await participantsOf(run, buyer)).map(({ id }) => id).toSorted()).toEqual([one.id, two.id].toSorted())
    expect((await participantsOf(run, one)).map(({ id, note }) => [id, note])).toEqual([
      [buyer.id, 'We look for valves.'],
    ])
    expect((await participantsOf(run, run.agency)).length).toBe(4)
    expect(((await one.client.get(run.at)).body as MatchdayView).own).toMatchObject({ away: [0, 3], state: 'admitted' })
    expect(codeOf(await one.client.put(`${run.at}/participation`, { away: [8] }))).toEqual([422, 'matchday.slot'])
    const self = await waiting.client.put(`${run.at}/participants/${applied.id}`, { state: 'admitted' })
    expect(codeOf(self)).toEqual([403, 'identity.forbidden'])
    expect(codeOf(await run.agency.client.put(`${run.at}/participation`, {}))).toEqual([403, 'identity.forbidden'])
  })

  it('lets nobody admit itself, in the database too', async () => {
    const run = await MatchdayRun.open(api)
    const supplier = await api.member('supplier')
    await supplier.client.put(`${run.at}/participation`, {})
    const admit = owner.begin(async (sql) => {
      await sql`set local role enlace_app`
      await sql`select set_config('enlace.organisation', ${supplier.organisationId}, true), set_config('enlace.organisation_kind', 'supplier', true)`
      await sql`update matchday_participants set state = 'admitted' where organisation_id = ${supplier.organisationId}`
    })
    await expect(admit).rejects.toThrow('does not admit itself')
  })

  it('tells a wish to whom it is for, and a "no" to nobody', async () => {
    const run = await MatchdayRun.open(api)
    const [buyer, keen, cool] = [
      await run.attendee('buyer'),
      await run.attendee('supplier'),
      await run.attendee('supplier'),
    ]
    expect(await run.wish(keen, buyer, 'must', 'We make what you import.')).toMatchObject({ standing: 'asked' })
    expect(await run.wish(buyer, cool, 'meet')).toMatchObject({ standing: 'asked' })
    const silent = (await participantsOf(run, buyer)).find(({ id }) => id === cool.id)
    await run.wish(cool, buyer, 'no', 'They owe us money.')
    const after = await participantsOf(run, buyer)
    expect(after.find(({ id }) => id === cool.id)).toEqual(silent)
    expect(after.find(({ id }) => id === keen.id)).toMatchObject({
      standing: 'asks',
      theirWish: 'must',
      theirReason: 'We make what you import.',
    })
    expect(JSON.stringify(await participantsOf(run, run.agency))).not.toContain('They owe us money.')
    expect(await run.wish(buyer, keen, 'meet')).toMatchObject({ standing: 'agreed' })
    expect(((await run.agency.client.get(run.at)).body as MatchdayView).counts).toEqual({
      ...{ applied: 0, hosts: 1, visitors: 2, agreed: 1, met: 0 },
    })
    expect(await run.wish(buyer, keen, null)).toMatchObject({ standing: 'asks', wish: null })
    const own = await keen.client.put(`${run.at}/wishes/${cool.id}`, { wish: 'meet' })
    expect(codeOf(own)).toEqual([404, 'thing.not-found'])
  })

  it('publishes a timetable, whose meetings each side sees, and keeps those that stay where another follows', async () => {
    const run = await MatchdayRun.open(api)
    const { buyer, one, two } = await run.three()
    await run.agree(buyer, one)
    await run.agree(two, buyer)
    const pair = (visitor: Attendee) => ({ hostId: buyer.id, visitorId: visitor.id })
    await run.publish([
      { ...pair(one), slot: 0, place: 't1' },
      { ...pair(two), slot: 1, place: 't1' },
    ])
    const before = await meetingsOf(run, buyer)
    expect(before.map(({ slot, mine, startsAt, place }) => [slot, mine, startsAt, place.name])).toEqual([
      [0, 'host', '2030-05-06T13:00:00.000Z', 'Table 1'],
      [1, 'host', '2030-05-06T13:25:00.000Z', 'Table 1'],
    ])
    expect((await meetingsOf(run, one)).length).toBe(1)
    // The two are swapped: each is where the other was a moment ago.
    await run.publish([
      { ...pair(one), slot: 1, place: 't1' },
      { ...pair(two), slot: 0, place: 't1' },
    ])
    const after = await meetingsOf(run, buyer)
    expect(after.map(({ id, slot, sequence }) => [id, slot, sequence])).toEqual([
      [before[1]?.id, 0, 1],
      [before[0]?.id, 1, 1],
    ])
    await run.publish([{ ...pair(two), slot: 0, place: 't1' }])
    expect((await meetingsOf(run, one)).map(({ state }) => state)).toEqual(['cancelled'])
  })

  it('refuses a move onto somebody’s time or place, and gives the time of a missed meeting back', async () => {
    const run = await MatchdayRun.open(api)
    const [buyer, rival, one, two] = [
      await run.attendee('buyer'),
      await run.attendee('buyer'),
      await run.attendee('supplier'),
      await run.attendee('supplier'),
    ]
    await run.publish([
      { hostId: buyer.id, visitorId: one.id, slot: 0, place: 't1' },
      { hostId: rival.id, visitorId: two.id, slot: 1, place: 't1' },
      { hostId: rival.id, visitorId: one.id, slot: 2, place: 't2' },
    ])
    const [first] = await meetingsOf(run, buyer)
    const move = (body: object, by: Signed = run.agency): Promise<Answer> =>
      by.client.put(`${run.at}/meetings/${first?.id}/slot`, body)
    expect(codeOf(await move({ slot: 1 }))).toEqual([409, 'meeting.taken'])
    expect(codeOf(await move({ slot: 2, place: 't3' }))).toEqual([409, 'meeting.taken'])
    expect(codeOf(await move({ slot: 9 }))).toEqual([422, 'matchday.slot'])
    expect(codeOf(await move({ slot: 3 }, buyer))).toEqual([403, 'identity.forbidden'])
    expect((await move({ slot: 3, place: 't3' })).body).toMatchObject({
      slot: 3,
      place: { name: 'Table 3' },
      sequence: 1,
    })
    const confirm = (by: Signed = buyer): Promise<Answer> =>
      by.client.put(`${run.at}/meetings/${first?.id}/held`, { note: '' })
    expect(codeOf(await confirm(two))).toEqual([404, 'thing.not-found'])
    expect((await run.fallOut(buyer, first?.id, 'missed')).status).toBe(201)
    const [, , third] = await meetingsOf(run, run.agency)
    expect((await run.agency.client.put(`${run.at}/meetings/${third?.id}/slot`, { slot: 3 })).status).toBe(409)
    const held = (await meetingsOf(run, one)).find(({ host }) => host.participantId === rival.id)
    expect((await run.agency.client.put(`${run.at}/meetings/${held?.id}/slot`, { slot: 3 })).status).toBe(200)
    expect(codeOf(await confirm())).toEqual([409, 'meeting.taken'])
    expect((await run.fallOut(run.agency, held?.id, 'called-off')).status).toBe(201)
    expect(codeOf(await run.fallOut(run.agency, held?.id, 'called-off'))).toEqual([409, 'meeting.state'])
    expect((await confirm()).body).toMatchObject({ state: 'held' })
  })

  it('refuses a timetable that meets what was booked since, whole, and any once the day has begun', async () => {
    const run = await MatchdayRun.open(api)
    const { buyer, one, two } = await run.three()
    await run.agree(buyer, one)
    await run.publish([])
    const booked = (await one.client.post(`${run.at}/meetings`, { participantId: buyer.id })).body as MeetingView
    for (const client of [buyer.client, one.client]) await client.put(`${run.at}/meetings/${booked.id}/held`, {})
    const held =
      await owner`select payload ->> 'visitorId' as visitor from events where name = 'meeting.held' and payload ->> 'matchdayId' = ${run.id}`
    expect(held.map(({ visitor }) => visitor as string)).toEqual([one.organisationId])
    const planId = await run.keepPlan([{ hostId: buyer.id, visitorId: two.id, slot: booked.slot, place: 't1' }])
    const publish = (): Promise<Answer> => run.agency.client.post(`${run.at}/plans/${planId}/publish`, {})
    expect(codeOf(await publish())).toEqual([409, 'meeting.taken'])
    expect((await meetingsOf(run, run.agency)).map(({ id, state }) => [id, state])).toEqual([[booked.id, 'held']])
    await owner`update matchdays set starts_at = now() - interval '1 minute' where id = ${run.id}`
    expect(codeOf(await publish())).toEqual([409, 'matchday.begun'])
    expect(codeOf(await run.agency.client.post(`${run.at}/plans`, {}))).toEqual([409, 'matchday.begun'])
  })

  it('books no time with a firm that is out, and cancels what one that is declined had planned', async () => {
    const run = await MatchdayRun.open(api)
    const [buyer, one] = [await run.attendee('buyer'), await run.attendee('supplier')]
    await run.agree(buyer, one)
    await run.publish([{ hostId: buyer.id, visitorId: one.id, slot: 0, place: 't1' }])
    await run.agency.client.put(`${run.at}/participants/${one.id}`, { state: 'declined' })
    expect((await meetingsOf(run, buyer)).map(({ state }) => state)).toEqual(['cancelled'])
    const book = (by: Signed, of: Attendee): Promise<Answer> =>
      by.client.post(`${run.at}/meetings`, { participantId: of.id })
    for (const answer of [await book(buyer, one), await book(one, buyer)])
      expect(codeOf(answer)).toEqual([409, 'meeting.unagreed'])
    await run.agency.client.put(`${run.at}/participants/${one.id}`, { state: 'admitted' })
    expect((await book(buyer, one)).status).toBe(201)
    expect(codeOf(await book(one, buyer))).toEqual([409, 'meeting.twice'])
  })

  it('gives each side its meetings for a calendar, which moves and deletes what it takes again', async () => {
    const run = await MatchdayRun.open(api)
    const { buyer, one, two } = await run.three()
    const pair = (visitor: Attendee) => ({ hostId: buyer.id, visitorId: visitor.id })
    await run.publish([
      { ...pair(one), slot: 0, place: 't1' },
      { ...pair(two), slot: 1, place: 't1' },
    ])
    const lines = async ({ client }: Signed): Promise<string[]> => {
      const { body, headers } = await client.get(`${run.at}/meetings.ics`)
      expect(headers['content-type']).toContain('text/calendar')
      return (body as string).split('\r\n').filter((line) => /^(UID|SEQUENCE|STATUS|DTSTART|SUMMARY)/.test(line))
    }
    const [first, second] = await meetingsOf(run, buyer)
    const entry = (uid: string | undefined, ...rest: string[]): string[] => [`UID:${uid}@enlace`, ...rest].toSorted()
    const before = await lines(buyer)
    expect(before.length).toBe(10)
    expect(before.slice(0, 5).toSorted()).toEqual(
      entry(first?.id, `SUMMARY:${first?.visitor.name}`, 'SEQUENCE:0', 'STATUS:CONFIRMED', 'DTSTART:20300506T130000Z'),
    )
    expect((await lines(one)).length).toBe(5)
    await run.agency.client.put(`${run.at}/meetings/${first?.id}/slot`, { slot: 7 })
    await run.fallOut(buyer, second?.id, 'called-off')
    const after = await lines(buyer)
    for (const line of [
      `UID:${first?.id}@enlace`,
      'DTSTART:20300506T191500Z',
      `UID:${second?.id}@enlace`,
      'STATUS:CANCELLED',
    ])
      expect(after).toContain(line)
    expect(after.filter((line) => line === 'SEQUENCE:1').length).toBe(2)
  })

  it('cancels the meetings of a firm that withdraws, and tells the others', async () => {
    const run = await MatchdayRun.open(api)
    const [buyer, one] = [await run.attendee('buyer'), await run.attendee('supplier')]
    await run.publish([{ hostId: buyer.id, visitorId: one.id, slot: 0, place: 't1' }])
    expect((await one.client.post(`${run.at}/participation/withdraw`)).body).toMatchObject({ state: 'withdrawn' })
    expect((await meetingsOf(run, buyer)).map(({ state }) => state)).toEqual(['cancelled'])
    const told =
      await owner`select payload ->> 'hostId' as host from events where name = 'meeting.changed' and payload ->> 'matchdayId' = ${run.id}`
    expect(told.map(({ host }) => host as string)).toEqual([buyer.organisationId])
    expect(await participantsOf(run, buyer)).toEqual([])
  })
})
