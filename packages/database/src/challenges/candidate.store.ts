import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import type {
  ClusterId,
  CompetenceActionId,
  CompetenceArea,
  Money,
  NeedId,
  OrganisationId,
  Review,
  ReviewSide,
  UserId,
} from '@enlace/domain'

import { uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'

/** Names the reviewer from outside, in place of one that has reviewed nothing; false where that one has. */
export async function keepReviewer(tx: Transaction, needId: NeedId, organisationId: OrganisationId): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into challenge_reviewers (need_id, organisation_id)
    select ${needId}::uuid, ${organisationId}::uuid where not has_outside_reviews(${needId}::uuid)
    on conflict (need_id) do update set organisation_id = excluded.organisation_id, named_at = clock_timestamp() returning need_id`)
  return rows.length === 1
}

export async function putCandidate(tx: Transaction, needId: NeedId, supplierId: OrganisationId): Promise<void> {
  await tx.execute(
    sql`insert into challenge_candidates (need_id, supplier_id) values (${needId}, ${supplierId}) on conflict do nothing`,
  )
}

/** Takes a firm that is in no cluster away; false where there is none such. */
export async function dropCandidate(tx: Transaction, needId: NeedId, supplierId: OrganisationId): Promise<boolean> {
  const rows = await tx.execute(sql`
    delete from challenge_candidates where need_id = ${needId} and supplier_id = ${supplierId} and cluster_id is null
    returning supplier_id`)
  return rows.length === 1
}

/** Keeps one side's view, or changes it while the other's is not in; false where both are. */
export async function keepReview(
  tx: Transaction,
  given: {
    readonly needId: NeedId
    readonly supplierId: OrganisationId
    readonly side: ReviewSide
    readonly review: Review
    readonly by: UserId
  },
): Promise<boolean> {
  const { needId, supplierId, side, review, by } = given
  const { speed, potential, commitment, note } = review
  const rows = await tx.execute(sql`
    insert into challenge_reviews as kept (need_id, supplier_id, side, speed, potential, commitment, note, user_id)
    values (${needId}, ${supplierId}, ${side}, ${speed}, ${potential}, ${commitment}, ${note}, ${by})
    on conflict (need_id, supplier_id, side) do update set speed = excluded.speed, potential = excluded.potential,
      commitment = excluded.commitment, note = excluded.note, user_id = excluded.user_id, reviewed_at = clock_timestamp()
    where not both_reviewed(kept.need_id, kept.supplier_id) returning side`)
  return rows.length === 1
}

/** Forms a cluster of firms and asks them by name, so that they see the challenge whoever else does not. */
export async function insertCluster(
  tx: Transaction,
  cluster: {
    readonly id: ClusterId
    readonly needId: NeedId
    readonly name: string
    readonly supplierIds: readonly OrganisationId[]
  },
): Promise<void> {
  const { id, needId, name, supplierIds } = cluster
  await tx.execute(sql`insert into challenge_clusters (id, need_id, name) values (${id}, ${needId}, ${name})`)
  await tx.execute(sql`
    update challenge_candidates set cluster_id = ${id} where need_id = ${needId} and supplier_id = any(${uuids(supplierIds)})`)
  await tx.execute(sql`
    insert into need_invitations (need_id, supplier_id) select ${needId}, supplier from unnest(${uuids(supplierIds)}) as supplier
    on conflict do nothing`)
}

/** Dissolves a cluster; its firms stay candidates. */
export async function deleteCluster(tx: Transaction, needId: NeedId, id: ClusterId): Promise<boolean> {
  const rows = await tx.execute(
    sql`delete from challenge_clusters where need_id = ${needId} and id = ${id} returning id`,
  )
  return rows.length === 1
}

/** Whether a firm of a cluster has handed in a proposal. */
export async function isAnswered(tx: Transaction, needId: NeedId, id: ClusterId): Promise<boolean> {
  const rows = await tx.execute(sql`
    select proposals.id from proposals join challenge_candidates as candidates using (need_id, supplier_id)
    where need_id = ${needId} and candidates.cluster_id = ${id} and submitted_at is not null limit 1`)
  return rows.length === 1
}

export async function insertAction(
  tx: Transaction,
  action: {
    readonly needId: NeedId
    readonly supplierId: OrganisationId
    readonly area: CompetenceArea
    readonly text: string
    readonly consultant: string
    readonly cost: Money
    readonly buyerPercent: number
  },
): Promise<void> {
  await tx.execute(sql`
    insert into competence_actions (id, need_id, supplier_id, area, text, consultant, cost_minor, currency, buyer_percent)
    values (${uuidv7()}, ${action.needId}, ${action.supplierId}, ${action.area}, ${action.text}, ${action.consultant},
      ${action.cost.amountMinor}, ${action.cost.currency}, ${action.buyerPercent})`)
}

/** Notes that an action is done or not; false where there is none such. */
export async function markAction(
  tx: Transaction,
  needId: NeedId,
  id: CompetenceActionId,
  done: boolean,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update competence_actions set done_at = case when ${done} then coalesce(done_at, clock_timestamp()) end
    where need_id = ${needId} and id = ${id} returning id`)
  return rows.length === 1
}
