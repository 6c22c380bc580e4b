import { sql } from 'drizzle-orm'

import type { Confidentiality, NeedId, OrganisationId, UserId } from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'

/** What a notice about a need may say: its title, and who asks where suppliers may know. */
export type NoticedNeed = {
  readonly title: string
  readonly organisationId: OrganisationId
  readonly buyer: string
  readonly confidentiality: Confidentiality
}

/** A need as notices tell of it, or null. */
export async function readNoticedNeed(tx: Transaction, id: NeedId): Promise<NoticedNeed | null> {
  const [row] = await tx.execute<NoticedNeed & Record<string, unknown>>(sql`
    select needs.title, needs.organisation_id as "organisationId", organisations.name as buyer, needs.confidentiality
    from needs join organisations on organisations.id = needs.organisation_id where needs.id = ${id}`)
  return row ?? null
}

/** Places of a ranking whose suppliers hear when the need changes. */
const toldRanks = 10

/**
 * The suppliers that a change of a need concerns: those interested, those invited, and those ranked first, each
 * counted as though its rivals were not in the list; never one that
 * said it is not for them, and of a need for invited ones nobody else.
 */
export async function listConcerned(tx: Transaction, needId: NeedId): Promise<OrganisationId[]> {
  const rows = await tx.execute<{ id: OrganisationId }>(sql`
    select concerned.id from needs cross join lateral (
      select supplier_id as id from match_answers where need_id = needs.id and answer = 'interested'
      union select supplier_id from need_invitations where need_id = needs.id
      union select supplier_id from matches where need_id = needs.id and score > 0 and merit - (
        select count(*) from matches as before where before.need_id = needs.id and before.merit < matches.merit
          and before.supplier_id = any (walls_of(matches.supplier_id))) <= ${toldRanks}
    ) as concerned
    where needs.id = ${needId}
      and not exists (select from match_answers where need_id = needs.id and supplier_id = concerned.id and answer = 'not-for-us')
      and (needs.confidentiality <> 'invited'
        or exists (select from need_invitations where need_id = needs.id and supplier_id = concerned.id))
    order by concerned.id`)
  return rows.map((row) => row.id)
}

export type Mailed = {
  readonly organisationId: OrganisationId
  readonly userId: UserId
  readonly email: string
  readonly locale: 'en' | 'es'
}

/** People who get an organisation's mail: those who act for it, in their languages. */
export async function listMailed(tx: Transaction, organisationIds: readonly OrganisationId[]): Promise<Mailed[]> {
  const rows = await tx.execute<Mailed & Record<string, unknown>>(sql`
    select firm.id as "organisationId", person.* from unnest(${uuids(organisationIds)}) with ordinality as firm (id, place) cross join lateral (
      select users.id as "userId", users.email, users.locale, members.joined_at from members join users on users.id = members.user_id
      where members.organisation_id = firm.id and members.role in ('owner', 'buyer', 'bidder') and users.email_verified
      order by members.joined_at limit 20) as person order by place, joined_at`)
  return rows.map(({ organisationId, userId, email, locale }) => ({ organisationId, userId, email, locale }))
}
