import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import type { NotificationView } from '@enlace/contracts'
import {
  asId,
  type NotificationDetail,
  type NotificationId,
  type NotificationKind,
  type OrganisationId,
  type UserId,
} from '@enlace/domain'

import { uuids } from '../arrays.ts'
import { record, recordAll } from '../events/record.ts'
import { toInstant } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

export type Notice = { readonly kind: NotificationKind; readonly subject: string; readonly detail: NotificationDetail }

/** Tells organisations something, each with an event; two statements whatever their number. */
export async function notify(tx: Transaction, organisations: readonly OrganisationId[], notice: Notice): Promise<void> {
  if (organisations.length === 0) return
  const rows = organisations.map((organisationId) => ({ id: asId<NotificationId>(uuidv7()), organisationId }))
  await tx.execute(sql`
    insert into notifications (id, organisation_id, kind, subject, detail)
    select id, "organisationId", ${notice.kind}, ${notice.subject}::uuid, ${JSON.stringify(notice.detail)}::jsonb
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, "organisationId" uuid)`)
  await recordAll(
    tx,
    rows.map(({ id, organisationId }) => ({
      name: 'notification.created',
      payload: { organisationId, notificationId: id },
      organisationId,
    })),
  )
}

/** Tells one person of an organisation something, with an event. */
export async function notifyPerson(
  tx: Transaction,
  to: { readonly organisationId: OrganisationId; readonly userId: UserId },
  notice: Notice,
): Promise<void> {
  const id = asId<NotificationId>(uuidv7())
  await tx.execute(sql`
    insert into notifications (id, organisation_id, person_id, kind, subject, detail)
    values (${id}, ${to.organisationId}, ${to.userId}, ${notice.kind}, ${notice.subject}, ${JSON.stringify(notice.detail)}::jsonb)`)
  const payload = { organisationId: to.organisationId, notificationId: id }
  await record(tx, 'notification.created', payload, { organisationId: to.organisationId })
}

type Row = Record<string, unknown> & Omit<NotificationView, 'createdAt'> & { createdAt: string }

/** An organisation's notices, newest first; ids rise with time. */
export async function listNotifications(
  tx: Transaction,
  organisationId: OrganisationId,
  page: { readonly before: string | null; readonly limit: number },
): Promise<NotificationView[]> {
  const rows = await tx.execute<Row>(sql`
    select id, kind, subject, detail, created_at as "createdAt", read_at is not null as read from notifications
    where organisation_id = ${organisationId} and (${page.before}::uuid is null or id < ${page.before}) order by id desc limit ${page.limit}`)
  return rows.map((row) => ({ ...row, createdAt: toInstant(row.createdAt) }))
}

/** How many notices of an organisation are unread: those for all its people, and the actor's own. */
export async function countUnread(reader: Reader, organisationId: OrganisationId): Promise<number> {
  const [row] = await reader.execute<{ unread: number }>(sql`
    select count(*)::int as unread from notifications where organisation_id = ${organisationId} and read_at is null
      and (person_id is null or person_id = acting_user())`)
  return row?.unread ?? 0
}

/** Marks notices read or unread, all where `ids` is null; answers with those that changed, at most 500. */
export async function markNotifications(
  tx: Transaction,
  organisationId: OrganisationId,
  mark: { readonly ids: readonly NotificationId[] | null; readonly read: boolean },
): Promise<NotificationId[]> {
  const rows = await tx.execute<{ id: NotificationId }>(sql`
    update notifications set read_at = case when ${mark.read} then clock_timestamp() end
    where organisation_id = ${organisationId} and (read_at is not null) <> ${mark.read}
      and (${mark.ids === null} or id = any(${uuids(mark.ids ?? [])})) returning id`)
  return rows.map((row) => row.id).slice(0, 500)
}
