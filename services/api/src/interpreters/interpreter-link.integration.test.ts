import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { InterpretingView, InterpreterView } from '@enlace/contracts'

import { codeOf } from '../../test/incident-day.ts'
import { MatchdayRun, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type Answer, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

type Linked = {
  readonly run: MatchdayRun
  readonly rosa: InterpreterView
  readonly buyer: Attendee
  readonly one: Attendee
}
const at = ({ run, rosa }: Pick<Linked, 'run' | 'rosa'>): string => `${run.at}/interpreters/${rosa.id}/link`
const make = async (day: Linked): Promise<string> => {
  const answer = await day.run.agency.client.post(at(day), {})
  expect(answer.status).toBe(201)
  return (answer.body as { token: string }).token
}
const read = ({ run }: Linked, token: string): Promise<Answer> =>
  run.people.anonymous().post('/api/interpreting/read', { token })

/** A buyer who speaks English meets a supplier who speaks Spanish, with an interpreter between them. */
async function linked(): Promise<Linked> {
  const run = await MatchdayRun.open(api)
  const rosa = (
    await run.agency.client.post(`${run.at}/interpreters`, { name: 'Rosa Quispe', languages: ['es', 'en'] })
  ).body as InterpreterView
  const buyer = await run.attendee('buyer', { languages: ['en'] })
  const one = await run.attendee('supplier', { languages: ['es'] })
  await run.agree(buyer, one)
  await run.publish([{ hostId: buyer.id, visitorId: one.id, slot: 0, place: 't1', interpreterId: rosa.id }])
  return { run, rosa, buyer, one }
}

it('shows whoever holds it where one interpreter sits, as it stands, and nothing of others', async () => {
  const day = await linked()
  const token = await make(day)
  const seen = await read(day, token)
  expect(seen.status).toBe(200)
  expect(seen.body as InterpretingView).toMatchObject({
    ...{ name: 'Rosa Quispe', languages: ['es', 'en'], timeZone: 'America/Santiago', state: 'published' },
    meetings: [{ place: 'Table 1', state: 'planned' }],
  })
  expect(Object.keys(seen.body as object).toSorted()).toEqual(
    ['languages', 'meetings', 'name', 'organiser', 'state', 'timeZone', 'title', 'venue'].toSorted(),
  )
  await day.run.agency.client.put(`${day.run.at}/interpreters/${day.rosa.id}`, {
    name: 'Rosa Q.',
    languages: ['es', 'en'],
  })
  expect((await read(day, token)).body).toMatchObject({ name: 'Rosa Q.' })
  const { items } = (await day.run.agency.client.get(`${day.run.at}/interpreters`)).body as { items: InterpreterView[] }
  expect(items.map((one) => one.linked)).toEqual([true])
})

it('ends when another is made, when it is ended, and a day after the matchday; kept is its hash alone', async () => {
  const day = await linked()
  const first = await make(day)
  const second = await make(day)
  expect(codeOf(await read(day, first))).toEqual([410, 'interpreter.link'])
  expect((await read(day, second)).status).toBe(200)
  const rows =
    await owner`select to_jsonb(one)::text as row from matchday_interpreters as one where id = ${day.rosa.id}`
  expect(String(rows[0]?.['row'])).not.toContain(second)
  await owner`update matchdays set ends_at = clock_timestamp() - interval '23 hours' where id = ${day.run.id}`
  expect((await read(day, second)).status).toBe(200)
  await owner`update matchdays set ends_at = clock_timestamp() - interval '25 hours' where id = ${day.run.id}`
  expect(codeOf(await read(day, second))).toEqual([410, 'interpreter.link'])
  await owner`update matchdays set ends_at = clock_timestamp() where id = ${day.run.id}`
  expect((await day.run.agency.client.delete(at(day))).status).toBe(204)
  expect(codeOf(await read(day, second))).toEqual([410, 'interpreter.link'])
})

it('is made by the organiser alone', async () => {
  const day = await linked()
  expect((await day.buyer.client.post(at(day), {})).status).toBe(403)
  expect((await day.run.people.anonymous().post(at(day), {})).status).toBe(401)
})
