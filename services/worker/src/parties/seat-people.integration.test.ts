import { afterAll, beforeAll, expect, it } from 'vitest'

import type { EventName, EventPayload } from '@enlace/contracts'
import {
  asSystem,
  attend,
  bookMeeting,
  choosePeople,
  insertMatchday,
  keepPartyMember,
  markPublished,
  moveMatchday,
  openDatabase,
  readEvent,
  rebookMeeting,
  record,
  settleParticipant,
  type Database,
} from '@enlace/database'
import type {
  EventId,
  MatchdayId,
  MatchdayParticipantId,
  MatchdaySide,
  MeetingId,
  OrganisationId,
  PartyMemberId,
  UserId,
} from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeMember, makeOrganisation, testDatabase } from '@enlace/testing'
import { sql } from 'drizzle-orm'

import { deliver } from '../reactions/react.ts'
import { seatPeople } from './seat-people.ts'

let database: Database
const log = createLog('test', 'silent')
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 4 })
})
afterAll(() => database.close())

const newId = <Id>(): Id => crypto.randomUUID() as Id
type Firm = { readonly id: MatchdayParticipantId; readonly organisationId: OrganisationId }
type Day = { readonly matchdayId: MatchdayId; readonly organisationId: OrganisationId }

async function openDay(): Promise<Day> {
  const day: Day = {
    matchdayId: newId(),
    organisationId: await asSystem(database, (tx) => makeOrganisation(tx, 'agency')),
  }
  const session = { name: '', date: '2030-05-06', starts: '09:00', slotCount: 8, slotMinutes: 20, pauseMinutes: 5 }
  const content = {
    ...{ title: 'Meet', text: '', language: 'en', venue: '', timeZone: 'UTC', walkingMinutes: 0, mostMeetings: 60 },
    sessions: [session],
    places: [1, 2, 3].map((at) => ({ key: `t${at}`, name: `Table ${at}`, kind: 'table' as const, zone: '' })),
  }
  const span = { starts: Date.parse('2030-05-06T09:00:00Z'), ends: Date.parse('2030-05-06T12:15:00Z') }
  await asSystem(database, async (tx) => {
    await insertMatchday(tx, { id: day.matchdayId, organisationId: day.organisationId, content })
    await moveMatchday(tx, day.matchdayId, 'published', span)
  })
  return day
}

const come = (day: Day, side: MatchdaySide, languages: readonly string[] = [], firm?: OrganisationId): Promise<Firm> =>
  asSystem(database, async (tx) => {
    const organisationId = firm ?? (await makeOrganisation(tx, side === 'host' ? 'buyer' : 'supplier'))
    const id = newId<MatchdayParticipantId>()
    await attend(tx, { id, matchdayId: day.matchdayId, organisationId, side, away: [], languages, note: '' })
    await settleParticipant(tx, id, 'admitted')
    return { id, organisationId }
  })

const bring = (day: Day, firm: Firm, name: string, given: object = {}): Promise<PartyMemberId> =>
  asSystem(database, async (tx) => {
    const member = {
      id: newId<PartyMemberId>(),
      name,
      role: '',
      languages: [],
      away: [],
      email: null,
      userId: null,
      ...given,
    }
    await keepPartyMember(tx, { ...day, participantId: firm.id, organisationId: firm.organisationId }, member)
    return member.id
  })

const meet = (day: Day, host: Firm, visitor: Firm, slot: number, place = 't1'): Promise<MeetingId> =>
  asSystem(database, async (tx) => {
    const id = newId<MeetingId>()
    expect(
      await bookMeeting(tx, day.matchdayId, { id, hostId: host.id, visitorId: visitor.id, slot, place }),
    ).toBeNull()
    return id
  })

async function happen<Name extends EventName>(name: Name, payload: EventPayload<Name>): Promise<void> {
  const id = await asSystem(database, async (tx) => {
    await record(tx, name, payload, { organisationId: null })
    const { matchdayId } = payload as Day
    const [row] = await tx.execute<{ id: EventId }>(sql`
      select id from events where name = ${name} and payload ->> 'matchdayId' = ${matchdayId} order by occurred_at desc limit 1`)
    const event = row === undefined ? null : await readEvent(tx, row.id)
    if (event === null) throw new Error('nothing happened')
    await markPublished(tx, [event])
    return event.id
  })
  await deliver(database, log, 'seat-people', seatPeople)(id)
}
const changed = (day: Day, firm: Firm, anew = true): Promise<void> =>
  happen('party.changed', { ...day, participantId: firm.organisationId, concerned: [], anew })

