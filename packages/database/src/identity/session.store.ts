import { sql } from 'drizzle-orm'

import {
  asId,
  type Actor,
  type MemberRole,
  type OrganisationId,
  type OrganisationKind,
  type SessionId,
  type UserId,
} from '@enlace/domain'

import { uuids } from '../arrays.ts'
import { toInstant } from '../instant.ts'
import type { Database, Transaction } from '../open.ts'

/** A session nobody used for this long is dead, whatever its end says. */
export const idleDays = 7

type ActingRow = {
  id: SessionId
  user_id: UserId
  organisation_id: OrganisationId | null
  kind: OrganisationKind | null
  role: MemberRole | null
}
const toActor = (row: ActingRow): Actor =>
  row.organisation_id === null || row.kind === null || row.role === null
    ? { kind: 'person', userId: row.user_id }
    : {
        kind: 'member',
        userId: row.user_id,
        organisationId: row.organisation_id,
        organisationKind: row.kind,
        role: row.role,
      }

/** Who a session speaks for now: the session, the membership and the organisation, in one statement and no transaction. */
export async function readActingSession(
  database: Database,
  tokenHash: string,
): Promise<{ sessionId: SessionId; actor: Actor; stale: boolean } | null> {
  const [row] = await database.sql<(ActingRow & { stale: boolean })[]>`
    select s.id, s.user_id, m.organisation_id, o.kind, m.role, s.updated_at < clock_timestamp() - interval '10 minutes' as stale
    from sessions s
    left join members m on m.user_id = s.user_id and m.organisation_id = s.organisation_id
    left join organisations o on o.id = m.organisation_id
    where s.token = ${tokenHash} and s.expires_at > clock_timestamp()
      and s.updated_at > clock_timestamp() - make_interval(days => ${idleDays})`
  return row === undefined ? null : { sessionId: row.id, actor: toActor(row), stale: row.stale }
}

/** Who these sessions speak for now; a session that is missing from the answer has ended. For whoever holds sockets open. */
export async function readActors(database: Database, ids: readonly SessionId[]): Promise<Map<SessionId, Actor>> {
  if (ids.length === 0) return new Map()
  const rows = await database.drizzle.execute<ActingRow>(sql`
    select s.id, s.user_id, m.organisation_id, o.kind, m.role
    from sessions s
    left join members m on m.user_id = s.user_id and m.organisation_id = s.organisation_id
    left join organisations o on o.id = m.organisation_id
    where s.id = any(${uuids(ids)}) and s.expires_at > clock_timestamp()
      and s.updated_at > clock_timestamp() - make_interval(days => ${idleDays})`)
  return new Map(rows.map((row) => [row.id, toActor(row)]))
}

export type NewSession = {
  readonly id: SessionId
  readonly userId: UserId
  readonly tokenHash: string
  readonly organisationId: OrganisationId | null
  readonly address: string
  readonly userAgent: string | null
  readonly seconds: number
}

/** Adds a session that lasts `seconds` from now on. */
export async function insertSession(database: Database, session: NewSession): Promise<void> {
  await database.sql`
    insert into sessions (id, user_id, token, organisation_id, ip_address, user_agent, expires_at)
    values (${session.id}, ${session.userId}, ${session.tokenHash}, ${session.organisationId}, ${session.address}, ${session.userAgent},
      clock_timestamp() + make_interval(secs => ${session.seconds}))`
}

/** Notes that the session is in use, so that it does not die of idleness. */
export async function touchSession(database: Database, id: SessionId): Promise<void> {
  await database.sql`update sessions set updated_at = clock_timestamp() where id = ${id}`
}

/** Lets the session act for an organisation of its person; false where the person is not a member of it. */
export async function setSessionOrganisation(
  tx: Transaction,
  id: SessionId,
  organisationId: OrganisationId,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update sessions set organisation_id = ${organisationId}
    where id = ${id} and exists (
      select from members where members.user_id = sessions.user_id and members.organisation_id = ${organisationId})
    returning id`)
  return rows.length === 1
}

/** The organisation a new session of this person acts for: the one acted for last, else the one joined first. */
export async function firstOrganisation(database: Database, userId: UserId): Promise<OrganisationId | null> {
  const [row] = await database.sql<{ organisation_id: OrganisationId }[]>`
    select m.organisation_id from members m
    left join sessions s on s.user_id = m.user_id and s.organisation_id = m.organisation_id
    where m.user_id = ${userId}
    group by m.organisation_id, m.joined_at
    order by max(s.updated_at) desc nulls last, m.joined_at limit 1`
  return row?.organisation_id ?? null
}

export type SessionRow = {
  readonly id: SessionId
  readonly userAgent: string | null
  readonly ipAddress: string | null
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
}

/** The living sessions of a person, last used first. */
export async function listSessions(tx: Transaction, userId: UserId): Promise<SessionRow[]> {
  const rows = await tx.execute<{
    id: string
    user_agent: string | null
    ip_address: string | null
    created_at: string
    updated_at: string
    expires_at: string
  }>(sql`
    select id, user_agent, ip_address, created_at, updated_at, expires_at from sessions
    where user_id = ${userId} and expires_at > clock_timestamp() and updated_at > clock_timestamp() - make_interval(days => ${idleDays})
    order by updated_at desc, id desc limit 100`)
  return rows.map((row) => ({
    id: asId<SessionId>(row.id),
    userAgent: row.user_agent,
    ipAddress: row.ip_address,
    createdAt: toInstant(row.created_at),
    lastSeenAt: toInstant(row.updated_at),
    expiresAt: toInstant(row.expires_at),
  }))
}

/** Ends one session of a person; false where it was not theirs or is gone. */
export async function deleteSession(tx: Transaction, userId: UserId, id: SessionId): Promise<boolean> {
  return (
    (await tx.execute(sql`delete from sessions where id = ${id} and user_id = ${userId} returning id`)).length === 1
  )
}

/** Ends all sessions of a person but `keep`, and says how many. */
export async function deleteSessions(tx: Transaction, userId: UserId, keep: SessionId | null): Promise<number> {
  return (
    await tx.execute(sql`delete from sessions where user_id = ${userId} and id is distinct from ${keep} returning id`)
  ).length
}
