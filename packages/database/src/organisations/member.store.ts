import { sql } from 'drizzle-orm'

import type { MemberRole, OrganisationId, UserId } from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Transaction } from '../open.ts'

export type MemberRow = {
  readonly userId: UserId
  readonly name: string
  readonly email: string
  readonly role: MemberRole
  readonly joinedAt: string
}

/** Makes a person a member; false where it was one already. */
export async function insertMember(
  tx: Transaction,
  member: { readonly organisationId: OrganisationId; readonly userId: UserId; readonly role: MemberRole },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into members (organisation_id, user_id, role) values (${member.organisationId}, ${member.userId}, ${member.role})
    on conflict do nothing returning user_id`)
  return rows.length === 1
}

/** The people of an organisation by name, from after `after` (name and id of the last row read). */
export async function listMembers(
  tx: Transaction,
  organisationId: OrganisationId,
  page: { readonly after: readonly [name: string, userId: string] | null; readonly limit: number },
): Promise<MemberRow[]> {
  const after = page.after === null ? sql`true` : sql`(u.name, u.id) > (${page.after[0]}, ${page.after[1]}::uuid)`
  const rows = await tx.execute<{ id: UserId; name: string; email: string; role: MemberRole; joined_at: string }>(sql`
    select u.id, u.name, u.email, m.role, m.joined_at from members m join users u on u.id = m.user_id
    where m.organisation_id = ${organisationId} and ${after} order by u.name, u.id limit ${page.limit}`)
  return rows.map((row) => ({
    userId: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    joinedAt: toInstant(row.joined_at),
  }))
}

/** What became of a change to a member: done, no such member, or it would have left nobody in charge. */
export type MemberChange = 'done' | 'not-found' | 'last-owner'

const anotherOwner = (organisationId: OrganisationId, userId: UserId) => sql`
  exists (select from members other where other.organisation_id = ${organisationId} and other.role = 'owner' and other.user_id <> ${userId})`

const missing = async (tx: Transaction, organisationId: OrganisationId, userId: UserId): Promise<MemberChange> => {
  const rows = await tx.execute(
    sql`select from members where organisation_id = ${organisationId} and user_id = ${userId}`,
  )
  return rows.length === 0 ? 'not-found' : 'last-owner'
}

/** Gives a member another role; call it under `lockOrganisation`, or two owners may step down at once. */
export async function setRole(
  tx: Transaction,
  organisationId: OrganisationId,
  userId: UserId,
  role: MemberRole,
): Promise<MemberChange> {
  const rows = await tx.execute(sql`
    update members set role = ${role} where organisation_id = ${organisationId} and user_id = ${userId}
      and (role <> 'owner' or ${role} = 'owner' or ${anotherOwner(organisationId, userId)}) returning user_id`)
  return rows.length === 1 ? 'done' : missing(tx, organisationId, userId)
}

/** Ends a membership; call it under `lockOrganisation`, or two owners may leave at once. */
export async function deleteMember(
  tx: Transaction,
  organisationId: OrganisationId,
  userId: UserId,
): Promise<MemberChange> {
  const rows = await tx.execute(sql`
    delete from members where organisation_id = ${organisationId} and user_id = ${userId}
      and (role <> 'owner' or ${anotherOwner(organisationId, userId)}) returning user_id`)
  return rows.length === 1 ? 'done' : missing(tx, organisationId, userId)
}

/** Whether someone with this address is a member. */
export async function isMemberByEmail(
  tx: Transaction,
  organisationId: OrganisationId,
  email: string,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    select from members m join users u on u.id = m.user_id where m.organisation_id = ${organisationId} and u.email = ${email}`)
  return rows.length === 1
}
