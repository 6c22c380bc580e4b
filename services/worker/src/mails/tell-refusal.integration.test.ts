import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import {
  asSystem,
  claimUnpublished,
  insertMatchday,
  keepGuest,
  markPublished,
  noteGuestMails,
  openDatabase,
  queueMail,
  type Database,
} from '@enlace/database'
import { asId, type EventId, type MailId, type MatchdayGuestId, type MatchdayId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeOrganisation, makePerson, testDatabase } from '@enlace/testing'

import { MailReceiver } from '../../test/mail-receiver.ts'
import { deliver } from '../reactions/react.ts'
import { openMailer, type Mailer } from './mailer.ts'
import { sendMail } from './send-mail.ts'

let owner: postgres.Sql
let database: Database
const mails = new MailReceiver()
let mailer: Mailer
beforeAll(async () => {
  const url = await testDatabase()
  owner = postgres(url, { max: 1, onnotice: () => undefined })
  database = openDatabase({ url, role: 'enlace_system', maxConnections: 3 })
  mailer = openMailer(await mails.open(), 'Enlace <no-reply@enlace.example>')
})
afterAll(async () => {
  mailer.close()
  await mails.close()
  await database.close()
  await owner.end()
})
beforeEach(() => {
  mails.received = []
  mails.refusing = null
  mails.saying = ''
})

const content = {
  ...{ title: 'Meet the buyers', text: '', language: 'en', venue: '', timeZone: 'UTC', sessions: [], places: [] },
  ...{ walkingMinutes: 0, mostMeetings: 60 },
}
type Mailed = { readonly matchdayId: MatchdayId; readonly mailId: MailId; readonly eventId: EventId }

/** A guest to whom a mail is queued. */
const mailed = (): Promise<Mailed> =>
  asSystem(database, async (tx) => {
    const [matchdayId, id] = [asId<MatchdayId>(uuidv7()), asId<MatchdayGuestId>(uuidv7())]
    await insertMatchday(tx, { id: matchdayId, organisationId: await makeOrganisation(tx, 'agency'), content })
    const email = 'gone@x.example'
    await keepGuest(tx, matchdayId, { id, name: 'Molino', email, side: 'visitor', locale: 'en', preApproved: false })
    const mailId = await queueMail(tx, { recipient: email, subject: 'You are invited', body: 'Come.' })
    await noteGuestMails(tx, [{ id, mailId, tokenHash: id }])
    const [event] = await tx.execute<{ id: EventId }>(sql`select id from events where payload ->> 'mailId' = ${mailId}`)
    await markPublished(tx, await claimUnpublished(tx, 1000))
    return { matchdayId, mailId, eventId: asId<EventId>(event?.id ?? '') }
  })
const send = ({ eventId }: Pick<Mailed, 'eventId'>): Promise<void> =>
  deliver(database, createLog('test', 'silent'), 'send-mail', sendMail({ database, mailer, demo: false }))(eventId)
const standing = ({ matchdayId }: Mailed): Promise<unknown> =>
  asSystem(database, async (tx) => {
    const [row] = await tx.execute(sql`
      select undelivered_at is not null as undelivered, refusal, (select count(*)::int from events
        where name = 'guests.changed' and payload ->> 'matchdayId' = ${matchdayId}) as told
      from matchday_guests where matchday_id = ${matchdayId}`)
    return { ...row }
  })

it('an address that is refused for good is noted once with its reason, and the mail is tried no more', async () => {
  const mail = await mailed()
  mails.refusing = 550
  mails.saying = '5.2.2'
  await send(mail)
  await send(mail)
  expect(await standing(mail)).toEqual({ undelivered: true, refusal: '550 5.2.2', told: 1 })
  mails.refusing = null
  await send(mail)
  expect([mails.received, await standing(mail)]).toEqual([[], { undelivered: true, refusal: '550 5.2.2', told: 1 }])
})

it('whoever invited a colleague sees that the address refused', async () => {
  const invited = await asSystem(database, async (tx) => {
    const organisationId = await makeOrganisation(tx, 'buyer')
    const invitedBy = await makePerson(tx)
    const email = 'gone@x.example'
    const mailId = await queueMail(tx, { recipient: email, subject: 'You are invited', body: 'Come.' })
    const [event] = await tx.execute<{ id: EventId }>(sql`select id from events where payload ->> 'mailId' = ${mailId}`)
    return { organisationId, invitedBy, mailId, eventId: asId<EventId>(event?.id ?? '') }
  })
  await owner`insert into invitations (id, organisation_id, email, role, token_hash, invited_by, mail_id)
    values (${uuidv7()}, ${invited.organisationId}, 'gone@x.example', 'buyer', ${uuidv7()}, ${invited.invitedBy}, ${invited.mailId})`
  mails.refusing = 550
  await send(invited)
  const listed = await owner`select refusal from invitations where organisation_id = ${invited.organisationId}`
  expect(listed.map(({ refusal }) => String(refusal))).toEqual(['550'])
  const told =
    await owner`select payload from events where name = 'invitation.refused' and organisation_id = ${invited.organisationId}`
  expect([told.length, JSON.stringify(told)]).toEqual([1, expect.not.stringContaining('gone@')])
})

it('a server that refuses for now says nothing of the address', async () => {
  const mail = await mailed()
  mails.refusing = 451
  await send(mail)
  expect(await standing(mail)).toEqual({ undelivered: false, refusal: null, told: 0 })
})

it('a mail that goes out at once changes nothing', async () => {
  const mail = await mailed()
  await send(mail)
  expect(await standing(mail)).toEqual({ undelivered: false, refusal: null, told: 0 })
})
