import { sql } from 'drizzle-orm'

import type {
  MatchdayId,
  MatchdayParticipantId,
  MatchdaySide,
  OrganisationId,
  PartyMember,
  PartyMemberId,
  UserId,
} from '@enlace/domain'

import { numbers, texts } from '../arrays.ts'
import { brokenPromise } from '../broken-promise.ts'
import type { Reader, Transaction } from '../open.ts'

export type PartyMemberRow = PartyMember & {
  readonly role: string
  readonly email: string | null
  readonly userId: UserId | null
}
export type PartyRow = {
  readonly participantId: MatchdayParticipantId
  readonly organisation: { readonly id: OrganisationId; readonly name: string }
  readonly side: MatchdaySide
  readonly members: readonly PartyMemberRow[]
}

const membersOf = sql`coalesce((
  select json_agg(json_build_object('id', one.id, 'name', one.name, 'role', one.role, 'languages', one.languages, 'away', one.away,
    'email', one.email, 'userId', one.user_id) order by one.added_at, one.id)
  from party_members as one where one.participant_id = participants.id), '[]')`

/** The party of the acting organisation, or as the organiser all who are in, by name. */
export async function listParties(reader: Reader, matchdayId: MatchdayId): Promise<PartyRow[]> {
  return reader.execute<PartyRow & Record<string, unknown>>(sql`
    select participants.id as "participantId", json_build_object('id', firm.id, 'name', firm.name) as organisation, participants.side, ${membersOf} as members
    from matchday_participants as participants join organisations as firm on firm.id = participants.organisation_id
    where participants.matchday_id = ${matchdayId} and (participants.organisation_id = acting_organisation()
      or participants.state = 'admitted' and participants.matchday_id = any((select acting_run_matchdays())::uuid[]))
    order by firm.name, participants.id`)
}

/** The party of one participant, which nobody else changes until the transaction ends. */
export async function holdParty(tx: Transaction, participantId: MatchdayParticipantId): Promise<PartyMemberRow[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`party ${participantId}`}, 0))`)
  return tx.execute<PartyMemberRow & Record<string, unknown>>(sql`
    select id, name, role, languages, away, email, user_id as "userId" from party_members
    where participant_id = ${participantId} order by added_at, id`)
}

export type PartyOf = {
  readonly matchdayId: MatchdayId
  readonly participantId: MatchdayParticipantId
  readonly organisationId: OrganisationId
}

/**
 * Keeps somebody of a party, new or changed.
 * @returns false where the party has this user already, or the organisation has no such member
 */
export async function keepPartyMember(
  tx: Transaction,
  { matchdayId, participantId, organisationId }: PartyOf,
  { id, name, role, languages, away, email, userId }: PartyMemberRow,
): Promise<boolean> {
  try {
    await tx.transaction((inner) =>
      inner.execute(sql`
        insert into party_members (id, matchday_id, participant_id, organisation_id, name, role, languages, away, email, user_id)
        values (${id}, ${matchdayId}, ${participantId}, ${organisationId}, ${name}, ${role}, ${texts(languages)}, ${numbers(away)}::int[], ${email}, ${userId})
        on conflict (id) do update set name = excluded.name, role = excluded.role, languages = excluded.languages, away = excluded.away,
          email = excluded.email, user_id = excluded.user_id`),
    )
    return true
  } catch (error) {
    const { constraint } = brokenPromise(error)
    const told = ['party_members_participant_id_user_id_key', 'party_members_organisation_id_user_id_fkey']
    if (constraint === undefined || !told.includes(constraint)) throw error
    return false
  }
}

/** Forgets somebody of a party, who leaves its meetings. */
export async function dropPartyMember(tx: Transaction, id: PartyMemberId): Promise<void> {
  await tx.execute(sql`delete from party_members where id = ${id}`)
}
