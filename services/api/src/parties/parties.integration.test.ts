import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { MeetingView, Output, PartyMemberView, PartyView, moveMeeting } from '@enlace/contracts'

import { beginAgo, codeOf, meetingsOf, report } from '../../test/incident-day.ts'
import { MatchdayRun, type Attendee } from '../../test/matchday-people.ts'
import { startApi, type Answer, type Signed, type TestApi } from '../../test/test-api.ts'

let api: TestApi
let owner: postgres.Sql
beforeAll(async () => {
  api = await startApi()
  owner = postgres(api.url, { onnotice: () => undefined })
})
afterAll(() => Promise.all([api.close(), owner.end()]))

const partyOf = (run: MatchdayRun, firm: Attendee): string => `${run.at}/parties/${firm.id}/members`
const add = async (run: MatchdayRun, by: Signed, firm: Attendee, given: object): Promise<PartyMemberView> => {
  const answer = await by.client.post(partyOf(run, firm), { name: 'Ana Rojas', ...given })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body
}
const choose = (
  run: MatchdayRun,
  by: Signed,
  firm: Attendee,
  at: number,
  members: readonly string[],
): Promise<Answer> =>
  meetingsOf(run, by).then((all) => by.client.put(`${run.at}/meetings/${all[at]?.id}/people/${firm.id}`, { members }))

/** A buyer meets one supplier in slot 0 and another in slot 2. */
async function planned(run: MatchdayRun): Promise<{ buyer: Attendee; one: Attendee; two: Attendee }> {
  const firms = await run.three()
  await run.agree(firms.buyer, firms.one)
  await run.agree(firms.buyer, firms.two)
  await run.publish([
    { hostId: firms.buyer.id, visitorId: firms.one.id, slot: 0, place: 't1' },
    { hostId: firms.buyer.id, visitorId: firms.two.id, slot: 2, place: 't1' },
  ])
  return firms
}

it('is kept by the firm and by the organiser on behalf; the other side reads names and roles of who comes, no e-mail', async () => {
  const run = await MatchdayRun.open(api)
  const { buyer, one, two } = await planned(run)
  const given = { name: 'Ana Rojas', role: 'Buyer', languages: ['es', 'es'], away: [2, 2], email: 'ana@example.org' }
  const ana = await add(run, buyer, buyer, given)
  expect(ana).toMatchObject({ languages: ['es'], away: [2], email: 'ana@example.org', userId: null })
  const ben = await add(run, run.agency, buyer, { name: 'Ben Soto' })
  const read = async (by: Signed): Promise<readonly PartyView[]> =>
    ((await by.client.get(`${run.at}/parties`)).body as { items: PartyView[] }).items
  expect((await read(buyer)).map(({ members }) => members.map(({ name }) => name))).toEqual([['Ana Rojas', 'Ben Soto']])
  expect((await read(run.agency)).find(({ members }) => members.length > 0)?.members[0]?.email).toBe('ana@example.org')
  expect((await read(one)).map(({ members }) => members)).toEqual([[]])

  expect((await choose(run, buyer, buyer, 0, [ana.id, ben.id])).status).toBe(200)
  const [seen] = await meetingsOf(run, one)
  expect(seen?.people).toEqual({
    host: {
      people: [
        { id: ana.id, name: 'Ana Rojas', role: 'Buyer' },
        { id: ben.id, name: 'Ben Soto', role: '' },
      ],
      proposed: false,
      nobody: false,
    },
    visitor: null,
  })
  expect(JSON.stringify(await meetingsOf(run, two))).not.toContain('Ana')

  // Who is of the other side, or of another firm, changes nothing and learns nothing.
  for (const stranger of [one, two]) {
    expect(codeOf(await stranger.client.post(partyOf(run, buyer), { name: 'Eva' }))).toEqual([404, 'thing.not-found'])
    expect(codeOf(await stranger.client.send('DELETE', `${partyOf(run, buyer)}/${ana.id}`))).toEqual([
      404,
      'thing.not-found',
    ])
    expect(codeOf(await choose(run, stranger, buyer, 0, []))).toEqual([404, 'thing.not-found'])
  }
  expect(codeOf(await choose(run, one, one, 0, [ana.id]))).toEqual([404, 'thing.not-found'])
  expect((await buyer.client.send('DELETE', `${partyOf(run, buyer)}/${ana.id}`)).status).toBe(204)
  expect((await meetingsOf(run, one))[0]?.people.host?.people.map(({ name }) => name)).toEqual(['Ben Soto'])
})

