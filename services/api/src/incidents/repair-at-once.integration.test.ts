import { afterAll, beforeAll, expect, it } from 'vitest'

import type { IncidentView, MeetingView } from '@enlace/contracts'
import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'

import { codeOf, faultsOf, meetingsOf, report, told } from '../../test/incident-day.ts'
import { MatchdayRun, meetTheBuyers, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type Client, type TestApi } from '../../test/test-api.ts'

let apis: readonly [TestApi, TestApi]
let owner: postgres.Sql
beforeAll(async () => {
  const first = await startApi({ connections: 8 })
  apis = [first, await startApi({ database: first.url, connections: 8 })]
  owner = postgres(first.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([...apis.map((api) => api.close()), owner.end()]))

const places = Array.from({ length: 4 }, (_, n) => ({ key: `t${n}`, name: `Table ${n}`, kind: 'table', zone: '' }))

/** Four buyers and six suppliers who all agreed; half of their meetings are planned. */
async function crowd() {
  const run = await MatchdayRun.open(apis[0], { places })
  const [hosts, visitors]: [Attendee[], Attendee[]] = [[], []]
  for (let n = 0; n < 4; n += 1) hosts.push(await run.attendee('buyer'))
  for (let n = 0; n < 6; n += 1) visitors.push(await run.attendee('supplier'))
  await owner`
    insert into matchday_wishes (matchday_id, by_id, of_id, wish)
    select one.matchday_id, one.id, other.id, 'meet' from matchday_participants as one
      join matchday_participants as other on other.matchday_id = one.matchday_id and other.side <> one.side
    where one.matchday_id = ${run.id}`
  const planned = hosts.flatMap((host, at) =>
    [0, 1, 2].map((slot) => ({
      ...{ hostId: host.id, visitorId: visitors[(at + slot) % 6]?.id ?? host.id },
      ...{ slot, place: `t${at}` },
    })),
  )
  await run.publish(planned)
  return { run, hosts, visitors }
}

/** The same person at another process. */
function elsewhere(api: TestApi, { client }: { readonly client: Client }): Client {
  const there = api.anonymous()
  for (const [name, value] of client.jar) there.jar.set(name, value)
  return there
}

async function expectNothingLost(run: MatchdayRun): Promise<void> {
  const { faults } = await faultsOf(run)
  expect(faults).toEqual([])
  // Each meeting that stands holds both of its people and its place.
  const [kept] = await owner`
    select count(*)::int as meetings, (select count(*)::int from matchday_bookings where matchday_id = ${run.id} and meeting_id is not null) as held
    from matchday_meetings where matchday_id = ${run.id} and state = 'planned'`
  expect(kept?.['held']).toBe(3 * Number(kept?.['meetings']))
}

it('makes one repair after the other where two are reported at the same moment at two processes', async () => {
  const { run, hosts, visitors } = await crowd()
  const say = (api: TestApi, what: object) => report(run, { ...run.agency, client: elsewhere(api, run.agency) }, what)
  const answers = await Promise.all([
    say(apis[0], { kind: 'late', participantId: visitors[0]?.id, minutes: 30 }),
    say(apis[1], { kind: 'absent', participantId: hosts[1]?.id }),
    say(apis[0], { kind: 'place-closed', place: 't2' }),
    say(apis[1], { kind: 'late', participantId: visitors[2]?.id, minutes: 60 }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  await expectNothingLost(run)
  const { items } = (await run.agency.client.get(`${run.at}/incidents`)).body as { items: IncidentView[] }
  expect(items.length).toBe(4)
})

it('bears bookings on the spot that race with repairs: nothing overlaps, and what was promised stands or is told', async () => {
  const { run, hosts, visitors } = await crowd()
  const bookings = visitors.flatMap((visitor, n) =>
    hosts.map((host) =>
      elsewhere(apis[n % 2] ?? apis[0], visitor).post(`${run.at}/meetings`, { participantId: host.id }),
    ),
  )
  const repairs = visitors.slice(0, 4).map(({ id }, n) =>
    report(
      run,
      { ...run.agency, client: elsewhere(apis[n % 2] ?? apis[0], run.agency) },
      {
        ...{ kind: 'late', participantId: id, minutes: 20 + 20 * n },
      },
    ),
  )
  const [booked, repaired] = await Promise.all([Promise.all(bookings), Promise.all(repairs)])
  expect(repaired.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  expect(booked.filter(({ status }) => ![201, 409].includes(status))).toEqual([])
  await expectNothingLost(run)
  const standing = await meetingsOf(run, run.agency)
  const lost = new Set(
    repaired.flatMap(({ body }) =>
      (body as IncidentView).changes.flatMap(({ what, meetingId }) => (what === 'lost' ? [meetingId] : [])),
    ),
  )
  const kept = booked.flatMap(({ body, status }) => (status === 201 ? [(body as MeetingView).id] : []))
  const states = kept.map((id) => standing.find((one) => one.id === id)?.state)
  expect(states).toEqual(kept.map((id) => (lost.has(id) ? 'cancelled' : 'planned')))
})

it('looks again where somebody who does not wait for the matchday took a time that the repair was about to give', async () => {
  const run = await MatchdayRun.open(apis[0], { places: meetTheBuyers.places.slice(0, 1) })
  const [host, rival] = [await run.attendee('buyer'), await run.attendee('buyer')]
  const [one, two] = [await run.attendee('supplier'), await run.attendee('supplier')]
  await run.publish([{ hostId: host.id, visitorId: one.id, slot: 0, place: 't1' }])
  const late = () => report(run, run.agency, { kind: 'late', participantId: one.id, minutes: 20 })
  const done = await owner.begin(async (sql) => {
    await sql`insert into matchday_meetings (id, matchday_id, host_id, visitor_id, slot, place)
      values (${uuidv7()}, ${run.id}, ${rival.id}, ${two.id}, 1, 't1')`
    const answer = late()
    await new Promise((resolve) => setTimeout(resolve, 400))
    return { answer }
  })
  const answered = await done.answer
  expect([codeOf(answered)[0], told(answered)]).toEqual([201, [['moved', 0, 2, null]]])
})
