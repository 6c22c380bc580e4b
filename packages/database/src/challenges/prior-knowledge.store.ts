import { sql } from 'drizzle-orm'

import type { NeedId, PriorKnowledgeId, UserId } from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

export type PriorKnowledge = {
  readonly id: PriorKnowledgeId
  readonly title: string
  readonly stamp: string
  readonly depositedAt: string
  readonly revealedAt: string | null
  /** Null to whom they are not revealed. */
  readonly salt: string | null
  readonly statement: string | null
}

/** What a buyer says it knew before, as far as the actor may see it, in the order in which it was deposited. */
export async function listKnowledge(reader: Reader, needId: NeedId): Promise<PriorKnowledge[]> {
  const rows = await reader.execute<PriorKnowledge & Record<string, unknown>>(sql`
    select known.id, known.title, known.stamp, known.deposited_at as "depositedAt", known.revealed_at as "revealedAt", said.salt, said.statement
    from prior_knowledge as known left join prior_statements as said on said.id = known.id
    where known.need_id = ${needId} order by known.deposited_at, known.id`)
  return rows.map((row) => ({
    ...row,
    depositedAt: toInstant(row.depositedAt),
    revealedAt: toInstantOrNull(row.revealedAt),
  }))
}

/**
 * Whether no buyer has read a proposal to a challenge yet. The brief is held until the transaction ends, so whoever reads
 * the first proposal meanwhile waits for it.
 */
export async function holdUnread(tx: Transaction, needId: NeedId): Promise<boolean> {
  const [row] = await tx.execute<{ unread: boolean }>(
    sql`select first_read_at is null as unread from challenge_briefs where need_id = ${needId} for update`,
  )
  return row?.unread ?? false
}

export async function insertKnowledge(
  tx: Transaction,
  needId: NeedId,
  known: Pick<PriorKnowledge, 'id' | 'title' | 'stamp'> & {
    readonly salt: string
    readonly statement: string
    readonly by: UserId
  },
): Promise<void> {
  await tx.execute(sql`
    insert into prior_knowledge (id, need_id, title, stamp, deposited_by)
    values (${known.id}, ${needId}, ${known.title}, ${known.stamp}, ${known.by})`)
  await tx.execute(sql`
    insert into prior_statements (id, need_id, salt, statement) values (${known.id}, ${needId}, ${known.salt}, ${known.statement})`)
}

/** Reveals a statement; false where there is none such. */
export async function revealKnowledge(tx: Transaction, needId: NeedId, id: PriorKnowledgeId): Promise<boolean> {
  const rows = await tx.execute(sql`
    update prior_knowledge set revealed_at = coalesce(revealed_at, clock_timestamp()) where need_id = ${needId} and id = ${id} returning id`)
  return rows.length === 1
}