it('refuses who is away by name, and the database does, and would not without its trigger', async () => {
  const run = await MatchdayRun.open(api)
  const { buyer } = await planned(run)
  const ana = await add(run, buyer, buyer, { away: [2] })
  const refused = await choose(run, buyer, buyer, 1, [ana.id])
  expect(codeOf(refused)).toEqual([409, 'party.away'])
  expect((refused.body as { faults: { message: string }[] }).faults[0]?.message).toContain('Ana Rojas')
  const id = (await meetingsOf(run, buyer))[1]?.id ?? ''
  const seat = () =>
    owner`insert into meeting_people (meeting_id, member_id, participant_id, by_hand, during) values (${id}, ${ana.id}, ${buyer.id}, true, 'empty')`
  await expect(seat()).rejects.toThrow('this person is away')
  await owner`alter table meeting_people disable trigger meeting_people_seat`
  await seat()
  await owner`alter table meeting_people enable trigger meeting_people_seat`
  // Who says it later leaves the meetings of that time.
  const at = `${partyOf(run, buyer)}/${ana.id}`
  await choose(run, buyer, buyer, 0, [ana.id])
  expect((await buyer.client.put(at, { name: 'Ana Rojas', away: [0, 2] })).status).toBe(200)
  expect((await meetingsOf(run, buyer)).map(({ people }) => people.host)).toEqual([
    { people: [], proposed: false, nobody: true },
    { people: [], proposed: false, nobody: true },
  ])
})

it('lets nobody be in two places, also for two organisations at two matchdays at once: one wins', async () => {
  const [first, second] = [await MatchdayRun.open(api), await MatchdayRun.open(api)]
  const here = await planned(first)
  const there = await planned(second)
  const { userId } = here.buyer
  await owner`insert into members (organisation_id, user_id, role) values (${there.buyer.organisationId}, ${userId}, 'buyer')`
  const one = await add(first, here.buyer, here.buyer, { userId })
  const other = await add(second, there.buyer, there.buyer, { userId })
  const both = (): Promise<Answer[]> =>
    Promise.all([
      choose(first, here.buyer, here.buyer, 0, [one.id]),
      choose(second, there.buyer, there.buyer, 0, [other.id]),
    ])
  const answers = await both()
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(answers.map((answer) => codeOf(answer)[1]).filter(Boolean)).toEqual(['party.two-places'])

  // With the guard away, both would be seated.
  await owner`alter table meeting_people drop constraint meeting_people_two_places`
  expect((await both()).map(({ status }) => status)).toEqual([200, 200])
  await owner`delete from meeting_people`
  await owner`alter table meeting_people add constraint meeting_people_two_places
    exclude using gist (user_id with =, participant_id with <>, during with &&)`

  // A person who is nobody's member is refused, and one who is in the party already.
  const stranger = await add(first, here.one, here.one, { name: 'Eva' })
  expect(stranger.userId).toBeNull()
  for (const user of [here.one.userId, userId])
    expect(codeOf(await here.buyer.client.post(partyOf(first, here.buyer), { name: 'Eva', userId: user }))).toEqual([
      409,
      'thing.conflict',
    ])
})

