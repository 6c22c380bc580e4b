import { sql } from 'drizzle-orm'

import type { AgendaMeeting, MatchdayId, MeetingId, UserId } from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Transaction } from '../open.ts'

/** Somebody whose calendar does not know yet how a meeting stands. */
export type DueInvitation = AgendaMeeting & {
  readonly userId: UserId
  readonly email: string
  readonly locale: 'en' | 'es'
  /** Whether it was told nothing of this meeting yet. */
  readonly first: boolean
}

/**
 * Notes whom to tell by mail of how the meetings of a matchday stand, or one of them, and answers with what was noted:
 * those who switched it on and were told of another time or place, of none yet, or not that it is off. Two that run at
 * once do not both note the same. As enlace_system.
 */
export async function noteInvitations(
  tx: Transaction,
  matchdayId: MatchdayId,
  meetingId: MeetingId | null,
): Promise<DueInvitation[]> {
  const rows = await tx.execute<DueInvitation & Record<string, unknown>>(sql`
    with standing as (
      select meetings.*, meetings.sequence + (days.state = 'cancelled')::int as told_sequence,
        meetings.state = 'cancelled' or days.state = 'cancelled' as off
      from matchday_meetings as meetings join matchdays as days on days.id = meetings.matchday_id
      where days.id = ${matchdayId} and (${meetingId}::uuid is null or meetings.id = ${meetingId}) and days.ends_at > clock_timestamp()
    ), due as (
      select distinct on (standing.id, members.user_id) standing.id, standing.told_sequence, standing.slot, standing.place, standing.off,
        members.user_id, own.id = standing.host_id as hosts, last.slot is null as first
      from standing join matchday_participants as own on own.id in (standing.host_id, standing.visitor_id)
        join agenda_members as members on members.organisation_id = own.organisation_id and members.by_mail
        join users on users.id = members.user_id and users.email_verified
        left join lateral (
          select told.slot, told.place, told.off from meeting_invitations as told
          where told.meeting_id = standing.id and told.user_id = members.user_id order by told.sequence desc limit 1
        ) as last on true
      where case when last.slot is null then not standing.off and standing.state = 'planned'
        else (last.slot, last.place, last.off) is distinct from (standing.slot, standing.place, standing.off) end
    ), noted as (
      insert into meeting_invitations (meeting_id, user_id, sequence, slot, place, off)
      select id, user_id, told_sequence, slot, place, off from due order by id, user_id
      on conflict do nothing returning meeting_id, user_id
    )
    select meetings.id, json_build_object('name', host_firm.name) as host, json_build_object('name', visitor_firm.name) as visitor,
      case when due.hosts then 'host' else 'visitor' end as mine, due.first, meetings.slot, meetings.place, meetings.state,
      meetings.sequence, meetings.changed_at as "changedAt", users.id as "userId", users.email, users.locale
    from noted join due on due.id = noted.meeting_id and due.user_id = noted.user_id
      join matchday_meetings as meetings on meetings.id = noted.meeting_id
      join matchday_participants as host on host.id = meetings.host_id join organisations as host_firm on host_firm.id = host.organisation_id
      join matchday_participants as visitor on visitor.id = meetings.visitor_id join organisations as visitor_firm on visitor_firm.id = visitor.organisation_id
      join users on users.id = noted.user_id
    order by users.id, meetings.slot, meetings.id`)
  return rows.map((row) => ({ ...row, changedAt: toInstant(row.changedAt) }))
}
