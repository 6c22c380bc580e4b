import { afterAll, beforeAll, expect, it } from 'vitest'

import type { InterpreterView, MeetingView } from '@enlace/contracts'
import { asSystem, bookMeeting } from '@enlace/database'
import { asId, type MeetingId } from '@enlace/domain'
import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'

import { MatchdayRun, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type Answer, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const codeOf = ({ body, status }: Answer): unknown[] => [status, (body as { code?: string } | null)?.code]
const add = async (run: MatchdayRun, given: object = {}): Promise<InterpreterView> => {
  const body = { name: 'Rosa Quispe', languages: ['es', 'en'], ...given }
  const answer = await run.agency.client.post(`${run.at}/interpreters`, body)
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body
}
const list = async (run: MatchdayRun): Promise<readonly InterpreterView[]> =>
  ((await run.agency.client.get(`${run.at}/interpreters`)).body as { items: InterpreterView[] }).items

/** Two buyers who speak English and two suppliers who speak Spanish; each supplier is agreed with each buyer. */
async function divided(run: MatchdayRun): Promise<{ hosts: Attendee[]; visitors: Attendee[] }> {
  const hosts = [
    await run.attendee('buyer', { languages: ['en'] }),
    await run.attendee('buyer', { languages: ['en', 'pt'] }),
  ]
  const visitors = [
    await run.attendee('supplier', { languages: ['es'] }),
    await run.attendee('supplier', { languages: ['es'] }),
  ]
  for (const host of hosts) for (const visitor of visitors) await run.agree(host, visitor)
  return { hosts, visitors }
}
const book = (run: MatchdayRun, by: Attendee, of: Attendee): Promise<Answer> =>
  by.client.post(`${run.at}/meetings`, { participantId: of.id })

it('are kept by the organiser alone, and their names are read by those they interpret for', async () => {
  const run = await MatchdayRun.open(api)
  const rosa = await add(run, { away: [1, 1, 0] })
  expect(rosa).toMatchObject({ name: 'Rosa Quispe', languages: ['es', 'en'], away: [0, 1], meetings: [] })
  const { hosts, visitors } = await divided(run)
  const [host, other] = hosts
  const [visitor, idle] = visitors
  if (host === undefined || other === undefined || visitor === undefined || idle === undefined) throw new Error()
  await run.publish([{ hostId: host.id, visitorId: visitor.id, slot: 2, place: 't1', interpreterId: rosa.id }])
  expect((await list(run)).map(({ meetings }) => meetings.map(({ place, state }) => [place, state]))).toEqual([
    [['Table 1', 'planned']],
  ])
  expect(codeOf(await host.client.get(`${run.at}/interpreters`))).toEqual([403, 'identity.forbidden'])
  const read = async (by: Attendee): Promise<unknown[]> =>
    ((await by.client.get(`${run.at}/meetings`)).body as { items: MeetingView[] }).items.map((one) => one.interpreter)
  expect([await read(host), await read(visitor), await read(idle)]).toEqual([['Rosa Quispe'], ['Rosa Quispe'], []])

  const at = `${run.at}/interpreters/${rosa.id}`
  const body = { name: 'Rosa Q.', languages: ['en', 'es'], away: [3] }
  expect((await run.agency.client.put(at, body)).body).toMatchObject({ name: 'Rosa Q.', away: [3] })
  for (const change of [{ away: [2] }, { languages: ['es', 'pt'] }])
    expect(codeOf(await run.agency.client.put(at, { ...body, ...change }))).toEqual([409, 'thing.conflict'])
  expect(codeOf(await run.agency.client.send('DELETE', at))).toEqual([409, 'thing.conflict'])
  await visitor.client.post(`${run.at}/participation/withdraw`, {})
  expect((await run.agency.client.send('DELETE', at)).status).toBe(204)
  expect(await list(run)).toEqual([])
})

it('are found on the spot: each once in a slot, none while away, and without one there is no meeting', async () => {
  const run = await MatchdayRun.open(api)
  const rosa = await add(run, { away: [0] })
  const { hosts, visitors } = await divided(run)
  const [one, two] = hosts
  const [first, second] = visitors
  if (one === undefined || two === undefined || first === undefined || second === undefined) throw new Error()
  const same = await run.attendee('supplier', { languages: ['en'] })
  const far = await run.attendee('supplier', { languages: ['fr'] })
  await run.agree(one, same)
  await run.agree(one, far)
  await run.publish([])
  const met: MeetingView[] = [(await book(run, one, first)).body, (await book(run, two, second)).body]
  expect(met.map(({ slot, interpreter }) => [slot, interpreter])).toEqual([
    [1, rosa.name],
    [2, rosa.name],
  ])
  const third: MeetingView = (await book(run, one, same)).body
  expect(third).toMatchObject({ slot: 0, interpreter: null })
  expect(codeOf(await book(run, one, far))).toEqual([409, 'meeting.full'])
  // Moved to where she sits with others, or is away, it is refused; where another is free, that one comes.
  const place = ['t1', 't2', 't3'].find((key) => ![met[0]?.place.key, third.place.key].includes(key))
  const move = (slot: number): Promise<Answer> =>
    run.agency.client.put(`${run.at}/meetings/${met[1]?.id}/slot`, { slot, place })
  expect(codeOf(await move(1))).toEqual([409, 'meeting.taken'])
  expect(codeOf(await move(0))).toEqual([409, 'meeting.taken'])
  await add(run, { name: 'Ana Silva' })
  expect((await move(1)).body).toMatchObject({ slot: 1, interpreter: 'Ana Silva' })
})

it('are never in two places: the database refuses it, and would not without its trigger', async () => {
  const run = await MatchdayRun.open(api)
  const { id: interpreterId } = await add(run, { away: [5] })
  const { hosts, visitors } = await divided(run)
  const booked = (at: number, slot: number): Promise<unknown> =>
    asSystem(api.system, (tx) => {
      const [hostId, visitorId] = [hosts[at]?.id, visitors[at]?.id]
      if (hostId === undefined || visitorId === undefined) throw new Error('nobody')
      const place = `t${at + 1}`
      return bookMeeting(tx, run.id, { id: asId<MeetingId>(uuidv7()), hostId, visitorId, slot, place, interpreterId })
    })
  expect(await booked(0, 5)).toBe('taken')
  expect(await booked(0, 3)).toBeNull()
  expect(await booked(1, 3)).toBe('taken')
  await owner`alter table matchday_meetings disable trigger matchday_meetings_book_interpreter`
  expect(await booked(1, 3)).toBeNull()
  await owner`alter table matchday_meetings enable trigger matchday_meetings_book_interpreter`
})

it('are asked for by all at once and given once', async () => {
  const run = await MatchdayRun.open(api)
  await add(run)
  await add(run, { name: 'Ana Silva', away: [0, 1, 2, 3, 4, 5, 6] })
  const { hosts, visitors } = await divided(run)
  await run.publish([])
  const pairs = hosts.flatMap((host) => visitors.map((visitor) => [host, visitor] as const))
  const answers = await Promise.all(pairs.map(([host, visitor]) => book(run, host, visitor)))
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  const taken = await owner`
    select slot, count(*)::int, count(distinct interpreter_id)::int as interpreters from matchday_meetings where matchday_id = ${run.id} group by slot`
  expect(taken.every(({ count, interpreters }) => count === interpreters)).toBe(true)
  expect(taken.length).toBeGreaterThanOrEqual(3)
})
