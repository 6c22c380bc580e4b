import { sql, type SQL } from 'drizzle-orm'

import type {
  CallId,
  CallPhase,
  ClusterFirm,
  ClusterId,
  CompetenceActionId,
  CompetenceArea,
  Money,
  NeedId,
  OrganisationId,
  Review,
  ReviewSide,
} from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader } from '../open.ts'

export type ReviewRow = Review & { readonly reviewedAt: string }
export type ActionRow = {
  readonly id: CompetenceActionId
  readonly area: CompetenceArea
  readonly text: string
  readonly consultant: string
  readonly cost: Money
  readonly buyerPercent: number
  readonly doneAt: string | null
}
/** A firm that is prescreened, with as much of its reviews as the actor may see. */
export type CandidateRow = {
  readonly supplier: { readonly id: OrganisationId; readonly name: string }
  readonly clusterId: ClusterId | null
  readonly buyer: ReviewRow | null
  readonly outside: ReviewRow | null
  readonly actions: readonly ActionRow[]
}

const reviewOf = (side: ReviewSide) => sql`(
  select json_build_object('speed', speed, 'potential', potential, 'commitment', commitment, 'note', note, 'reviewedAt', reviewed_at)
  from challenge_reviews as reviews
  where reviews.need_id = candidates.need_id and reviews.supplier_id = candidates.supplier_id and side = ${side})`

const toReview = (review: ReviewRow | null): ReviewRow | null =>
  review && { ...review, reviewedAt: toInstant(review.reviewedAt) }

/** Firms that are prescreened for a challenge, as far as the actor may see them, in the order in which they were added. */
export async function listCandidates(reader: Reader, needId: NeedId): Promise<CandidateRow[]> {
  const rows = await reader.execute<CandidateRow & Record<string, unknown>>(sql`
    select json_build_object('id', supplier.id, 'name', supplier.name) as supplier, candidates.cluster_id as "clusterId",
      ${reviewOf('buyer')} as buyer, ${reviewOf('outside')} as outside,
      coalesce((select json_agg(json_build_object('id', id, 'area', area, 'text', text, 'consultant', consultant,
          'cost', json_build_object('amountMinor', cost_minor, 'currency', currency), 'buyerPercent', buyer_percent, 'doneAt', done_at)
          order by added_at, id)
        from competence_actions as actions
        where actions.need_id = candidates.need_id and actions.supplier_id = candidates.supplier_id), '[]') as actions
    from challenge_candidates as candidates join organisations as supplier on supplier.id = candidates.supplier_id
    where candidates.need_id = ${needId} order by candidates.added_at, candidates.supplier_id`)
  return rows.map((row) => ({
    ...row,
    buyer: toReview(row.buyer),
    outside: toReview(row.outside),
    actions: row.actions.map((action) => ({ ...action, doneAt: toInstantOrNull(action.doneAt) })),
  }))
}

/** A cluster with its firms, and the call that it bids in or did last; a firm sees its own cluster, and in it itself alone. */
export type ClusterRow = {
  readonly id: ClusterId
  readonly needId: NeedId
  readonly name: string
  readonly firms: readonly ClusterFirm[]
  readonly call: { readonly id: CallId; readonly phase: CallPhase } | null
}

const clustersWhere = (condition: SQL): SQL => sql`
  select id, need_id as "needId", name,
    coalesce((select json_agg(json_build_object('id', supplier_id, 'agreed', exists (
        select from terms_acceptances as given where given.need_id = clusters.need_id and given.organisation_id = firms.supplier_id
          and given.version = (select max(version) from challenge_terms as terms where terms.need_id = clusters.need_id)))
        order by added_at, supplier_id)
      from challenge_candidates as firms where firms.need_id = clusters.need_id and firms.cluster_id = clusters.id), '[]') as firms,
    (select json_build_object('id', calls.id, 'phase', call_phase(calls, clock_timestamp()))
      from calls where calls.cluster_id = clusters.id and calls.state <> 'cancelled' order by calls.created_at desc limit 1) as call
  from challenge_clusters as clusters where ${condition} order by formed_at, id`

/** The clusters of a challenge that the actor may see. */
export async function listClusters(reader: Reader, needId: NeedId): Promise<ClusterRow[]> {
  return [...(await reader.execute<ClusterRow & Record<string, unknown>>(clustersWhere(sql`need_id = ${needId}`)))]
}

/** One cluster that the actor may see, or null. */
export async function readCluster(reader: Reader, id: ClusterId): Promise<ClusterRow | null> {
  const [row] = await reader.execute<ClusterRow & Record<string, unknown>>(clustersWhere(sql`id = ${id}`))
  return row ?? null
}

const reviewersShown = 500

/** Agencies and experts by name. */
export async function listReviewers(reader: Reader): Promise<{ id: OrganisationId; name: string }[]> {
  const rows = await reader.execute<{ id: OrganisationId; name: string }>(
    sql`select id, name from organisations where kind in ('agency', 'expert') order by name, id limit ${reviewersShown}`,
  )
  return [...rows]
}

/** Who reviews firms of a challenge from outside; for its buyer and itself. */
export async function readReviewer(
  reader: Reader,
  needId: NeedId,
): Promise<{ id: OrganisationId; name: string } | null> {
  const [row] = await reader.execute<{ id: OrganisationId; name: string }>(sql`
    select organisations.id, organisations.name from challenge_reviewers
    join organisations on organisations.id = organisation_id where need_id = ${needId}`)
  return row ?? null
}
