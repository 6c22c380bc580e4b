import { asSystem, insertMember, openDatabase, type Transaction } from '@enlace/database'
import type { CallSign, CallSignKind, MemberRole, OrganisationId, UserId } from '@enlace/domain'
import { sql } from 'drizzle-orm'

import { makeMember } from './people.ts'

async function inDatabase<Result>(url: string, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const database = openDatabase({ url, role: 'enlace_system', maxConnections: 1 })
  try {
    return await asSystem(database, work)
  } finally {
    await database.close()
  }
}

/** Lets somebody who is here already act for another organisation too, while `work` runs. */
export async function asColleague<Result>(
  databaseUrl: string,
  member: { readonly organisationId: OrganisationId; readonly userId: UserId; readonly role: MemberRole },
  work: () => Promise<Result>,
): Promise<Result> {
  await inDatabase(databaseUrl, (tx) => insertMember(tx, member))
  try {
    return await work()
  } finally {
    await inDatabase(databaseUrl, (tx) =>
      tx.execute(
        sql`delete from members where organisation_id = ${member.organisationId} and user_id = ${member.userId}`,
      ),
    )
  }
}

/** Adds a colleague who does nothing but sit there, and gives its address. */
export async function addColleague(databaseUrl: string, organisationId: OrganisationId): Promise<string> {
  const email = `colleague@${crypto.randomUUID()}.example`
  await inDatabase(databaseUrl, (tx) => makeMember(tx, organisationId, 'buyer', email))
  return email
}

/** Leaves a sign of two calls behind, as the worker would, of a buyer whose calls there are. */
export const addCallSign = (
  databaseUrl: string,
  sign: { readonly buyerId: OrganisationId; readonly kind: CallSignKind; readonly detail: CallSign['detail'] },
): Promise<unknown> =>
  inDatabase(databaseUrl, (tx) =>
    tx.execute(sql`
      insert into call_signs (organisation_id, kind, key, call_ids, bidder_ids, detail)
      select ${sign.buyerId}::uuid, ${sign.kind}, gen_random_uuid()::text,
        array(select id from calls where organisation_id = ${sign.buyerId}::uuid order by created_at limit 2), '{}', ${JSON.stringify(sign.detail)}::jsonb`),
  )
