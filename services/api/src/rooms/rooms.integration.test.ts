import { setTimeout as sleep } from 'node:timers/promises'

import type { InterpreterView, MeetingView, RoomMessageView, RoomsView, RoomView } from '@enlace/contracts'
import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { MatchdayRun, type Attendee } from '../../test/matchday-people.ts'
import { roomPlaces, sessionFrom } from '../../test/room-days.ts'
import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { max: 1, onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]
const template = 'https://meet.example.org/enlace-{meeting}'

type Met = {
  readonly run: MatchdayRun
  readonly buyer: Attendee
  readonly one: Attendee
  readonly two: Attendee
  readonly meetings: readonly MeetingView[]
}
/** A buyer who meets two suppliers one after the other in one virtual room, which has an address. */
async function met(): Promise<Met> {
  const run = await MatchdayRun.open(api, { places: roomPlaces, timeZone: 'UTC', walkingMinutes: 0 })
  const { buyer, one, two } = await run.three()
  const at = (visitorId: Attendee['id'], slot: number) => ({ hostId: buyer.id, visitorId, slot, place: 'v1' })
  await run.publish([at(one.id, 0), at(two.id, 1)])
  const kept = await run.agency.client.put(`${run.at}/rooms/v1`, { address: template })
  expect(kept.status).toBe(200)
  const { items } = (await buyer.client.get(`${run.at}/meetings`)).body as { items: MeetingView[] }
  return { run, buyer, one, two, meetings: items }
}
/** Lets the first slot begin so many minutes from now; the clock itself is nobody's to move. */
const shift = ({ run }: Met, minutes: number): Promise<unknown> =>
  owner`update matchdays set content = jsonb_set(content, '{sessions}', ${owner.json(sessionFrom(minutes) as never)}) where id = ${run.id}`
const roomOf = ({ run, meetings }: Met, at = 0): string => `${run.at}/meetings/${meetings[at]?.id}/room`
const enter = (day: Met, by: Signed, at = 0): Promise<Answer> => by.client.put(`${roomOf(day, at)}/visit`, {})
const read = async (day: Met, by: Signed, at = 0): Promise<RoomView> => (await by.client.get(roomOf(day, at))).body
const addressOf = ({ body }: Answer): string | null => (body as { address: string | null }).address

