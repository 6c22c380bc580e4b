import { setTimeout as sleep } from 'node:timers/promises'

import type { MeetingView } from '@enlace/contracts'
import { startAnotherApi } from '@enlace/testing'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'

import { overHttp, startHouseApi, type HouseApi } from '../../test/house-api.ts'
import { MatchdayRun, roomFor, type Attendee } from '../../test/matchday-people.ts'
import { Client, type Answer } from '../../test/test-api.ts'

const [buyers, slots, clients, asksOfAClient] = [20, 12, 50, 120]
const places = buyers * slots

let api: HouseApi
let owner: postgres.Sql
let second: Awaited<ReturnType<typeof startAnotherApi>>
beforeAll(async () => {
  api = await startHouseApi({ LOG_LEVEL: 'warn' })
  owner = postgres(api.services.postgres.url, { onnotice: () => undefined })
  second = await startAnotherApi(api.house)
}, 120_000)
afterAll(async () => {
  second?.stop()
  await owner?.end()
  await api?.close()
}, 60_000)

type Told = { readonly answer: Answer; readonly visitor: Attendee }
/** One person at a browser that turns to the other process where the first does not answer, under one key. */
class Asker {
  readonly told: Told[] = []
  unanswered = 0
  readonly #visitor: Attendee
  readonly #doors: readonly Client[]

  constructor(visitor: Attendee, urls: readonly string[]) {
    this.#visitor = visitor
    this.#doors = urls.map((url) => {
      const door = new Client(overHttp(url), api.house.url)
      for (const [name, value] of visitor.client.jar) door.jar.set(name, value)
      return door
    })
  }

  async ask(path: string, body: object, first: number): Promise<void> {
    const key = uuidv7()
    for (let tried = 0; tried < 600; tried += 1) {
      const door = this.#doors[(first + tried) % this.#doors.length]
      const answer = await door?.send('POST', path, body, { 'idempotency-key': key }).catch(() => null)
      if (
        answer !== null &&
        answer !== undefined &&
        (answer.body as { code?: string }).code !== 'idempotency.in-flight'
      )
        return void this.told.push({ answer, visitor: this.#visitor })
      this.unanswered += 1
      await sleep(50)
    }
    throw new Error('no process answers')
  }
}

const codeOf = ({ status, body }: Answer): string => `${status} ${(body as { code?: string }).code ?? ''}`.trim()

it(`gives ${places} places to ${clients} who ask ${clients * asksOfAClient} times at two processes, one of which is killed`, async () => {
  const run = await MatchdayRun.open(api, roomFor(buyers, slots))
  const [hosts, visitors] = await run.crowd(buyers, clients)
  const urls = [api.house.url, second.url]
  const askers = visitors.map((visitor) => new Asker(visitor, urls))
  const from = performance.now()
  const asking = askers.map(async (asker, at) => {
    for (let n = 0; n < asksOfAClient; n += 1) {
      const host = hosts[(n + at) % hosts.length]
      await asker.ask(`${run.at}/meetings`, { participantId: host?.id }, at + n)
    }
  })
  // While places are still taken: a tenth of them are.
  const booked = async (): Promise<number> =>
    (await owner`select count(*)::int as count from matchday_meetings where matchday_id = ${run.id}`)[0]?.['count'] ?? 0
  while ((await booked()) < places / 10) await sleep(5)
  await api.house.processes.api.kill()
  const atTheKill = await booked()
  await Promise.all(asking)
  const seconds = (performance.now() - from) / 1000

  const told = askers.flatMap((asker) => asker.told)
  const won = told.filter(({ answer }) => answer.status === 201).map(({ answer }) => answer.body as MeetingView)
  const codes = new Map<string, number>()
  for (const { answer } of told) codes.set(codeOf(answer), (codes.get(codeOf(answer)) ?? 0) + 1)
  const unanswered = askers.reduce((sum, asker) => sum + asker.unanswered, 0)
  const lost = told.filter(({ answer }) => codeOf(answer) === '409 meeting.full')
  const offered = lost.filter(({ answer }) => (answer.body as { faults: readonly unknown[] }).faults.length > 0).length
  console.info(
    `rush: ${told.length} asks in ${seconds.toFixed(1)} s, ${JSON.stringify(Object.fromEntries(codes))}; ${atTheKill} places taken at the kill, ${unanswered} asks repeated; ${offered} of ${lost.length} losers were offered another`,
  )
  expect(told).toHaveLength(clients * asksOfAClient)
  expect([...codes.keys()].toSorted()).toEqual(['201', '409 meeting.full', '409 meeting.twice'])
  expect(atTheKill).toBeLessThan(places)
  expect(unanswered).toBeGreaterThan(0)
  // Exactly all places, each acknowledged to one, and nobody is in two places: read from the meetings, not from what guards them.
  const kept = await owner<{ id: string; slot: number; place: string; host: string; visitor: string }[]>`
    select id, slot, place, host_id as host, visitor_id as visitor from matchday_meetings where matchday_id = ${run.id} and state = 'planned'`
  expect(kept).toHaveLength(places)
  expect(won.map(({ id }) => id).toSorted()).toEqual(kept.map(({ id }) => id).toSorted())
  for (const held of ['place', 'host', 'visitor'] as const)
    expect(new Set(kept.map((one) => `${one.slot} ${one[held]}`)).size).toBe(places)
  // Whoever loses while there is somebody left to meet hears of it at once.
  expect(offered).toBeGreaterThan(0)
}, 240_000)
