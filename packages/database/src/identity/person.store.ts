import { sql } from 'drizzle-orm'

import type { MemberRole, OrganisationId, OrganisationKind, UserId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

export type PersonRow = {
  readonly id: UserId
  readonly name: string
  readonly email: string
  readonly locale: 'en' | 'es'
  readonly twoFactor: boolean
  readonly hasPassword: boolean
  readonly memberships: readonly {
    readonly id: OrganisationId
    readonly name: string
    readonly kind: OrganisationKind
    readonly role: MemberRole
  }[]
}

/** A person with all it is a member of, in one statement; null where there is no such person. */
export async function readPerson(tx: Transaction, id: UserId): Promise<PersonRow | null> {
  const [row] = await tx.execute<Record<string, unknown> & PersonRow>(sql`
    select u.id, u.name, u.email, u.locale, u.two_factor_enabled as "twoFactor",
      exists (select from accounts a where a.user_id = u.id and a.password is not null) as "hasPassword",
      coalesce((
        select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'role', m.role) order by o.name, o.id)
        from members m join organisations o on o.id = m.organisation_id where m.user_id = u.id), '[]') as memberships
    from users u where u.id = ${id}`)
  return row ?? null
}

/** Changes what is given. */
export async function updatePerson(
  tx: Transaction,
  id: UserId,
  change: { readonly name?: string | undefined; readonly locale?: 'en' | 'es' | undefined },
): Promise<void> {
  await tx.execute(sql`
    update users set name = coalesce(${change.name ?? null}, name), locale = coalesce(${change.locale ?? null}, locale),
      updated_at = clock_timestamp() where id = ${id}`)
}

/** Finds a person by its address in lower case. */
export async function findPerson(
  tx: Transaction,
  email: string,
): Promise<{ id: UserId; name: string; email: string; locale: 'en' | 'es' } | null> {
  const [row] = await tx.execute<{ id: UserId; name: string; email: string; locale: 'en' | 'es' }>(
    sql`select id, name, email, locale from users where email = ${email}`,
  )
  return row ?? null
}

/** Forgets a password that was chosen before the address was proved; leaves one alone that a proved person has. */
export async function dropUnprovenPassword(tx: Transaction, userId: UserId): Promise<void> {
  await tx.execute(sql`
    delete from accounts where user_id = ${userId}
      and exists (select from users where users.id = accounts.user_id and not users.email_verified)`)
}

/** What a person is called and in which language it is written to; readable by itself and its colleagues. */
export async function readName(
  tx: Transaction,
  id: UserId,
): Promise<{ name: string; email: string; locale: 'en' | 'es' } | null> {
  const [row] = await tx.execute<{ name: string; email: string; locale: 'en' | 'es' }>(
    sql`select name, email, locale from users where id = ${id}`,
  )
  return row ?? null
}

/** Adds a person whose address needs no proof: people of the demo, of tests and of imports. */
export async function insertPerson(
  tx: Transaction,
  person: { readonly id: UserId; readonly name: string; readonly email: string; readonly locale: 'en' | 'es' },
): Promise<void> {
  await tx.execute(sql`
    insert into users (id, name, email, locale, email_verified) values (${person.id}, ${person.name}, ${person.email}, ${person.locale}, true)
    on conflict (email) do nothing`)
}
