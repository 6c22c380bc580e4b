import { sql } from 'drizzle-orm'

import type { MemberActor, MemberRole, OrganisationId, OrganisationKind, UserId } from '@enlace/domain'

import { toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'

export type AgendaMember = { readonly feedSince: string | null; readonly byMail: boolean }

/** How the acting member takes its meetings along. */
export async function readAgendaMember(tx: Transaction): Promise<AgendaMember> {
  const [row] = await tx.execute<AgendaMember & Record<string, unknown>>(sql`
    select token_at as "feedSince", by_mail as "byMail" from agenda_members
    where organisation_id = acting_organisation() and user_id = acting_user()`)
  return { feedSince: toInstantOrNull(row?.feedSince ?? null), byMail: row?.byMail ?? false }
}

/** Makes a token open the acting member's calendar, in place of any before; null ends it. Only its hash is kept. */
export async function keepCalendarToken(tx: Transaction, token: string | null): Promise<void> {
  await tx.execute(sql`
    insert into agenda_members (organisation_id, user_id, token_hash, token_at)
    select acting_organisation(), acting_user(), hash, case when hash is not null then clock_timestamp() end
    from (select sha256(convert_to(${token}::text, 'UTF8')) as hash) as given
    on conflict (organisation_id, user_id) do update set token_hash = excluded.token_hash, token_at = excluded.token_at`)
}

/** Says whether invitations come to the acting member by mail. */
export async function keepByMail(tx: Transaction, byMail: boolean): Promise<void> {
  await tx.execute(sql`
    insert into agenda_members (organisation_id, user_id, by_mail) values (acting_organisation(), acting_user(), ${byMail})
    on conflict (organisation_id, user_id) do update set by_mail = excluded.by_mail`)
}

/** The member that a token speaks for, in the role it has now; null where it speaks for none. Anybody may ask. */
export async function readCalendarReader(tx: Transaction, token: string): Promise<MemberActor | null> {
  const [row] = await tx.execute<{
    userId: UserId
    organisationId: OrganisationId
    kind: OrganisationKind
    role: MemberRole
  }>(sql`
    select user_id as "userId", organisation_id as "organisationId", kind, role from calendar_reader(${token})`)
  if (row === undefined) return null
  const { userId, organisationId, kind: organisationKind, role } = row
  return { kind: 'member', userId, organisationId, organisationKind, role }
}
