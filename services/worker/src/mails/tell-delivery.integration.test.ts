import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import {
  asSystem,
  claimUnpublished,
  insertMatchday,
  keepGuest,
  markPublished,
  noteGuestMail,
  openDatabase,
  queueMail,
  type Database,
} from '@enlace/database'
import { asId, type EventId, type MailId, type MatchdayGuestId, type MatchdayId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeOrganisation, testDatabase } from '@enlace/testing'

import { MailReceiver } from '../../test/mail-receiver.ts'
import { deliver } from '../reactions/react.ts'
import { openMailer, type Mailer } from './mailer.ts'
import { sendMail } from './send-mail.ts'

let database: Database
const mails = new MailReceiver()
let mailer: Mailer
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 3 })
  mailer = openMailer(await mails.open(), 'Enlace <no-reply@enlace.example>')
})
afterAll(async () => {
  mailer.close()
  await mails.close()
  await database.close()
})
beforeEach(() => {
  mails.refusing = null
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
    await noteGuestMail(tx, id, { mailId, tokenHash: id })
    const [event] = await tx.execute<{ id: EventId }>(sql`select id from events where payload ->> 'mailId' = ${mailId}`)
    await markPublished(tx, await claimUnpublished(tx, 1000))
    return { matchdayId, mailId, eventId: asId<EventId>(event?.id ?? '') }
  })
const send = ({ eventId }: Mailed): Promise<void> =>
  deliver(database, createLog('test', 'silent'), 'send-mail', sendMail({ database, mailer, demo: false }))(eventId)
const standing = ({ matchdayId }: Mailed): Promise<unknown> =>
  asSystem(database, async (tx) => {
    const [row] = await tx.execute(sql`
      select undelivered_at is not null as undelivered, (select count(*)::int from events
        where name = 'guests.changed' and payload ->> 'matchdayId' = ${matchdayId}) as told
      from matchday_guests where matchday_id = ${matchdayId}`)
    return { ...row }
  })

it('an address that is refused for good is noted once, however often the mail is tried, until it takes one', async () => {
  const mail = await mailed()
  mails.refusing = 550
  await send(mail)
  await send(mail)
  expect(await standing(mail)).toEqual({ undelivered: true, told: 1 })
  mails.refusing = null
  await send(mail)
  expect(await standing(mail)).toEqual({ undelivered: false, told: 2 })
})

it('a server that refuses for now says nothing of the address', async () => {
  const mail = await mailed()
  mails.refusing = 451
  await send(mail)
  expect(await standing(mail)).toEqual({ undelivered: false, told: 0 })
})

it('a mail that goes out at once changes nothing', async () => {
  const mail = await mailed()
  await send(mail)
  expect(await standing(mail)).toEqual({ undelivered: false, told: 0 })
})
