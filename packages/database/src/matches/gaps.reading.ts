import { sql } from 'drizzle-orm'

import {
  closableGaps,
  maskOpenNeed,
  type Closing,
  type Confidentiality,
  type Match,
  type NeedId,
  type OpenNeed,
  type OrganisationId,
  type Place,
} from '@enlace/domain'

import { hidesBuyer, regionOf } from '../needs/need.view.ts'
import type { Reader } from '../open.ts'

type Row = Record<string, unknown> & {
  need_id: NeedId
  title: string
  language: string
  confidentiality: Confidentiality
  place: Place | null
  buyer_id: OrganisationId
  score: number
  gaps: Match['gaps']
  closing: Closing
}

/**
 * The open needs matched to a supplier, each with what closing its gaps would do, those worth most to their buyers
 * first. The same needs as its feed lists, but for those it said are not for it and those not scored since closing is kept.
 */
export async function readOpenNeeds(reader: Reader, supplierId: OrganisationId, limit: number): Promise<OpenNeed[]> {
  const rows = await reader.execute<Row>(sql`
    select matches.need_id, needs.content ->> 'title' as title, needs.content ->> 'language' as language,
      needs.confidentiality, needs.content -> 'place' as place, matches.buyer_id, matches.score,
      matches.body -> 'gaps' as gaps, matches.closing
    from matches
    join needs on needs.id = matches.need_id
    left join match_answers on match_answers.need_id = matches.need_id and match_answers.supplier_id = matches.supplier_id
    left join need_invitations on need_invitations.need_id = matches.need_id and need_invitations.supplier_id = matches.supplier_id
    where matches.supplier_id = ${supplierId} and needs.state = 'published' and matches.closing is not null
      and (needs.confidentiality <> 'invited' or need_invitations.supplier_id is not null)
      and match_answers.answer is distinct from 'not-for-us'
    order by matches.buyer_score desc, matches.need_id
    limit ${limit}`)
  return rows.map(({ need_id: id, title, language, score, gaps, closing, ...row }) => {
    const need = { id, title, language, score, gaps: closableGaps(gaps, closing), wayIn: closing.wayIn }
    const hidden = hidesBuyer({ confidentiality: row.confidentiality, organisationId: row.buyer_id }, supplierId)
    return hidden ? maskOpenNeed(need, regionOf(row.place)) : need
  })
}

/** Whether a supplier's passport is published, so that needs are matched with it. */
export async function isPublished(reader: Reader, supplierId: OrganisationId): Promise<boolean> {
  const rows = await reader.execute(sql`
    select from passports where organisation_id = ${supplierId} and state = 'published'`)
  return rows.length > 0
}
