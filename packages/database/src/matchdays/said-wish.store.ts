import { sql } from 'drizzle-orm'

import type { MatchdayId, OrganisationId, Wish } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** What firms said of each other at a matchday, as a demo or a test brings it. As enlace_system. */
export async function insertWishes(
  tx: Transaction,
  matchdayId: MatchdayId,
  wishes: readonly {
    readonly by: OrganisationId
    readonly of: OrganisationId
    readonly wish: Wish
    readonly reason: string
  }[],
): Promise<void> {
  await tx.execute(sql`
    insert into matchday_wishes (matchday_id, by_id, of_id, wish, reason)
    select ${matchdayId}::uuid, one.id, other.id, given.wish, given.reason
    from jsonb_to_recordset(${JSON.stringify(wishes)}::jsonb) as given ("by" uuid, "of" uuid, wish text, reason text)
      join matchday_participants as one on one.matchday_id = ${matchdayId} and one.organisation_id = given."by"
      join matchday_participants as other on other.matchday_id = ${matchdayId} and other.organisation_id = given."of"`)
}
