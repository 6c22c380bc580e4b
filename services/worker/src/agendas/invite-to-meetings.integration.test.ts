import ICAL from 'ical.js'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import {
  asSystem,
  attend,
  bookMeeting,
  insertMatchday,
  markPublished,
  moveMatchday,
  openDatabase,
  readEvent,
  rebookMeeting,
  record,
  settleMeeting,
  settleParticipant,
  type Database,
} from '@enlace/database'
import {
  asId,
  type EventId,
  type MatchdayId,
  type MatchdayParticipantId,
  type MatchdaySide,
  type MeetingId,
  type OrganisationId,
} from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeMember, makeOrganisation, testDatabase } from '@enlace/testing'

import { MailReceiver } from '../../test/mail-receiver.ts'
import { openMailer, type Mailer } from '../mails/mailer.ts'
import { sendMail } from '../mails/send-mail.ts'
import { notify } from '../notifications/notify.ts'
import { deliver } from '../reactions/react.ts'
import type { Reaction } from '../reactions/reaction.ts'
import { inviteToMeetings } from './invite-to-meetings.ts'

let owner: postgres.Sql
let database: Database
let mailer: Mailer
const mails = new MailReceiver()
const mailFrom = 'Enlace <no-reply@enlace.example>'
const log = createLog('test', 'silent')
const inviting = inviteToMeetings({ publicUrl: 'https://enlace.example', mailFrom })

beforeAll(async () => {
  const url = await testDatabase()
  owner = postgres(url, { onnotice: () => undefined })
  database = openDatabase({ url, role: 'enlace_system', maxConnections: 4 })
  mailer = openMailer(await mails.open(), mailFrom)
})
afterAll(async () => {
  mailer.close()
  await mails.close()
  await database.close()
  await owner.end()
})
beforeEach(() => {
  mails.received = []
})

type World = {
  readonly matchdayId: MatchdayId
  readonly meetingId: MeetingId
  readonly organisations: readonly OrganisationId[]
}
const newId = <Id>(): Id => crypto.randomUUID() as Id

/** A buyer and a supplier who meet at a matchday; the buyer's member wants mails, the supplier's does not. */
async function met(): Promise<World> {
  const organisations = await Promise.all(
    (['agency', 'buyer', 'supplier'] as const).map(async (kind) => {
      const organisationId = await asSystem(database, (tx) => makeOrganisation(tx, kind))
      const userId = await asSystem(database, (tx) => makeMember(tx, organisationId))
      await owner`update users set email_verified = true where id = ${userId}`
      await owner`insert into agenda_members (organisation_id, user_id, by_mail) values (${organisationId}, ${userId}, ${kind === 'buyer'})`
      return organisationId
    }),
  )
  const [matchdayId, meetingId] = [newId<MatchdayId>(), newId<MeetingId>()]
  await asSystem(database, async (tx) => {
    const content = {
      ...{ title: 'Día de compradores', text: '', language: 'es', venue: 'Hall 1', timeZone: 'America/Santiago' },
      sessions: [{ name: '', date: '2030-05-06', starts: '09:00', slotCount: 4, slotMinutes: 20, pauseMinutes: 5 }],
      places: [{ key: 't1', name: 'Table 1', kind: 'table' as const, zone: '' }],
      ...{ walkingMinutes: 0, mostMeetings: 60 },
    }
    await insertMatchday(tx, { id: matchdayId, organisationId: organisations[0] ?? asId(''), content })
    const span = { starts: Date.parse('2030-05-06T13:00:00Z'), ends: Date.parse('2030-05-06T15:00:00Z') }
    await moveMatchday(tx, matchdayId, 'published', span)
    const come = async (organisationId: OrganisationId | undefined, side: MatchdaySide) => {
      const id = newId<MatchdayParticipantId>()
      await attend(tx, {
        ...{ id, matchdayId, side, away: [], languages: [], note: '' },
        organisationId: organisationId ?? asId(''),
      })
      await settleParticipant(tx, id, 'admitted')
      return id
    }
    const [hostId, visitorId] = [await come(organisations[1], 'host'), await come(organisations[2], 'visitor')]
    await bookMeeting(tx, matchdayId, { id: meetingId, hostId, visitorId, slot: 0, place: 't1' })
  })
  return { matchdayId, meetingId, organisations }
}

const run = (
  reaction: Reaction,
  name: 'invite-to-meetings' | 'notify' | 'send-mail',
  eventId: EventId,
): Promise<void> => deliver(database, log, name, reaction)(eventId)
const publish = (id: EventId): Promise<void> =>
  asSystem(database, async (tx) => {
    const event = await readEvent(tx, id)
    await markPublished(tx, event === null ? [] : [event])
  })

/** Says that the meeting changed. */
async function changed({ matchdayId, meetingId, organisations }: World): Promise<EventId> {
  const [organisationId, hostId, visitorId] = organisations as [OrganisationId, OrganisationId, OrganisationId]
  await asSystem(database, (tx) =>
    record(tx, 'meeting.changed', { matchdayId, organisationId, meetingId, hostId, visitorId }, { organisationId }),
  )
  const [row] = await owner<
    { id: EventId }[]
  >`select id from events where name = 'meeting.changed' order by occurred_at desc limit 1`
  if (row === undefined) throw new Error('no event')
  await publish(row.id)
  return row.id
}

