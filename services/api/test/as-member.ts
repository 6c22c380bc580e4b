import type { OrganisationKind } from '@enlace/domain'
import type postgres from 'postgres'

import type { Signed } from './test-api.ts'

/** Does something in the database as a member's organisation, with nothing but row-level security in between. */
export const asMember = <Answer>(
  owner: postgres.Sql,
  { organisationId, userId }: Signed,
  kind: OrganisationKind,
  work: (sql: postgres.TransactionSql) => Promise<Answer>,
): Promise<Answer> =>
  owner.begin(async (sql) => {
    await sql`set local role enlace_app`
    await sql`select set_config('enlace.organisation', ${organisationId}, true), set_config('enlace.user', ${userId}, true), set_config('enlace.organisation_kind', ${kind}, true)`
    return work(sql)
  }) as Promise<Answer>