describe('the room of a meeting', () => {
  it('lets its two sides in from five minutes before until its end, and says when it is not open', async () => {
    const day = await met()
    await shift(day, 7)
    const early = await enter(day, day.buyer)
    expect(codeOf(early)).toEqual([409, 'room.early'])
    const { opensAt, startsAt, phase } = await read(day, day.buyer)
    expect([phase, Date.parse(startsAt) - Date.parse(opensAt)]).toEqual(['early', 300_000])
    expect(JSON.stringify(early.body)).toContain(opensAt)
    await shift(day, 4)
    expect(addressOf(await enter(day, day.buyer))).toMatch(/^https:\/\/meet\.example\.org\/enlace-[0-9a-f]{64}$/)
    await shift(day, -9)
    expect((await enter(day, day.one)).status).toBe(200)
    await shift(day, -10)
    const over = await enter(day, day.one)
    expect(codeOf(over)).toEqual([409, 'room.over'])
    for (const refused of [early, over]) expect(JSON.stringify(refused.body)).not.toContain('meet.example')
    expect(await read(day, day.one)).toMatchObject({ phase: 'over', inside: { host: false, visitor: false } })
  })

  it('is given to nobody else at any time, neither by the API nor by the database', async () => {
    const day = await met()
    await shift(day, 2)
    const seen = await Promise.all([enter(day, day.buyer), enter(day, day.one)])
    expect(addressOf(seen[0])).toBe(addressOf(seen[1]))
    for (const other of [day.two, await api.member('supplier'), await api.member('agency')])
      expect((await enter(day, other)).status).toBeGreaterThanOrEqual(403)
    const known = (organisation: string, kind: string) =>
      owner.begin(async (sql) => {
        await sql`set local role enlace_app`
        await sql`select set_config('enlace.organisation', ${organisation}, true), set_config('enlace.organisation_kind', ${kind}, true)`
        const [room] = await sql`select room_address(${day.meetings[0]?.id ?? ''}) as address`
        const rows = await sql`select address from matchday_rooms where matchday_id = ${day.run.id}`
        const visits = await sql`select side from matchday_room_visits where meeting_id = ${day.meetings[0]?.id ?? ''}`
        return [typeof room?.['address'], rows.length, visits.length]
      })
    expect(await known(day.buyer.organisationId, 'buyer')).toEqual(['string', 0, 2])
    expect(await known(day.two.organisationId, 'supplier')).toEqual(['object', 0, 0])
    expect(await known(day.run.agency.organisationId, 'agency')).toEqual(['object', 1, 2])
    expect(codeOf(await day.buyer.client.get(`${day.run.at}/rooms`))).toEqual([403, 'identity.forbidden'])
  })

  it('is empty between two meetings that follow each other, each with an address of its own', async () => {
    const day = await met()
    await shift(day, -2)
    const first = addressOf(await enter(day, day.buyer))
    expect(codeOf(await enter(day, day.two, 1))).toEqual([409, 'room.early'])
    const { endsAt, next } = await read(day, day.buyer)
    expect(Date.parse((await read(day, day.two, 1)).opensAt) - Date.parse(endsAt)).toBe(30_000)
    expect(next).toMatchObject({ meetingId: day.meetings[1]?.id, virtual: true, place: 'Room 1', startsAt: endsAt })
    await shift(day, -12)
    const second = addressOf(await enter(day, day.two, 1))
    expect(second).not.toBeNull()
    expect(second).not.toBe(first)
  })

  it('tells each side who is there, once for each coming and going', async () => {
    const day = await met()
    await shift(day, 0)
    await enter(day, day.buyer)
    await enter(day, day.buyer)
    expect((await read(day, day.one)).inside).toEqual({ host: true, visitor: false })
    const leave = (): Promise<Answer> => day.buyer.client.delete(`${roomOf(day)}/visit`)
    await leave()
    await leave()
    expect((await read(day, day.one)).inside).toEqual({ host: false, visitor: false })
    const told =
      await owner`select name from events where name = 'room.changed' and payload ->> 'matchdayId' = ${day.run.id}`
    expect(told.length).toBe(2)
    await enter(day, day.buyer)
    await owner`update matchday_room_visits set seen_at = now() - interval '26 seconds' where meeting_id = ${day.meetings[0]?.id ?? ''}`
    expect((await read(day, day.one)).inside.host).toBe(false)
  })

  it('shows who never came as late to the other and the organiser, and reports nothing', async () => {
    const day = await met()
    await shift(day, -4)
    await enter(day, day.buyer)
    expect((await read(day, day.buyer)).late).toEqual([])
    await shift(day, -6)
    expect((await read(day, day.buyer)).late).toEqual(['visitor'])
    const { running } = (await day.run.agency.client.get(`${day.run.at}/rooms`)).body as RoomsView
    expect(running).toMatchObject([{ late: ['visitor'], inside: { host: true, visitor: false } }])
    const incidents = await owner`select from matchday_incidents where matchday_id = ${day.run.id}`
    expect(incidents.length).toBe(0)
  })

  it('has an address over TLS alone, of a host with a name, and only where a place is virtual', async () => {
    const { run } = await met()
    const give = (place: string, address: string | null): Promise<Answer> =>
      run.agency.client.put(`${run.at}/rooms/${place}`, { address })
    const wrong = [
      'http://meet.example.org',
      'javascript:alert(1)',
      'https://localhost',
      'https://a.b@evil.example',
      'https://x.y/<b>',
    ]
    for (const address of wrong) expect(codeOf(await give('v1', address))).toEqual([422, 'input.invalid'])
    expect(codeOf(await give('t1', 'https://meet.example.org'))).toEqual([404, 'thing.not-found'])
    expect((await give('v1', null)).body).toMatchObject({ rooms: [{ key: 'v1', address: null }] })
  })
})

