import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import {
  asSystem,
  openDatabase,
  markPublished,
  queueMail,
  queueMails,
  readEvent,
  type Database,
} from '@enlace/database'
import type { EventId, MailId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { testDatabase } from '@enlace/testing'

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
  owner = postgres(url, { onnotice: () => undefined })
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

async function queued(recipient: string): Promise<{ mailId: MailId; eventId: EventId }> {
  const mailId = await asSystem(database, (tx) =>
    queueMail(tx, {
      recipient,
      subject: 'Su enlace para entrar',
      body: 'Ábralo:\n\nhttp://x.example/#token=secret-of-this-mail\n',
    }),
  )
  const [row] = await owner<{ id: EventId }[]>`select id from events where payload ->> 'mailId' = ${mailId}`
  if (row === undefined) throw new Error('no event')
  await asSystem(database, async (tx) => {
    const event = await readEvent(tx, row.id)
    await markPublished(tx, event === null ? [] : [event])
  })
  return { mailId, eventId: row.id }
}
const run = (eventId: EventId, given: { mailer: Mailer | null; demo: boolean }): Promise<void> =>
  deliver(database, createLog('test', 'silent'), 'send-mail', sendMail({ database, ...given }))(eventId)
const kept = async (mailId: MailId): Promise<{ body: string; sent: boolean }> => {
  const [row] = await owner<
    { body: string; sent: boolean }[]
  >`select body, sent_at is not null as sent from mails where id = ${mailId}`
  if (row === undefined) throw new Error('no mail')
  return { ...row }
}

it('a queued mail arrives at its recipient once, however often it is delivered, and its text is forgotten', async () => {
  const { mailId, eventId } = await queued('rosa@a.example')
  await run(eventId, { mailer, demo: false })
  await run(eventId, { mailer, demo: false })
  expect(mails.received.map(({ recipients }) => recipients)).toEqual([['rosa@a.example']])
  expect(mails.received[0]?.text).toContain(`Message-ID: <${mailId}@enlace>`)
  expect(mails.received[0]?.text).toContain('From: Enlace <no-reply@enlace.example>')
  expect(mails.received[0]?.text.replace(/=\r\n/g, '')).toContain('secret-of-this-mail')
  expect(await kept(mailId)).toEqual({ body: '', sent: true })
})

it('a mail that the server refuses for now is tried again, and its recipient stands in no error', async () => {
  const { mailId, eventId } = await queued('gone@a.example')
  // The same for a server that does not pass our mail on, which says nothing of the address.
  for (const [code, saying] of [
    [451, ''],
    [530, ''],
    [554, '5.7.1'],
  ] as const) {
    mails.refusing = code
    mails.saying = saying
    await run(eventId, { mailer, demo: false })
    const [failed] = await owner`select done_at, last_error from reaction_runs where event_id = ${eventId}`
    expect(failed).toEqual({ done_at: null, last_error: `the mail server did not take a mail: EENVELOPE ${code}` })
  }
  expect(await kept(mailId)).toMatchObject({ sent: false })
  mails.refusing = null
  await run(eventId, { mailer, demo: false })
  expect(mails.received.length).toBe(1)
  expect(await kept(mailId)).toEqual({ body: '', sent: true })
})

it('a mail that its address refuses for good is tried once, and why is kept without the address', async () => {
  const { mailId, eventId } = await queued('gone@a.example')
  mails.refusing = 550
  mails.saying = '5.1.1'
  await run(eventId, { mailer, demo: false })
  const [done] =
    await owner`select done_at is not null as done, last_error from reaction_runs where event_id = ${eventId}`
  expect(done).toEqual({ done: true, last_error: null })
  const [mail] = await owner`select refusal, body, sent_at from mails where id = ${mailId}`
  expect(mail).toEqual({ refusal: '550 5.1.1', body: '', sent_at: null })
  // Nor is it sent by a delivery that comes late, once the server would take it.
  mails.refusing = null
  await run(eventId, { mailer, demo: false })
  expect(mails.received).toEqual([])
})

it('many mails are put down by one statement, in their order', async () => {
  const [one, each] = await asSystem(database, async (tx) => {
    const mail = (recipient: string) => ({ recipient, subject: 'Hello', body: 'Come.' })
    const together = await queueMails(tx, ['a@x.example', 'b@x.example', 'c@x.example'].map(mail))
    return [together, [await queueMail(tx, mail('d@x.example')), await queueMail(tx, mail('e@x.example'))]] as const
  })
  const commands = async (ids: readonly MailId[]): Promise<number> =>
    (await owner`select distinct cmin::text from mails where id in ${owner([...ids])}`).length
  expect([await commands(one), await commands(each)]).toEqual([1, 2])
  const rows = await owner`select recipient from mails where id in ${owner([...one])} order by id`
  expect(rows.map(({ recipient }) => String(recipient))).toEqual(['a@x.example', 'b@x.example', 'c@x.example'])
})

it('without a mail server a demo keeps the mail for its mailbox, and anything else counts a fault', async () => {
  const demo = await queued('demo@a.example')
  await run(demo.eventId, { mailer: null, demo: true })
  expect(await kept(demo.mailId)).toMatchObject({ body: expect.stringContaining('secret-of-this-mail') })
  const real = await queued('real@a.example')
  await run(real.eventId, { mailer: null, demo: false })
  const [failed] = await owner<
    { last_error: string }[]
  >`select last_error from reaction_runs where event_id = ${real.eventId}`
  expect(failed).toEqual({ last_error: 'SMTP_URL is not set, so no mail leaves' })
})

it('a mail that can be ended with one press says how in its headers, and forgets the address of it', async () => {
  const unsubscribe = 'https://enlace.example/api/unsubscribe?token=secret-of-this-mail'
  const plain = await queued('rosa@a.example')
  await run(plain.eventId, { mailer, demo: false })
  const { mailId, eventId } = await queued('rosa@a.example')
  await owner`update mails set unsubscribe = ${unsubscribe} where id = ${mailId}`
  await run(eventId, { mailer, demo: false })
  const [without, given] = mails.received.map(({ text }) => text.replace(/\r\n[ \t]+/g, ' '))
  expect(without).not.toContain('List-Unsubscribe')
  expect(given).toContain(`List-Unsubscribe: <${unsubscribe}>\r\n`)
  expect(given).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
  expect([...(await owner`select unsubscribe from mails where id = ${mailId}`)]).toEqual([{ unsubscribe: null }])
})
