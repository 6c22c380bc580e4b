import { sql } from 'drizzle-orm'

import type { Answer, NeedId, OrganisationId, UserId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/**
 * Keeps a supplier's answer to a published need it is matched with or invited to; the last answer stands.
 * @returns the need's owner, or null where there is nothing to answer
 */
export async function upsertAnswer(
  tx: Transaction,
  answer: {
    readonly needId: NeedId
    readonly supplierId: OrganisationId
    readonly answer: Answer
    readonly reason: string
    readonly by: UserId | null
  },
): Promise<OrganisationId | null> {
  const [row] = await tx.execute<{ buyer_id: OrganisationId }>(sql`
    insert into match_answers (need_id, supplier_id, buyer_id, answer, reason, answered_by)
    select needs.id, ${answer.supplierId}, needs.organisation_id, ${answer.answer}, ${answer.reason}, ${answer.by}::uuid
    from needs
    where needs.id = ${answer.needId} and needs.state = 'published'
      and (exists (select from matches where need_id = needs.id and supplier_id = ${answer.supplierId})
        or exists (select from need_invitations where need_id = needs.id and supplier_id = ${answer.supplierId}))
    on conflict (need_id, supplier_id) do update set answer = excluded.answer, reason = excluded.reason,
      answered_by = excluded.answered_by, answered_at = clock_timestamp()
    returning buyer_id`)
  return row?.buyer_id ?? null
}
