import { asSystem, insertMember, openDatabase, type Transaction } from '@enlace/database'
import type { MemberRole, OrganisationId, UserId } from '@enlace/domain'
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

/** Takes everybody out of organisations that a test founded, so that their founder acts for its own again. */
export const emptyOrganisations = (databaseUrl: string, ids: readonly string[]): Promise<unknown> =>
  inDatabase(databaseUrl, (tx) => tx.execute(sql`delete from members where organisation_id in ${[...ids]}`))

/** Adds a colleague who does nothing but sit there, and gives its address. */
export async function addColleague(databaseUrl: string, organisationId: OrganisationId): Promise<string> {
  const email = `colleague@${crypto.randomUUID()}.example`
  await inDatabase(databaseUrl, (tx) => makeMember(tx, organisationId, 'buyer', email))
  return email
}