async function sendAll(): Promise<void> {
  const rows = await owner<{ id: EventId }[]>`
    select events.id from events join mails on mails.id::text = events.payload ->> 'mailId'
    where events.name = 'mail.queued' and mails.sent_at is null order by events.occurred_at`
  for (const { id } of rows) {
    await publish(id)
    await run(sendMail({ database, mailer, demo: false }), 'send-mail', id)
  }
}

/** The invitation in a mail, from its alternative part. */
function invitationOf(text: string): {
  method: unknown
  uid: string
  sequence: number
  starts: string
  attendees: number
} {
  const [, encoding = ''] = /Content-Type: text\/calendar[^]*?Content-Transfer-Encoding: ([\w-]+)/i.exec(text) ?? []
  const part = /Content-Type: text\/calendar[^]*?\r\n\r\n([^]*?)\r\n--/i.exec(text)?.[1] ?? ''
  const plain =
    encoding === 'base64'
      ? Buffer.from(part, 'base64').toString()
      : part
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  const calendar = new ICAL.Component(ICAL.parse(plain))
  const component = calendar.getFirstSubcomponent('vevent')
  if (component === null) throw new Error('no event in the mail')
  const event = new ICAL.Event(component)
  return {
    method: calendar.getFirstPropertyValue('method'),
    ...{ uid: event.uid, sequence: event.sequence, starts: event.startDate.toJSDate().toISOString() },
    attendees: event.attendees.length,
  }
}

it('tells who wants it of a meeting that is made, moved and cancelled, once each, with one UID and a rising SEQUENCE', async () => {
  const world = await met()
  const made = await changed(world)
  await run(inviting, 'invite-to-meetings', made)
  await asSystem(database, (tx) => rebookMeeting(tx, world.meetingId, { slot: 1, place: 't1' }))
  const moved = await changed(world)
  await run(inviting, 'invite-to-meetings', moved)
  await asSystem(database, (tx) => settleMeeting(tx, world.meetingId, 'cancelled', ''))
  const cancelled = await changed(world)
  const events = [made, moved, cancelled]
  // A worker that dies before its transaction commits leaves nothing, and whoever takes over tells it once.
  const event = await asSystem(database, (tx) => readEvent(tx, cancelled))
  if (!('atOnce' in inviting) || event === null) throw new Error('nothing to do')
  const effect = inviting.atOnce(event)
  const killed = asSystem(database, async (tx) => {
    await effect(tx, () => undefined)
    throw new Error('killed')
  })
  await expect(killed).rejects.toThrow('killed')
  for (const id of [...events, ...events]) await run(inviting, 'invite-to-meetings', id)
  // Another event about the same state is a new delivery, and tells nothing new.
  await run(inviting, 'invite-to-meetings', await changed(world))
  await sendAll()
  await sendAll()
  const uid = `${world.meetingId}@enlace`
  expect(mails.received.map(({ text }) => invitationOf(text))).toEqual([
    { method: 'REQUEST', uid, sequence: 0, starts: '2030-05-06T13:00:00.000Z', attendees: 1 },
    { method: 'REQUEST', uid, sequence: 1, starts: '2030-05-06T13:25:00.000Z', attendees: 1 },
    { method: 'CANCEL', uid, sequence: 2, starts: '2030-05-06T13:25:00.000Z', attendees: 1 },
  ])
  const [kept] = await owner`select count(*)::int as rows from mails where calendar is not null`
  expect(kept).toEqual({ rows: 0 })
})

it('makes one mail of changes that follow each other faster than they are told, and none of a meeting that was held', async () => {
  const world = await met()
  const first = await changed(world)
  await asSystem(database, (tx) => rebookMeeting(tx, world.meetingId, { slot: 1, place: 't1' }))
  await asSystem(database, (tx) => rebookMeeting(tx, world.meetingId, { slot: 2, place: 't1' }))
  const second = await changed(world)
  // Two workers at the same moment note it once.
  await Promise.all([run(inviting, 'invite-to-meetings', first), run(inviting, 'invite-to-meetings', second)])
  await asSystem(database, (tx) => settleMeeting(tx, world.meetingId, 'held', ''))
  await run(inviting, 'invite-to-meetings', await changed(world))
  await sendAll()
  expect(mails.received.map(({ text }) => invitationOf(text))).toMatchObject([{ method: 'REQUEST', sequence: 2 }])
})

it('gives both sides a notice of a change, and none of having met', async () => {
  const world = await met()
  const told = async (): Promise<string[]> => {
    const rows = await owner<{ kind: string }[]>`
      select kind from notifications where organisation_id = any(${[...world.organisations]}) and kind like 'meeting-%'`
    return rows.map(({ kind }) => kind)
  }
  await run(notify, 'notify', await changed(world))
  expect(await told()).toEqual(['meeting-changed', 'meeting-changed'])
  await asSystem(database, (tx) => settleMeeting(tx, world.meetingId, 'held', ''))
  await run(notify, 'notify', await changed(world))
  expect(await told()).toHaveLength(2)
})
