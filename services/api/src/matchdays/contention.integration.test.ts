import { afterAll, beforeAll, expect, it } from 'vitest'

import type { MeetingView } from '@enlace/contracts'
import postgres from 'postgres'

import { MatchdayRun, roomFor, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type TestApi } from '../../test/test-api.ts'

let apis: readonly [TestApi, TestApi]
let owner: postgres.Sql
beforeAll(async () => {
  const first = await startApi({ connections: 8 })
  apis = [first, await startApi({ database: first.url, connections: 8 })]
  owner = postgres(first.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([...apis.map((api) => api.close()), owner.end()]))

const [buyers, suppliers, slots] = [10, 30, 12]
it('books each time once and every time there is, for people who all try at once at two processes', async () => {
  const run = await MatchdayRun.open(apis[0], roomFor(buyers, slots))
  const [hosts, visitors] = await run.crowd(buyers, suppliers)
  const asks = visitors.flatMap((visitor, at) => hosts.map((host) => ({ visitor, host, api: apis[at % 2] ?? apis[0] })))
  const answers = await Promise.all(
    asks.map(async ({ visitor, host, api }) => {
      const client = api.anonymous()
      for (const [name, value] of visitor.client.jar) client.jar.set(name, value)
      return client.post(`${run.at}/meetings`, { participantId: host.id })
    }),
  )
  const booked = answers.filter(({ status }) => status === 201).map(({ body }) => body as MeetingView)
  const refused = answers.filter(({ status }) => status !== 201)
  expect(new Set(refused.map(({ status, body }) => `${status} ${(body as { code: string }).code}`))).toEqual(
    new Set(['409 meeting.full']),
  )
  // Buyers are the bottleneck: each of their times is taken, once.
  expect(booked.length).toBe(buyers * slots)
  for (const one of ['host', 'visitor'] as const)
    expect(new Set(booked.map((meeting) => `${meeting.slot} ${meeting[one].participantId}`)).size).toBe(booked.length)
  expect(new Set(booked.map(({ slot, place }) => `${slot} ${place.key}`)).size).toBe(booked.length)
  const kept =
    await owner`select count(*)::int as count from matchday_meetings where matchday_id = ${run.id} and state = 'planned'`
  expect(kept[0]?.['count']).toBe(booked.length)
})

it('would book a time twice if the database did not promise otherwise', async () => {
  const run = await MatchdayRun.open(apis[0])
  const [host, ...visitors] = [await run.attendee('buyer'), ...(await two(run))]
  await run.publish([])
  await owner`alter table matchday_meetings disable trigger matchday_meetings_book`
  const answers = await Promise.all(
    visitors.map(async (visitor) => {
      await run.agree(host, visitor)
      return visitor.client.post(`${run.at}/meetings`, { participantId: host.id })
    }),
  )
  await owner`alter table matchday_meetings enable trigger matchday_meetings_book`
  expect(answers.map(({ body }) => (body as MeetingView).slot)).toEqual([0, 0])
})

const two = async (run: MatchdayRun): Promise<Attendee[]> => [
  await run.attendee('supplier'),
  await run.attendee('supplier'),
]
