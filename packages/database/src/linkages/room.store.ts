import { sql } from 'drizzle-orm'

import type { MessageView } from '@enlace/contracts'
import {
  messageLimits,
  type FileId,
  type LinkageId,
  type OrganisationId,
  type UserId,
  type Written,
} from '@enlace/domain'

import { uuids } from '../arrays.ts'
import { toInstant } from '../instant.ts'
import type { Transaction } from '../open.ts'

type Row = Record<string, unknown> & MessageView

/** Messages of a room as one side reads them, newest first; names of the other side's people are not told. */
export async function listMessages(
  tx: Transaction,
  reader: OrganisationId,
  id: LinkageId,
  page: { readonly before: number | null; readonly limit: number },
): Promise<MessageView[]> {
  const rows = await tx.execute<Row>(sql`
    select seq, organisation_id = ${reader} as mine, text, sent_at as "sentAt",
      case when organisation_id = ${reader} then (select name from users where id = written_by) end as author,
      coalesce((select json_agg(json_build_object('id', files.id, 'name', files.name, 'size', files.size) order by files.name)
        from linkage_files join files on files.id = file_id
        where linkage_files.linkage_id = linkage_messages.linkage_id and linkage_files.seq = linkage_messages.seq), '[]') as files
    from linkage_messages where linkage_id = ${id} and (${page.before}::int is null or seq < ${page.before})
    order by seq desc limit ${page.limit}`)
  return rows.map((row) => ({ ...row, sentAt: toInstant(row.sentAt) }))
}

/** How much a side has written in a locked linkage. */
export async function countWritten(tx: Transaction, id: LinkageId, by: OrganisationId): Promise<Written> {
  const [row] = await tx.execute<Written & Record<string, unknown>>(sql`
    select count(*) filter (where mine and sent_at > clock_timestamp() - interval '1 minute')::int as minute,
      count(*) filter (where mine and sent_at > clock_timestamp() - interval '1 day')::int as day,
      case when bool_and(mine) then count(*)::int else 0 end as unanswered
    from (select organisation_id = ${by} as mine, sent_at from linkage_messages where linkage_id = ${id}
      order by seq desc limit ${2 * messageLimits.day + 1}) as recent`)
  return { minute: row?.minute ?? 0, day: row?.day ?? 0, unanswered: row?.unanswered ?? 0 }
}

/** Adds a message to a locked linkage and gives its number. */
export async function insertMessage(
  tx: Transaction,
  message: {
    readonly linkageId: LinkageId
    readonly organisationId: OrganisationId
    readonly userId: UserId
    readonly text: string
  },
): Promise<number> {
  const [row] = await tx.execute<{ seq: number }>(sql`
    insert into linkage_messages (linkage_id, seq, organisation_id, written_by, text)
    select ${message.linkageId}::uuid, coalesce(max(seq), 0) + 1, ${message.organisationId}::uuid, ${message.userId}::uuid, ${message.text}
    from linkage_messages where linkage_id = ${message.linkageId} returning seq`)
  if (row === undefined) throw new Error('an inserted message has a number')
  return row.seq
}

/** Adds files of the writer's organisation to its message; false where one of them is none. They stay from then on. */
export async function attachFiles(
  tx: Transaction,
  to: { readonly linkageId: LinkageId; readonly seq: number; readonly organisationId: OrganisationId },
  fileIds: readonly FileId[],
): Promise<boolean> {
  const wanted = [...new Set(fileIds)]
  if (wanted.length === 0) return true
  const rows = await tx.execute(sql`
    insert into linkage_files (linkage_id, seq, file_id, organisation_id)
    select ${to.linkageId}::uuid, ${to.seq}::int, id, organisation_id from files
    where id = any(${uuids(wanted)}) and organisation_id = ${to.organisationId} returning file_id`)
  return rows.length === wanted.length
}

/** Whether a file stands in a room that the actor is a side of. */
export async function isInRoom(tx: Transaction, fileId: FileId): Promise<boolean> {
  const rows = await tx.execute(sql`select from linkage_files where file_id = ${fileId} limit 1`)
  return rows.length === 1
}

/** Notes how far a side has read, never less than before; gives whether that is farther, and what is left to read. */
export async function markRead(
  tx: Transaction,
  id: LinkageId,
  reader: OrganisationId,
  seq: number,
): Promise<{ readonly farther: boolean; readonly unread: number }> {
  const rows = await tx.execute(sql`
    insert into linkage_reads (linkage_id, organisation_id, seq)
    select ${id}::uuid, ${reader}::uuid, least(${seq}::int, max(seq)) from linkage_messages where linkage_id = ${id} having max(seq) is not null
    on conflict (linkage_id, organisation_id) do update set seq = excluded.seq, read_at = clock_timestamp()
      where linkage_reads.seq < excluded.seq returning seq`)
  const [left] = await tx.execute<{ unread: number }>(sql`
    select count(*)::int as unread from linkage_messages where linkage_id = ${id} and organisation_id <> ${reader}
      and seq > coalesce((select seq from linkage_reads where linkage_id = ${id} and organisation_id = ${reader}), 0)`)
  return { farther: rows.length === 1, unread: left?.unread ?? 0 }
}

/** How far the other side has read. */
export async function readByPartner(tx: Transaction, id: LinkageId, reader: OrganisationId): Promise<number> {
  const [row] = await tx.execute<{ seq: number }>(sql`
    select seq from linkage_reads where linkage_id = ${id} and organisation_id <> ${reader}`)
  return row?.seq ?? 0
}

/** Closes a room for both sides, or lifts one's own block; false where all was so already. */
export async function setBlock(tx: Transaction, id: LinkageId, by: OrganisationId, blocked: boolean): Promise<boolean> {
  const rows = blocked
    ? await tx.execute(sql`
        insert into linkage_blocks (linkage_id, organisation_id) values (${id}, ${by}) on conflict do nothing returning linkage_id`)
    : await tx.execute(sql`
        delete from linkage_blocks where linkage_id = ${id} and organisation_id = ${by} returning linkage_id`)
  return rows.length === 1
}

/** Who closed the room, the first of both; null where it is open. */
export async function readBlock(tx: Transaction, id: LinkageId): Promise<OrganisationId | null> {
  const [row] = await tx.execute<{ by: OrganisationId }>(sql`
    select organisation_id as by from linkage_blocks where linkage_id = ${id} order by blocked_at limit 1`)
  return row?.by ?? null
}

/** Whether a message is the first of its side that the other has not read, by now. As enlace_system. */
export async function isFirstUnread(tx: Transaction, id: LinkageId, seq: number): Promise<boolean> {
  const [row] = await tx.execute<{ first: boolean }>(sql`
    select not exists (select from linkage_messages as before
        where before.linkage_id = one.linkage_id and before.organisation_id = one.organisation_id and before.seq < one.seq and before.seq > mark.seq)
      and one.seq > mark.seq as first
    from linkage_messages as one cross join lateral (select coalesce(
      (select seq from linkage_reads where linkage_id = one.linkage_id and organisation_id <> one.organisation_id), 0) as seq) as mark
    where one.linkage_id = ${id} and one.seq = ${seq}`)
  return row?.first ?? false
}
