import { sql, type SQL } from 'drizzle-orm'

import type { Match, MatchdayId, MatchdayParticipantId, NeedId, OrganisationId } from '@enlace/domain'

import { rankingLimit } from '../matches/match.store.ts'
import type { Reader } from '../open.ts'

export type SuggestionRow = {
  readonly participantId: MatchdayParticipantId
  readonly organisationId: OrganisationId
  readonly name: string
  readonly needId: NeedId
  readonly title: string
  readonly mine: boolean
  readonly open: boolean
  readonly criteria: Match['criteria']
}

/**
 * The best of the matches that stand between the acting organisation and each of the other side, as far as it holds of the
 * two, `own` and `others`. Only open needs name their buyer here; a buyer's own needs always serve it.
 */
const bestMatches = (matchdayId: MatchdayId, holds: SQL): SQL => sql`
      select distinct on (others.id) others.id as "participantId", firm.id as "organisationId", firm.name, needs.id as "needId",
        needs.content ->> 'title' as title, needs.organisation_id = acting_organisation() as mine, needs.confidentiality = 'open' as open,
        matches.body -> 'criteria' as criteria, matches.score
      from matchdays
        join matchday_participants as own on own.matchday_id = matchdays.id and own.organisation_id = acting_organisation() and own.state = 'admitted'
        join matches on acting_organisation() in (matches.buyer_id, matches.supplier_id) and matches.score > 0
        join needs on needs.id = matches.need_id and needs.state = 'published'
        join matchday_participants as others on others.matchday_id = matchdays.id and others.state = 'admitted' and others.side <> own.side
          and others.organisation_id = case acting_organisation() when matches.buyer_id then matches.supplier_id else matches.buyer_id end
        join organisations as firm on firm.id = others.organisation_id
      where matchdays.id = ${matchdayId}
        and case needs.organisation_id when acting_organisation() then matches.rank <= ${rankingLimit} else needs.confidentiality = 'open' end
        and not exists (select from match_answers where match_answers.need_id = needs.id and match_answers.supplier_id = matches.supplier_id and answer = 'not-for-us')
        and not exists (select from match_dismissals where match_dismissals.need_id = needs.id and match_dismissals.supplier_id = matches.supplier_id)
        and ${holds}
      order by others.id, matches.score desc, needs.id`

const met = sql`exists (select from matchday_meetings where state <> 'cancelled' and own.id in (host_id, visitor_id) and others.id in (host_id, visitor_id))`

/** Whom of the other side the acting organisation's matches speak for while neither asked, each by its best one. Nobody is suggested once answers were due. */
export async function listSuggestions(reader: Reader, matchdayId: MatchdayId, limit: number): Promise<SuggestionRow[]> {
  const unasked = sql`not answers_are_late(matchdays.content)
        and not exists (select from matchday_wishes where by_id = own.id and of_id = others.id)
        and not exists (select from matchday_wishes where by_id = others.id and of_id = own.id and wish <> 'no')
        and not exists (select from matchday_introductions where withdrawn_at is null and own.id in (host_id, visitor_id) and others.id in (host_id, visitor_id))
        and not ${met}`
  return reader.execute<SuggestionRow & Record<string, unknown>>(
    sql`select * from (${bestMatches(matchdayId, unasked)}) as best order by score desc, "participantId" limit ${limit}`,
  )
}

/** The best match with each whom the acting organisation has a meeting with. */
export async function listMetMatches(
  reader: Reader,
  matchdayId: MatchdayId,
): Promise<ReadonlyMap<MatchdayParticipantId, SuggestionRow>> {
  const rows = await reader.execute<SuggestionRow & Record<string, unknown>>(bestMatches(matchdayId, met))
  return new Map(rows.map((row) => [row.participantId, row]))
}

/** Whether the acting organisation has a published need. */
export async function hasPublishedNeed(reader: Reader): Promise<boolean> {
  const rows = await reader.execute(
    sql`select from needs where organisation_id = acting_organisation() and state = 'published' limit 1`,
  )
  return rows.length > 0
}

export type PairSuggestionRow = {
  readonly hostId: MatchdayParticipantId
  readonly hostName: string
  readonly visitorId: MatchdayParticipantId
  readonly visitorName: string
  readonly title: string
}

/** Pairs that a match speaks for while neither has asked, those that fit best first; as the matchday's organiser. */
export async function listPairSuggestions(
  reader: Reader,
  matchdayId: MatchdayId,
  limit: number,
): Promise<PairSuggestionRow[]> {
  return reader.execute<PairSuggestionRow & Record<string, unknown>>(sql`
    select host_id as "hostId", buyer.name as "hostName", visitor_id as "visitorId", supplier.name as "visitorName", title
    from matched_pairs(${matchdayId})
      join matchday_participants as host on host.id = host_id join organisations as buyer on buyer.id = host.organisation_id
      join matchday_participants as visitor on visitor.id = visitor_id join organisations as supplier on supplier.id = visitor.organisation_id
    order by score desc, host_id, visitor_id limit ${limit}`)
}
