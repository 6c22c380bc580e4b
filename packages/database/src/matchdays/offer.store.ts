import { sql } from 'drizzle-orm'

import type { MatchdayId, MatchdayParticipantId, OrganisationId } from '@enlace/domain'

import type { Reader } from '../open.ts'

export type OfferRow = {
  readonly participantId: MatchdayParticipantId
  readonly organisationId: OrganisationId
  readonly name: string
  readonly slot: number
}

/** With whom the acting participant agreed, has no meeting and shares a free time in a slot from one on; musts first, then the earliest. */
export async function listOffers(
  reader: Reader,
  matchdayId: MatchdayId,
  from: number,
  limit: number,
): Promise<OfferRow[]> {
  return reader.execute<OfferRow & Record<string, unknown>>(sql`
    select other.id as "participantId", other.organisation_id as "organisationId", firm.name, free.slot
    from matchday_wishes as ours
      join matchday_wishes as theirs on theirs.by_id = ours.of_id and theirs.of_id = ours.by_id and theirs.wish <> 'no'
      join matchday_participants as other on other.id = ours.of_id and other.state = 'admitted'
      join organisations as firm on firm.id = other.organisation_id
      cross join lateral (select case other.side when 'host' then other.id else ours.by_id end as host,
        case other.side when 'host' then ours.by_id else other.id end as visitor) as pair
      cross join lateral next_spoken_slot(${matchdayId}, pair.host, pair.visitor, ${from}) as free
    where not exists (select from caps_passed(pair.host, pair.visitor)) and ours.matchday_id = ${matchdayId} and ours.by_id = acting_participant(${matchdayId}) and ours.wish <> 'no'
      and not exists (select from matchday_meetings where host_id = pair.host and visitor_id = pair.visitor and state <> 'cancelled')
    order by (ours.wish = 'must')::int + (theirs.wish = 'must')::int desc, free.slot, firm.name limit ${limit}`)
}
