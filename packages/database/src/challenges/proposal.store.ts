import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import type { NeedId, OrganisationId, ProposalContent, ProposalId, Stage, StageAct, UserId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** Begins a proposal; false where the firm has one to this challenge already. */
export async function insertProposal(
  tx: Transaction,
  proposal: {
    readonly id: ProposalId
    readonly needId: NeedId
    readonly supplierId: OrganisationId
    readonly content: ProposalContent
    readonly by: UserId
  },
): Promise<boolean> {
  const { id, needId, supplierId, content, by } = proposal
  const rows = await tx.execute(sql`
    insert into proposals (id, need_id, supplier_id, created_by) values (${id}, ${needId}, ${supplierId}, ${by})
    on conflict (need_id, supplier_id) do nothing returning id`)
  if (rows.length === 0) return false
  await tx.execute(
    sql`insert into proposal_contents (proposal_id, content) values (${id}, ${JSON.stringify(content)}::jsonb)`,
  )
  return true
}

/** Replaces what a team is writing; the new revision, or null where somebody saved before. */
export async function saveContent(
  tx: Transaction,
  id: ProposalId,
  revision: number,
  content: ProposalContent,
): Promise<number | null> {
  const [row] = await tx.execute<{ revision: number }>(sql`
    update proposal_contents set content = ${JSON.stringify(content)}::jsonb, revision = revision + 1
    where proposal_id = ${id} and revision = ${revision} returning revision`)
  return row?.revision ?? null
}

/** What a team hands in: kept as it is now, with its stamp and the database's time. */
export async function keepHandedIn(tx: Transaction, id: ProposalId, stamp: string): Promise<void> {
  await tx.execute(sql`
    update proposal_contents set handed = content, stamp = ${stamp}, stamped_at = clock_timestamp() where proposal_id = ${id}`)
}

export type StageMove = {
  readonly id: ProposalId
  readonly act: StageAct
  readonly from: Stage
  readonly to: Stage
  readonly byBuyer: boolean
  readonly reason: string
  /** Null where it happened by itself. */
  readonly by: UserId | null
  /** Days of the buyer's clock that begin with it; null where the buyer does not have it then. */
  readonly days: number | null
}

/** Moves a proposal that this transaction holds locked, and keeps the step with the time it was due. */
export async function moveOn(tx: Transaction, move: StageMove): Promise<void> {
  await tx.execute(sql`
    insert into proposal_steps (id, proposal_id, act, from_stage, to_stage, by_buyer, reason, due_at, user_id)
    select ${uuidv7()}::uuid, id, ${move.act}, stage, ${move.to}, ${move.byBuyer}, ${move.reason}, due_at, ${move.by}::uuid
    from proposals where id = ${move.id}`)
  const due = sql`clock_timestamp() + make_interval(days => ${move.days}::int)`
  await tx.execute(sql`
    update proposals set stage = ${move.to},
      entered_at = case when ${move.to} = stage then entered_at else clock_timestamp() end,
      handed_in_at = case when ${move.days}::int is not null then clock_timestamp() end,
      due_at = ${due},
      submitted_at = case when ${move.act} = 'hand-in' then coalesce(submitted_at, clock_timestamp()) else submitted_at end
    where id = ${move.id}`)
}
