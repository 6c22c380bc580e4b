import { sql } from 'drizzle-orm'

import type {
  MatchdayContent,
  MatchdayId,
  MatchdayParticipant,
  MatchdayPlanId,
  OrganisationId,
  UserId,
} from '@enlace/domain'

import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'
import type { Interpreter } from '../interpreters/interpreter.store.ts'
import { tryBooking, type BookedMeeting, type MeetingPair } from './meeting.store.ts'

export type UnplacedPair = MeetingPair & { readonly cause: string }
export type PlanRow = {
  readonly id: MatchdayPlanId
  readonly state: 'asked' | 'made' | 'published'
  readonly askedAt: string
  readonly madeAt: string | null
  readonly agreed: number | null
  readonly placed: number | null
  readonly breaks: number | null
  readonly meetings: readonly BookedMeeting[]
  readonly unplaced: readonly UnplacedPair[]
}

/** A matchday's plans, the newest first. */
export async function listPlans(reader: Reader, matchdayId: MatchdayId, limit: number): Promise<PlanRow[]> {
  const rows = await reader.execute<PlanRow & Record<string, unknown>>(sql`
    select id, state, asked_at as "askedAt", made_at as "madeAt", agreed, placed, breaks, meetings, unplaced
    from matchday_plans where matchday_id = ${matchdayId} order by asked_at desc, id desc limit ${limit}`)
  return rows.map((row) => ({ ...row, askedAt: toInstant(row.askedAt), madeAt: toInstantOrNull(row.madeAt) }))
}

/** Asks for a plan. */
export async function askForPlan(
  tx: Transaction,
  id: MatchdayPlanId,
  matchdayId: MatchdayId,
  by: UserId,
): Promise<void> {
  await tx.execute(sql`insert into matchday_plans (id, matchday_id, asked_by) values (${id}, ${matchdayId}, ${by})`)
}

/** What each side of a pair that agreed said. */
export type AgreedPair = MeetingPair & { readonly hostWish: 'must' | 'meet'; readonly visitorWish: 'must' | 'meet' }

export type PlannedParticipant = Pick<MatchdayParticipant, 'id' | 'side' | 'away' | 'languages'> & {
  /** Absences at this organiser's matchdays that count. */
  readonly absences: number
}

/** Everything a timetable is made from. */
export type PlanBasis = {
  readonly planId: MatchdayPlanId
  readonly content: MatchdayContent
  readonly organisationId: OrganisationId
  readonly participants: readonly PlannedParticipant[]
  /** Pairs that agreed, by when the second of them did. */
  readonly pairs: readonly AgreedPair[]
  readonly interpreters: readonly Interpreter[]
  /** Who, or which place, is out, as was reported. */
  readonly shut: readonly { readonly held: string; readonly slot: number }[]
}

/** What the oldest plan that is asked for is to be made from, or null where none is. As enlace_system. */
export async function readPlanBasis(tx: Reader, matchdayId: MatchdayId): Promise<PlanBasis | null> {
  const [asked] = await tx.execute<Pick<PlanBasis, 'planId' | 'content' | 'organisationId'>>(sql`
    select matchday_plans.id as "planId", content, organisation_id as "organisationId"
    from matchday_plans join matchdays on matchdays.id = matchday_id
    where matchday_id = ${matchdayId} and matchday_plans.state = 'asked' order by asked_at limit 1`)
  if (asked === undefined) return null
  const participants = await tx.execute<PlannedParticipant>(sql`
    select id, side, away, languages, (select count(*)::int from no_shows where no_shows.organisation_id = matchday_participants.organisation_id
        and organiser_id = ${asked.organisationId} and no_show_state(no_shows) = 'counts') as absences
    from matchday_participants where matchday_id = ${matchdayId} and state = 'admitted' order by id`)
  const pairs = await tx.execute<AgreedPair>(sql`
    select host.id as "hostId", visitor.id as "visitorId", ours.wish as "hostWish", theirs.wish as "visitorWish"
    from matchday_wishes as ours
      join matchday_wishes as theirs on theirs.by_id = ours.of_id and theirs.of_id = ours.by_id and theirs.wish <> 'no'
      join matchday_participants as host on host.id = ours.by_id and host.side = 'host' and host.state = 'admitted'
      join matchday_participants as visitor on visitor.id = ours.of_id and visitor.state = 'admitted'
    where ours.matchday_id = ${matchdayId} and ours.wish <> 'no'
    order by greatest(ours.said_at, theirs.said_at), host.id, visitor.id`)
  const interpreters = await tx.execute<Interpreter & Record<string, unknown>>(
    sql`select id, name, languages, away from matchday_interpreters where matchday_id = ${matchdayId} order by id`,
  )
  const shut = await tx.execute<PlanBasis['shut'][number]>(sql`
    select held, slot from matchday_bookings where matchday_id = ${matchdayId} and incident_id is not null`)
  return { ...asked, participants, pairs, interpreters, shut }
}

/** Keeps a plan that was made. As enlace_system. */
export async function keepPlan(
  tx: Transaction,
  id: MatchdayPlanId,
  made: {
    readonly meetings: readonly BookedMeeting[]
    readonly unplaced: readonly UnplacedPair[]
    readonly breaks: number
  },
): Promise<void> {
  const { meetings, unplaced, breaks } = made
  await tx.execute(sql`
    update matchday_plans set state = 'made', made_at = clock_timestamp(), agreed = ${meetings.length + unplaced.length},
      placed = ${meetings.length}, breaks = ${breaks}, meetings = ${JSON.stringify(meetings)}::jsonb, unplaced = ${JSON.stringify(unplaced)}::jsonb
    where id = ${id} and state = 'asked'`)
}

/**
 * Puts the meetings of a plan in place of those that are planned: a pair that stays keeps its meeting, moved where the
 * plan says so; one that is in the plan no more is cancelled. Those that are locked stay whatever the plan says.
 * @returns false where a meeting that was held or booked since stands in the way; nothing is changed then
 */
export async function publishPlan(
  tx: Transaction,
  matchdayId: MatchdayId,
  { id, meetings }: Pick<PlanRow, 'id' | 'meetings'>,
): Promise<boolean> {
  const meetingsOf = sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(meetings)}::jsonb) as given ("hostId" uuid, "visitorId" uuid, slot int, place text, "interpreterId" uuid)
    ), left_out as (
      update matchday_meetings set state = 'cancelled', sequence = sequence + 1, changed_at = clock_timestamp()
      where matchday_id = ${matchdayId} and state = 'planned' and not locked
        and not exists (select from given where "hostId" = host_id and "visitorId" = visitor_id)
    ), moved as (
      update matchday_meetings set slot = given.slot, place = given.place, interpreter_id = "interpreterId", sequence = sequence + 1, changed_at = clock_timestamp()
      from given where matchday_id = ${matchdayId} and state = 'planned' and not locked and "hostId" = host_id and "visitorId" = visitor_id
        and (matchday_meetings.slot, matchday_meetings.place, interpreter_id) is distinct from (given.slot, given.place, "interpreterId")
    )
    insert into matchday_meetings (id, matchday_id, host_id, visitor_id, slot, place, interpreter_id)
    select gen_random_uuid(), ${matchdayId}, "hostId", "visitorId", slot, place, "interpreterId" from given
    where not exists (select from matchday_meetings where host_id = "hostId" and visitor_id = "visitorId" and state <> 'cancelled')`
  if ((await tryBooking(tx, meetingsOf)) !== null) return false
  await tx.execute(sql`update matchday_plans set state = 'published' where id = ${id}`)
  return true
}
