import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { asId, type MailId } from '@enlace/domain'

import { record } from '../events/record.ts'
import { toInstant } from '../instant.ts'
import type { Transaction } from '../open.ts'

export type Mail = {
  readonly recipient: string
  readonly subject: string
  readonly body: string
  /** Where a mail program ends such mails with one press (RFC 8058); it holds a secret. */
  readonly unsubscribe?: string | null
  /** The invitation that goes with it, as iCalendar with its METHOD (RFC 6047). */
  readonly calendar?: string | null
}
export type MailRow = Mail & { readonly id: MailId; readonly createdAt: string }

/** Puts a mail down to be sent once this transaction commits; the event carries its id, never its text. */
export async function queueMail(tx: Transaction, mail: Mail): Promise<MailId> {
  const id = asId<MailId>(uuidv7())
  await tx.execute(
    sql`insert into mails (id, recipient, subject, body, unsubscribe, calendar)
      values (${id}, ${mail.recipient}, ${mail.subject}, ${mail.body}, ${mail.unsubscribe ?? null}, ${mail.calendar ?? null})`,
  )
  await record(tx, 'mail.queued', { mailId: id }, { organisationId: null })
  return id
}

/** A mail that waits to be sent, or null where it went out already. */
export async function readUnsentMail(tx: Transaction, id: MailId): Promise<Mail | null> {
  const [row] = await tx.execute<Mail & Record<string, unknown>>(sql`
    select recipient, subject, body, unsubscribe, calendar from mails where id = ${id} and sent_at is null`)
  return row ?? null
}

/** Notes that a mail went out; `wipe` forgets its text, which may hold a secret. */
export async function markMailSent(tx: Transaction, id: MailId, wipe: boolean): Promise<void> {
  await tx.execute(sql`
    update mails set sent_at = clock_timestamp(), body = case when ${wipe} then '' else body end,
      unsubscribe = case when ${wipe} then null else unsubscribe end,
      calendar = case when ${wipe} then null else calendar end where id = ${id}`)
}

/** A page of mail, newest first, for the demo's mailbox; `before` is the id of the last row read. */
export async function listMails(
  tx: Transaction,
  page: { readonly recipient: string | null; readonly before: string | null; readonly limit: number },
): Promise<MailRow[]> {
  const rows = await tx.execute<{
    id: MailId
    recipient: string
    subject: string
    body: string
    created_at: string
  }>(sql`
    select id, recipient, subject, body, created_at from mails
    where (${page.recipient}::text is null or recipient = ${page.recipient}) and (${page.before}::uuid is null or id < ${page.before})
    order by id desc limit ${page.limit}`)
  return rows.map(({ created_at, ...mail }) => ({ ...mail, createdAt: toInstant(created_at) }))
}
