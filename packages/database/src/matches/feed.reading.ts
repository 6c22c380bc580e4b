import { sql } from 'drizzle-orm'

import type { NeedMatch } from '@enlace/contracts'
import {
  maskMatch,
  type Answer,
  type Match,
  type NeedContent,
  type NeedId,
  type NeedState,
  type OrganisationId,
} from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import { hidesBuyer, regionOf, viewNeed } from '../needs/need.view.ts'
import type { Reader } from '../open.ts'

type Row = Record<string, unknown> & {
  need_id: NeedId
  buyer_id: OrganisationId
  body: Match
  rank: number
  previous_rank: number | null
  ranked_at: string
  content: NeedContent
  state: NeedState
  version: number
  created_at: string
  published_at: string | null
  buyer_name: string
  buyer_country: string | null
  answer: Answer | null
  answered_at: string | null
  invited: boolean
}

const toNeedMatch = (supplierId: OrganisationId, row: Row): NeedMatch => ({
  match: hidesBuyer({ confidentiality: row.content.confidentiality, organisationId: row.buyer_id }, supplierId)
    ? maskMatch(row.body, regionOf(row.content.place))
    : row.body,
  // A supplier learns neither its place among rivals nor how many there are.
  rank: 0,
  previousRank: null,
  answer: row.answer,
  answeredAt: toInstantOrNull(row.answered_at),
  invited: row.invited,
  dismissed: false,
  rankedAt: toInstant(row.ranked_at),
  need: viewNeed(
    {
      ...row.content,
      id: row.need_id,
      organisationId: row.buyer_id,
      state: row.state,
      version: row.version,
      createdAt: toInstant(row.created_at),
      publishedAt: toInstantOrNull(row.published_at),
      buyerName: row.buyer_name,
      buyerCountry: row.buyer_country,
    },
    supplierId,
  ),
})

export type FeedPosition = { readonly score: number; readonly needId: string }
export type FeedFilter = {
  readonly after: FeedPosition | null
  readonly limit: number
  readonly kind: string | null
  readonly needId: NeedId | null
}

/** The open needs matched to a supplier, best first by keyset on (score, need), or one of them. */
export async function readFeed(reader: Reader, supplierId: OrganisationId, filter: FeedFilter): Promise<NeedMatch[]> {
  const rows = await reader.execute<Row>(sql`
    select matches.need_id, matches.buyer_id, matches.body, matches.rank, matches.previous_rank, matches.ranked_at,
      needs.content, needs.state, needs.version, needs.created_at, needs.published_at,
      buyer.name as buyer_name, buyer.country as buyer_country, match_answers.answer, match_answers.answered_at,
      need_invitations.supplier_id is not null as invited
    from matches
    join needs on needs.id = matches.need_id
    join organisations as buyer on buyer.id = needs.organisation_id
    left join match_answers on match_answers.need_id = matches.need_id and match_answers.supplier_id = matches.supplier_id
    left join need_invitations on need_invitations.need_id = matches.need_id and need_invitations.supplier_id = matches.supplier_id
    where matches.supplier_id = ${supplierId}
      and (needs.confidentiality <> 'invited' or need_invitations.supplier_id is not null)
      and (${filter.needId}::uuid is null or matches.need_id = ${filter.needId}::uuid)
      and needs.state = 'published'
      and (${filter.kind}::text is null or needs.kind = ${filter.kind})
      and (${filter.after === null} or (matches.score, matches.need_id) < (${filter.after?.score ?? 0}::double precision, ${filter.after?.needId ?? null}::uuid))
    order by matches.score desc, matches.need_id desc
    limit ${filter.limit}`)
  return rows.map((row) => toNeedMatch(supplierId, row))
}
