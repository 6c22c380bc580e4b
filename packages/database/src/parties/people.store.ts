import { sql } from 'drizzle-orm'

import type {
  AttendedMeeting,
  MatchdayId,
  MatchdayParticipantId,
  MeetingId,
  OrganisationId,
  PartyMemberId,
  ProposedMember,
} from '@enlace/domain'

import { uuids } from '../arrays.ts'
import { brokenPromise } from '../broken-promise.ts'
import type { Reader, Transaction } from '../open.ts'

export type SeatFault = 'away' | 'two-places'
const faults: Readonly<Record<string, SeatFault>> = {
  meeting_people_away: 'away',
  meeting_people_two_places: 'two-places',
}

/**
 * Lets these people come to a meeting, in place of those who were to; nobody leaves it to the proposal.
 * @returns what the tables promise and one of them would break; nothing is changed then
 */
export async function choosePeople(
  tx: Transaction,
  { meetingId, participantId }: { readonly meetingId: MeetingId; readonly participantId: MatchdayParticipantId },
  members: readonly PartyMemberId[],
): Promise<SeatFault | null> {
  try {
    await tx.transaction(async (inner) => {
      await inner.execute(
        sql`delete from meeting_people where meeting_id = ${meetingId} and participant_id = ${participantId}`,
      )
      await inner.execute(sql`
        insert into meeting_people (meeting_id, member_id, participant_id, by_hand)
        select ${meetingId}, id, ${participantId}, true from unnest(${uuids(members)}) as id order by id`)
    })
    return null
  } catch (error) {
    const { constraint } = brokenPromise(error)
    const fault = faults[constraint ?? '']
    if (fault === undefined) throw error
    return fault
  }
}

/** A party as people are proposed from it. */
export type SeatingParty = {
  readonly participantId: MatchdayParticipantId
  readonly organisationId: OrganisationId
  readonly members: readonly ProposedMember[]
  readonly meetings: readonly (AttendedMeeting & { readonly otherId: OrganisationId })[]
}

/** The parties of a matchday with their meetings that are planned or held: all, or those of these organisations. */
export async function listSeating(
  reader: Reader,
  matchdayId: MatchdayId,
  of: readonly OrganisationId[] | null,
): Promise<SeatingParty[]> {
  const whose = of === null ? sql`true` : sql`parties.organisation_id = any(${uuids(of)})`
  return reader.execute<SeatingParty & Record<string, unknown>>(sql`
    select parties.id as "participantId", parties.organisation_id as "organisationId",
      (select json_agg(json_build_object('id', one.id, 'name', one.name, 'languages', one.languages, 'away', one.away, 'elsewhere',
          -- Only a user can be somewhere else: without one there is nothing to look up.
          case when one.user_id is null then '[]' else (select coalesce(json_agg(met.slot), '[]') from matchday_meetings as met
            where parties.id in (met.host_id, met.visitor_id) and met.state = 'planned' and not can_come(one, met.slot)) end) order by one.added_at, one.id)
        from party_members as one where one.participant_id = parties.id) as members,
      (select coalesce(json_agg(json_build_object('id', met.id, 'slot', met.slot, 'languages', other.languages, 'otherId', other.organisation_id,
          'people', (select coalesce(json_agg(member_id), '[]') from meeting_people as people where people.meeting_id = met.id and people.participant_id = parties.id))
          order by met.slot), '[]')
        from matchday_meetings as met join matchday_participants as other on other.id in (met.host_id, met.visitor_id) and other.id <> parties.id
        where parties.id in (met.host_id, met.visitor_id) and met.matchday_id = ${matchdayId} and met.state in ('planned', 'held')) as meetings
    from matchday_participants as parties
    where parties.matchday_id = ${matchdayId} and ${whose} and parties.id in (select participant_id from party_members where matchday_id = ${matchdayId})
    order by parties.id`)
}

/** Keeps others who propose people for a matchday waiting until the transaction ends. */
export async function holdSeating(tx: Transaction, matchdayId: MatchdayId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`seating ${matchdayId}`}, 0))`)
}

/** Forgets who was proposed for the planned meetings of a firm, not who was chosen. */
export async function forgetProposals(
  tx: Transaction,
  matchdayId: MatchdayId,
  organisationId: OrganisationId,
): Promise<void> {
  await tx.execute(sql`
    delete from meeting_people using matchday_meetings as met, matchday_participants as party
    where met.id = meeting_people.meeting_id and party.id = meeting_people.participant_id and not by_hand and met.state = 'planned'
      and met.matchday_id = ${matchdayId} and party.organisation_id = ${organisationId}`)
}

/** Proposes people for meetings; who is taken elsewhere since is left out. */
export async function seatProposed(
  tx: Transaction,
  participantId: MatchdayParticipantId,
  proposed: ReadonlyMap<MeetingId, PartyMemberId>,
): Promise<void> {
  await tx.execute(sql`
    insert into meeting_people (meeting_id, member_id, participant_id, by_hand)
    select meeting, member, ${participantId}, false
    from unnest(${uuids([...proposed.keys()])}, ${uuids([...proposed.values()])}) as given (meeting, member) order by meeting
    on conflict do nothing`)
}
