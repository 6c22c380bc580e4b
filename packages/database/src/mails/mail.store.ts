import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { asId, assert, type MailId } from '@enlace/domain'

import { recordAll } from '../events/record.ts'
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

/** Puts mails down to be sent once this transaction commits, all by one statement; events carry their ids, never their text. */
export async function queueMails(tx: Transaction, mails: readonly Mail[]): Promise<MailId[]> {
  if (mails.length === 0) return []
  const rows = mails.map((mail) => ({ ...mail, id: asId<MailId>(uuidv7()) }))
  await tx.execute(sql`
    insert into mails (id, recipient, subject, body, unsubscribe, calendar)
    select id, recipient, subject, body, unsubscribe, calendar from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (id uuid, recipient text, subject text, body text, unsubscribe text, calendar text)`)
  await recordAll(
    tx,
    rows.map(({ id }) => ({ name: 'mail.queued', payload: { mailId: id }, organisationId: null })),
  )
  return rows.map(({ id }) => id)
}

/** Puts one mail down, see `queueMails`. */
export async function queueMail(tx: Transaction, mail: Mail): Promise<MailId> {
  const [id] = await queueMails(tx, [mail])
  assert(id !== undefined, 'each mail gets an id')
  return id
}

/** A mail that waits to be sent, or null where it went out or was refused for good. */
export async function readUnsentMail(tx: Transaction, id: MailId): Promise<Mail | null> {
  const [row] = await tx.execute<Mail & Record<string, unknown>>(sql`
    select recipient, subject, body, unsubscribe, calendar from mails where id = ${id} and sent_at is null and refused_at is null`)
  return row ?? null
}

/** Notes that a mail went out; `wipe` forgets its text, which may hold a secret. */
export async function markMailSent(tx: Transaction, id: MailId, wipe: boolean): Promise<void> {
  await tx.execute(sql`
    update mails set sent_at = clock_timestamp(), body = case when ${wipe} then '' else body end,
      unsubscribe = case when ${wipe} then null else unsubscribe end,
      calendar = case when ${wipe} then null else calendar end where id = ${id}`)
}

/** Notes that a mail is refused for good, by the codes of the server; `wipe` as above. */
export async function markMailRefused(tx: Transaction, id: MailId, refusal: string, wipe: boolean): Promise<void> {
  await tx.execute(sql`
    update mails set refused_at = clock_timestamp(), refusal = ${refusal}, body = case when ${wipe} then '' else body end,
      unsubscribe = case when ${wipe} then null else unsubscribe end,
      calendar = case when ${wipe} then null else calendar end where id = ${id} and sent_at is null`)
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
