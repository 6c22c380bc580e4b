import { sql } from 'drizzle-orm'

import type { EntryBody, LogLine } from '@enlace/audit-log'
import type { Act, EntryView } from '@enlace/contracts'
import type { OrganisationId, UserId } from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'
import { pseudonymsOf } from './audit-entry.store.ts'

/** The colleagues of whoever acts, by what stands for them in entries. */
async function readColleagues(tx: Transaction): Promise<Map<string, string>> {
  const people = await tx.execute<{ id: UserId; name: string }>(
    sql`select users.id, users.name from members join users on users.id = members.user_id where members.organisation_id = acting_organisation()`,
  )
  const known = await pseudonymsOf(
    tx,
    people.map(({ id }) => id),
  )
  return new Map(people.map(({ id, name }) => [known.get(id) ?? '', name]))
}

/** What the actor may see of the log, the newest first. */
export async function listAuditEntries(
  tx: Transaction,
  page: { readonly before: number | null; readonly act: Act | null; readonly limit: number },
): Promise<EntryView[]> {
  const rows = await tx.execute<{
    index: string
    at: string
    body: string
    facts: string | null
    name: string | null
  }>(sql`
    select entries.index, entries.at, entries.body, facts.facts, organisations.name
    from audit_entries as entries left join audit_facts as facts on facts.index = entries.index
      left join organisations on organisations.id = entries.organisation_id
    where (${page.before}::bigint is null or entries.index < ${page.before}) and (${page.act}::text is null or entries.act = ${page.act})
    order by entries.index desc limit ${page.limit}`)
  const colleagues = rows.length === 0 ? new Map<string, string>() : await readColleagues(tx)
  return rows.map(({ index, at, body, facts, name }) => {
    const { act, actor, organisation, subject } = JSON.parse(body) as EntryBody
    return {
      index: Number(index),
      at: toInstant(at),
      act: act as Act,
      organisation: organisation === null ? null : { id: organisation as OrganisationId, name },
      actor: actor === null ? null : { pseudonym: actor, name: colleagues.get(actor) ?? null },
      subject,
      facts,
    }
  })
}

/** An entry in the words that its hash is made from, with its facts. */
export type AuditLine = {
  readonly index: number
  readonly at: string
  readonly body: string
  readonly facts: string | null
  readonly salt: string | null
}

/** One entry, where the actor may see it. */
export async function readAuditLine(tx: Transaction, index: number): Promise<AuditLine | null> {
  const [row] = await tx.execute<Omit<AuditLine, 'index'> & Record<string, unknown>>(sql`
    select audit_instant(entries.at) as at, entries.body, facts.facts, facts.salt
    from audit_entries as entries left join audit_facts as facts on facts.index = entries.index
    where entries.index = ${index}::bigint`)
  return row === undefined ? null : { ...row, index }
}

/** A piece of the log from an entry on, up to a size: what the actor may see, and of all else the hash alone. */
export async function readLogLines(
  reader: Reader,
  piece: { readonly from: number; readonly size: number; readonly limit: number },
): Promise<LogLine[]> {
  const rows = await reader.execute<Omit<LogLine, 'index'> & { index: string }>(sql`
    select nodes.position as index, encode(nodes.hash, 'base64') as hash, audit_instant(entries.at) as at, entries.body, facts.facts, facts.salt
    from audit_nodes as nodes left join audit_entries as entries on entries.index = nodes.position
      left join audit_facts as facts on facts.index = nodes.position
    where nodes.level = 0 and nodes.position >= ${piece.from}::bigint and nodes.position < ${piece.size}::bigint
    order by nodes.position limit ${piece.limit}`)
  return rows.map((row) => ({ ...row, index: Number(row.index) }))
}