it('follows a meeting that moves: who was chosen comes along where they can, else nobody does and both are told', async () => {
  const [run, elsewhere] = [await MatchdayRun.open(api), await MatchdayRun.open(api)]
  const { buyer, one } = await planned(run)
  const far = await planned(elsewhere)
  const { userId } = buyer
  await owner`insert into members (organisation_id, user_id, role) values (${far.buyer.organisationId}, ${userId}, 'buyer')`
  const ana = await add(run, buyer, buyer, { away: [5], userId })
  const busy = await add(elsewhere, far.buyer, far.buyer, { userId })
  expect((await choose(run, buyer, buyer, 0, [ana.id])).status).toBe(200)
  expect((await choose(elsewhere, far.buyer, far.buyer, 1, [busy.id])).status).toBe(200)
  const id = (await meetingsOf(run, buyer))[0]?.id ?? ''
  const move = async (slot: number): Promise<Output<typeof moveMeeting>['people']['host']> => {
    const answer = await run.agency.client.put(`${run.at}/meetings/${id}/slot`, { slot, place: 't2' })
    expect(answer.status).toBe(200)
    return (answer.body as MeetingView).people.host
  }
  const come = { people: [{ id: ana.id, name: 'Ana Rojas', role: '' }], proposed: false, nobody: false }
  expect(await move(1)).toEqual(come)
  expect(await move(3)).toEqual(come)
  // When she is away.
  expect(await move(5)).toEqual({ people: [], proposed: false, nobody: true })
  expect((await meetingsOf(run, buyer)).find((meeting) => meeting.id === id)?.people.host?.nobody).toBe(true)
  expect((await meetingsOf(run, one)).find((meeting) => meeting.id === id)?.people.host?.nobody).toBe(false)
  expect(await move(3)).toEqual({ people: [], proposed: false, nobody: false })
  const again = await buyer.client.put(`${run.at}/meetings/${id}/people/${buyer.id}`, { members: [ana.id] })
  expect(again.status).toBe(200)
  // When she sits in slot 2 of the other matchday, at the same time.
  await run.fallOut(
    run.agency,
    (await meetingsOf(run, run.agency)).find((meeting) => meeting.id !== id)?.id,
    'called-off',
  )
  expect(await move(2)).toEqual({ people: [], proposed: false, nobody: true })
})

it('never stands in the way of a timetable or of a repair', async () => {
  const run = await MatchdayRun.open(api)
  const { buyer, one, two } = await planned(run)
  const ana = await add(run, buyer, buyer, { away: [1, 2, 3, 4, 5, 6, 7] })
  expect((await choose(run, buyer, buyer, 0, [ana.id])).status).toBe(200)
  await run.publish([
    { hostId: buyer.id, visitorId: one.id, slot: 6, place: 't1' },
    { hostId: buyer.id, visitorId: two.id, slot: 0, place: 't1' },
  ])
  const nobody = { people: [], proposed: false, nobody: true }
  expect((await meetingsOf(run, buyer)).map(({ slot, people }) => [slot, people.host])).toEqual([
    [0, { ...nobody, nobody: false }],
    [6, nobody],
  ])
  expect((await choose(run, buyer, buyer, 0, [ana.id])).status).toBe(200)
  await beginAgo(run, -5)
  const answer = await report(run, buyer, { kind: 'late', minutes: 30 }, true)
  expect(answer.status).toBe(201)
  const after = (await meetingsOf(run, buyer)).filter(({ state }) => state === 'planned')
  expect(after.length).toBeGreaterThan(0)
  expect(after.map(({ slot }) => slot)).not.toContain(0)
  expect(after.every(({ people }) => people.host?.nobody === true && people.host.people.length === 0)).toBe(true)
})

it('brings twenty people at most, also where many are added at once', async () => {
  const run = await MatchdayRun.open(api)
  const buyer = await run.attendee('buyer')
  const answers = await Promise.all(
    Array.from({ length: 22 }, (_, at) => buyer.client.post(partyOf(run, buyer), { name: `Person ${at}` })),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
  expect(answers.filter(({ status }) => status !== 201).map((answer) => codeOf(answer))).toEqual(
    Array.from({ length: 2 }, () => [409, 'party.full']),
  )
})
