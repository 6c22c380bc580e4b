import { sql } from 'drizzle-orm'

import type { Answer, BuyerPart, BuyerState, NeedId, OrganisationId, ProposalId, UserId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** Notes that a buyer is asked to join a challenge; false where it was asked before. */
export async function insertBuyer(tx: Transaction, needId: NeedId, buyerId: OrganisationId): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into challenge_buyers (need_id, organisation_id) values (${needId}, ${buyerId})
    on conflict do nothing returning need_id`)
  return rows.length === 1
}

/** Keeps how the acting buyer takes part; whoever joins first gets the next number, with the challenge locked. */
export async function keepPart(
  tx: Transaction,
  needId: NeedId,
  kept: { readonly named: boolean; readonly shares: boolean; readonly part: BuyerPart },
): Promise<void> {
  await tx.execute(sql`
    update challenge_buyers set state = 'joined', named = ${kept.named}, shares = ${kept.shares},
      number = coalesce(number, next_buyer_number(need_id)), answered_at = clock_timestamp()
    where need_id = ${needId} and organisation_id = acting_organisation()`)
  await tx.execute(sql`
    insert into challenge_parts (need_id, organisation_id, part)
    values (${needId}, acting_organisation(), ${JSON.stringify(kept.part)}::jsonb)
    on conflict (need_id, organisation_id) do update set part = excluded.part`)
}

/** Notes that the acting buyer takes no part, or none any more; it is named no longer. */
export async function endPart(
  tx: Transaction,
  needId: NeedId,
  state: Extract<BuyerState, 'declined' | 'left'>,
  reason: string,
): Promise<void> {
  await tx.execute(sql`
    update challenge_buyers set state = ${state}, named = false, shares = false, reason = ${reason}, answered_at = clock_timestamp()
    where need_id = ${needId} and organisation_id = acting_organisation()`)
}

/** Keeps what the acting buyer says of a proposal, in place of what it said before; the first answer meets the clock. */
export async function keepProposalAnswer(
  tx: Transaction,
  proposalId: ProposalId,
  said: { readonly answer: Answer; readonly reason: string; readonly by: UserId },
): Promise<void> {
  await tx.execute(sql`
    insert into proposal_answers (proposal_id, organisation_id, answer, reason, due_at, answered_by)
    select id, acting_organisation(), ${said.answer}, ${said.reason}, due_at, ${said.by} from proposals where id = ${proposalId}
    on conflict (proposal_id, organisation_id) do update
      set answer = excluded.answer, reason = excluded.reason, answered_by = excluded.answered_by, answered_at = clock_timestamp()`)
}