describe('the text room of a meeting', () => {
  type Written = RoomMessageView
  /** The buyer and the first supplier in a room without an address, with an interpreter who has a link. */
  async function writing(): Promise<Met & { readonly token: string; readonly interpreterId: string }> {
    const run = await MatchdayRun.open(api, { places: roomPlaces, timeZone: 'UTC', walkingMinutes: 0 })
    const { buyer, one, two } = await run.three()
    const body = { name: 'Rosa Quispe', languages: ['es', 'en'] }
    const { id: interpreterId } = (await run.agency.client.post(`${run.at}/interpreters`, body)).body as InterpreterView
    await run.publish([{ hostId: buyer.id, visitorId: one.id, slot: 0, place: 'v1', interpreterId }])
    const linked = await run.agency.client.post(`${run.at}/interpreters/${interpreterId}/link`, {})
    const { items } = (await buyer.client.get(`${run.at}/meetings`)).body as { items: MeetingView[] }
    const day = {
      run,
      buyer,
      one,
      two,
      interpreterId,
      meetings: items,
      token: (linked.body as { token: string }).token,
    }
    await shift(day, 0)
    return day
  }
  const write = (day: Met, by: Signed, text: string, id: string = uuidv7()): Promise<Answer> =>
    by.client.put(`${roomOf(day)}/messages/${id}`, { text })
  const list = (day: Met, by: Signed, query = ''): Promise<Answer> => by.client.get(`${roomOf(day)}/messages${query}`)
  const texts = ({ body }: Answer): string[] => (body as { items: Written[] }).items.map(({ text }) => text)
  const seated = (day: Met, path: string, body: object): Promise<Answer> =>
    day.run.people.anonymous().post(`/api/interpreting/room/${path}`, { meetingId: day.meetings[0]?.id, ...body })

  it('answers an interpreter who waits once there is a message, and not before', async () => {
    const day = await writing()
    const { token } = day
    await write(day, day.buyer, 'Good morning')
    expect(texts(await seated(day, 'read', { token, known: 0 }))).toEqual(['Good morning'])
    let answered = false
    const waiting = seated(day, 'read', { token, known: 1 }).finally(() => (answered = true))
    await sleep(1200)
    expect(answered).toBe(false)
    await write(day, day.one, 'Buenos días')
    expect(texts(await waiting)).toEqual(['Buenos días', 'Good morning'])
    // Nobody waits for what is not there, nor where a link has ended.
    const ending = seated(day, 'read', { token, known: 2 })
    await sleep(600)
    const { interpreterId } = day
    expect((await day.run.agency.client.delete(`${day.run.at}/interpreters/${interpreterId}/link`)).status).toBe(204)
    expect((await ending).status).toBe(404)
  })

  it('is read by the two and their interpreter, in order, and by nobody else', async () => {
    const day = await writing()
    const { token } = day
    expect((await read(day, day.buyer)).text).toBe(true)
    expect((await write(day, day.buyer, 'Good morning')).body).toMatchObject({ seq: 1, mine: true, by: 'host' })
    expect((await write(day, day.one, 'Buenos días')).body).toMatchObject({ seq: 2, by: 'visitor' })
    const spoken = await seated(day, 'messages', { token, id: uuidv7(), text: 'They greet you' })
    expect(spoken.body).toMatchObject({ seq: 3, mine: true, by: 'interpreter', author: 'Rosa Quispe' })
    const all = ['They greet you', 'Buenos días', 'Good morning']
    expect(texts(await list(day, day.one))).toEqual(all)
    expect((await seated(day, 'read', { token })).body).toMatchObject({ text: true, phase: 'open' })
    expect(texts(await seated(day, 'read', { token }))).toEqual(all)
    const authors = ((await list(day, day.buyer)).body as { items: Written[] }).items.map(({ author }) => author)
    expect(authors).toEqual(['Rosa Quispe', null, expect.any(String)])
    const first = (await list(day, day.one, '?limit=2')).body as { items: Written[]; next: string }
    expect(texts(await list(day, day.one, `?limit=2&cursor=${first.next}`))).toEqual(['Good morning'])

    for (const other of [day.two, day.run.agency, await api.member('agency'), await api.member('supplier')]) {
      expect((await list(day, other)).status).toBeGreaterThanOrEqual(403)
      expect((await write(day, other, 'Me too')).status).toBeGreaterThanOrEqual(403)
    }
    expect((await seated(day, 'read', { token: 'x'.repeat(43) })).status).toBe(404)
    const { running } = (await day.run.agency.client.get(`${day.run.at}/rooms`)).body as RoomsView
    expect(running).toMatchObject([{ text: true }])
    const counted = (organisation: string, kind: string) =>
      owner.begin(async (sql) => {
        await sql`set local role enlace_app`
        await sql`select set_config('enlace.organisation', ${organisation}, true), set_config('enlace.organisation_kind', ${kind}, true)`
        const rows = await sql`select text from matchday_room_messages where meeting_id = ${day.meetings[0]?.id ?? ''}`
        return rows.length
      })
    expect(await counted(day.buyer.organisationId, 'buyer')).toBe(3)
    expect(await counted(day.two.organisationId, 'supplier')).toBe(0)
    expect(await counted(day.run.agency.organisationId, 'agency')).toBe(0)
    const events =
      await owner`select payload from events where name = 'room.written' and payload ->> 'matchdayId' = ${day.run.id}`
    expect(events.length).toBe(3)
    expect(JSON.stringify(events)).not.toMatch(/Buenos|greet|Rosa/)
  })

  it('keeps a message that is sent again once, also at once, and another writer cannot take its id', async () => {
    const day = await writing()
    const id = uuidv7()
    const twice = await Promise.all([1, 2, 3].map(() => write(day, day.buyer, 'Once', id)))
    expect(twice.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(codeOf(await write(day, day.one, 'Mine', id))).toEqual([409, 'thing.conflict'])
    const crowd = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((text, n) => write(day, n % 2 === 0 ? day.buyer : day.one, text)),
    )
    expect(crowd.map(({ body }) => (body as Written).seq).toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
    const { token } = day
    const interpreted = { token, id: uuidv7(), text: 'Again' }
    const both = [await seated(day, 'messages', interpreted), await seated(day, 'messages', interpreted)]
    expect(both.map(({ body }) => (body as Written).seq)).toEqual([10, 10])
    expect(texts(await list(day, day.one)).filter((text) => text === 'Once' || text === 'Again')).toEqual([
      ...['Again', 'Once'],
    ])
  })

  it('ends with its meeting, also for who asked before, keeps what was written, and takes thirty a minute', async () => {
    const day = await writing()
    const id = uuidv7()
    await write(day, day.buyer, 'Before the end', id)
    const wrong = await Promise.all([write(day, day.buyer, ''), write(day, day.buyer, 'x'.repeat(2001))])
    expect(wrong.map(codeOf)).toEqual([...[0, 1].map(() => [422, 'input.invalid'])])
    for (let n = 0; n < 29; n += 1) await write(day, day.buyer, `Number ${n}`)
    expect(codeOf(await write(day, day.buyer, 'Too many'))).toEqual([429, 'room.often'])
    await shift(day, -10)
    expect(codeOf(await write(day, day.one, 'Too late'))).toEqual([409, 'room.over'])
    const late = (guard: 'enable' | 'disable') =>
      owner.begin(async (sql) => {
        await sql.unsafe(`alter table matchday_room_messages ${guard} trigger matchday_room_messages_keep`)
        await sql`insert into matchday_room_messages (meeting_id, seq, id, side, text) values (${day.meetings[0]?.id ?? ''}, 99, ${uuidv7()}, 'visitor', 'Late')`
      })
    await expect(late('enable')).rejects.toMatchObject({ constraint_name: 'matchday_room_messages_over' })
    await late('disable')
    await owner`alter table matchday_room_messages enable trigger matchday_room_messages_keep`
    expect((await write(day, day.buyer, 'Before the end', id)).body).toMatchObject({ seq: 1 })
    expect(texts(await list(day, day.one, '?limit=50')).length).toBe(31)
  })

  it('is none where there is an address, and stays where somebody wrote before there was one', async () => {
    const [plain, begun] = [await met(), await writing()]
    await shift(plain, 0)
    expect((await read(plain, plain.buyer)).text).toBe(false)
    expect(codeOf(await write(plain, plain.buyer, 'Here?'))).toEqual([409, 'room.elsewhere'])
    await write(begun, begun.buyer, 'Where do we meet?')
    await begun.run.agency.client.put(`${begun.run.at}/rooms/v1`, { address: template })
    expect(addressOf(await enter(begun, begun.one))).toContain('meet.example.org')
    expect((await write(begun, begun.one, 'There.')).status).toBe(200)
  })
})
