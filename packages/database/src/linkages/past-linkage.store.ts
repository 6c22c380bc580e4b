import { sql } from 'drizzle-orm'

import {
  assert,
  followUpAt,
  followUpDays,
  stageAfter,
  type LinkageId,
  type LinkageSide,
  type Move,
  type NeedId,
  type OrganisationId,
  type Statement,
} from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** A linkage with all that happened in it, as a demo or a test brings it. */
export type PastLinkage = {
  readonly id: LinkageId
  readonly buyerId: OrganisationId
  readonly supplierId: OrganisationId
  readonly needId: NeedId | null
  readonly buyerHidden?: boolean
  /** From its beginning; at least one. */
  readonly moves: readonly (Move & { readonly reason?: string })[]
  readonly messages?: readonly { readonly by: LinkageSide; readonly text: string; readonly at: number }[]
  readonly statements?: readonly Statement[]
}

const iso = (at: number): string => new Date(at).toISOString()

/** Adds a linkage as it would have become by `now`, without telling anybody; rounds of its clock that are past count as asked. As enlace_system. */
export async function insertPastLinkage(tx: Transaction, past: PastLinkage, now: Date): Promise<void> {
  const { id, buyerId, supplierId, needId, moves } = past
  const [first, last] = [moves[0], moves.at(-1)]
  assert(first !== undefined && last !== undefined, 'a linkage begins with a move')
  const stage = stageAfter(last)
  const since = new Date((moves.findLast((move) => stageAfter(move) !== move.from) ?? first).at)
  const waiting = followUpDays.findIndex((_, round) => (followUpAt(stage, since, round) ?? since) > now)
  const round = waiting === -1 ? followUpDays.length : waiting
  const of = (side: LinkageSide | null): OrganisationId | null =>
    side === null ? null : side === 'buyer' ? buyerId : supplierId
  await tx.execute(sql`
    insert into linkages (id, buyer_id, supplier_id, need_id, buyer_hidden, stage, since, started_at, clock_round, clock_due_at)
    values (${id}, ${buyerId}, ${supplierId}, ${needId}, ${past.buyerHidden ?? false}, ${stage}, ${since.toISOString()}, ${iso(first.at)},
      ${round}, ${followUpAt(stage, since, round)?.toISOString() ?? null})`)
  const lines = moves.map(({ kind, from, to, by, at, reason }, index) => ({
    ...{ seq: index + 1, kind, from, to, of: of(by), reason: reason ?? '', at: iso(at) },
  }))
  await tx.execute(sql`
    insert into linkage_moves (linkage_id, seq, kind, from_stage, to_stage, organisation_id, reason, moved_at)
    select ${id}::uuid, seq, kind, "from", "to", "of", reason, at from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as row (seq int, kind text, "from" text, "to" text, "of" uuid, reason text, at timestamptz)`)
  const written = (past.messages ?? []).map(({ by, text, at }, index) => ({
    seq: index + 1,
    of: of(by),
    text,
    at: iso(at),
  }))
  await tx.execute(sql`
    insert into linkage_messages (linkage_id, seq, organisation_id, text, sent_at)
    select ${id}::uuid, seq, "of", text, at from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
      as row (seq int, "of" uuid, text text, at timestamptz)`)
  const stated = (past.statements ?? []).map(({ by, of: what, year, callId, amountMinor, currency }, index) => ({
    ...{ seq: index + 1, by: of(by), what, year, callId, amountMinor, currency },
  }))
  await tx.execute(sql`
    insert into linkage_values (linkage_id, seq, organisation_id, what, year, call_id, amount_minor, currency)
    select ${id}::uuid, seq, "by", what, year, "callId", "amountMinor", currency from jsonb_to_recordset(${JSON.stringify(stated)}::jsonb)
      as row (seq int, "by" uuid, what text, year int, "callId" uuid, "amountMinor" bigint, currency text)`)
}

/** Shows a supplier's linkages to all agencies that look after it. As enlace_system. */
export async function discloseToAgencies(tx: Transaction, supplierId: OrganisationId): Promise<void> {
  await tx.execute(sql`
    insert into linkage_disclosures (organisation_id, agency_id)
    select organisation_id, agency_id from agency_firms where organisation_id = ${supplierId} on conflict do nothing`)
}