/** Who comes for a firm, by slot. */
const seated = (firm: Firm): Promise<string[]> =>
  asSystem(database, async (tx) => {
    const rows = await tx.execute<{ slot: number; name: string }>(sql`
      select met.slot, members.name from meeting_people as people join matchday_meetings as met on met.id = people.meeting_id
        join party_members as members on members.id = people.member_id where people.participant_id = ${firm.id} order by met.slot, members.name`)
    return rows.map(({ slot, name }) => `${slot} ${name}`)
  })

it('proposes who speaks with the other side and is there, then who has the fewest meetings, and anew where a party changes', async () => {
  const day = await openDay()
  const host = await come(day, 'host')
  const spoken = ['es', 'en', 'es', 'en']
  const visitors = await Promise.all(spoken.map((language) => come(day, 'visitor', [language])))
  for (const [slot, visitor] of visitors.entries()) await meet(day, host, visitor, slot)
  await bring(day, host, 'Ana', { languages: ['es'], away: [2] })
  await happen('plan.published', { ...day, participants: [] })
  expect(await seated(host)).toEqual(['0 Ana', '1 Ana', '3 Ana'])
  await bring(day, host, 'Ben', { languages: ['en'] })
  await changed(day, host)
  expect(await seated(host)).toEqual(['0 Ana', '1 Ben', '2 Ben', '3 Ben'])
  // A third who comes when everybody else does is proposed where that evens out.
  await bring(day, host, 'Cleo', { languages: ['en', 'es'] })
  await changed(day, host)
  expect(await seated(host)).toEqual(['0 Ana', '1 Ben', '2 Cleo', '3 Ben'])
})

it('proposes anew for a meeting that moves, and leaves who was chosen where they can come', async () => {
  const day = await openDay()
  const [host, one, two] = [await come(day, 'host'), await come(day, 'visitor'), await come(day, 'visitor')]
  const [first, second] = [await meet(day, host, one, 0), await meet(day, host, two, 1)]
  const ana = await bring(day, host, 'Ana', { away: [4, 5] })
  await bring(day, host, 'Ben', { away: [5] })
  await changed(day, host)
  await asSystem(database, (tx) => choosePeople(tx, { meetingId: second, participantId: host.id }, [ana]))
  await changed(day, host)
  expect(await seated(host)).toEqual(['0 Ben', '1 Ana'])
  const move = async (id: MeetingId, visitor: Firm, slot: number): Promise<void> => {
    expect(await asSystem(database, (tx) => rebookMeeting(tx, id, { slot, place: 't2' }))).toBeNull()
    await happen('meeting.changed', {
      ...day,
      meetingId: id,
      hostId: host.organisationId,
      visitorId: visitor.organisationId,
    })
  }
  await move(second, two, 2)
  expect(await seated(host)).toEqual(['0 Ben', '2 Ana'])
  await move(second, two, 4)
  expect(await seated(host)).toEqual(['0 Ben', '4 Ben'])
  // Nobody can: the meeting stays and has nobody.
  await move(first, one, 5)
  expect(await seated(host)).toEqual(['4 Ben'])
})

it('proposes nobody who sits elsewhere at that time for another organisation, whichever comes first', async () => {
  const [day, other] = [await openDay(), await openDay()]
  const userId: UserId = await asSystem(database, async (tx) => makeMember(tx, await makeOrganisation(tx, 'buyer')))
  const join = async (on: Day): Promise<Firm> => {
    const firm = await come(on, 'host')
    await asSystem(database, (tx) =>
      tx.execute(
        sql`insert into members (organisation_id, user_id, role) values (${firm.organisationId}, ${userId}, 'buyer')`,
      ),
    )
    return firm
  }
  const [here, there] = [await join(day), await join(other)]
  await meet(day, here, await come(day, 'visitor'), 0)
  await meet(other, there, await come(other, 'visitor'), 0)
  await meet(other, there, await come(other, 'visitor'), 1)
  await bring(day, here, 'Ana', { userId })
  await bring(other, there, 'Ana', { userId })
  await Promise.all([changed(day, here), changed(other, there)])
  const [one, two] = [await seated(here), await seated(there)]
  expect([one.length + two.filter((seat) => seat === '0 Ana').length, two.includes('1 Ana')]).toEqual([1, true])
})

it('tells both sides and the organiser once, and nothing where nothing changed', async () => {
  const day = await openDay()
  const [host, visitor] = [await come(day, 'host'), await come(day, 'visitor')]
  await meet(day, host, visitor, 0)
  await bring(day, host, 'Ana')
  await happen('plan.published', { ...day, participants: [] })
  await happen('plan.published', { ...day, participants: [] })
  const told = await asSystem(database, (tx) =>
    tx.execute<{ concerned: string[] }>(sql`
      select payload -> 'concerned' as concerned from events where name = 'people.changed' and payload ->> 'matchdayId' = ${day.matchdayId}`),
  )
  expect(told.map(({ concerned }) => concerned)).toEqual([[host.organisationId, visitor.organisationId]])
})
