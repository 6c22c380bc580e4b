import { sql } from 'drizzle-orm'

import type { MatchdayId, MatchdayPlanId } from '@enlace/domain'

import type { Reader, Transaction } from '../open.ts'
import type { PlanRow } from '../matchdays/plan.store.ts'
import { tryBooking, type BookedMeeting } from '../matchdays/meeting.store.ts'

/** The timetable that stood before a plan was published; without a plan where it came from none. */
export type ReplacedTimetable = {
  readonly planId: MatchdayPlanId | null
  readonly meetings: readonly BookedMeeting[]
}

/**
 * Puts meetings in place of those that are planned: a pair that stays keeps its meeting, moved where it is to be
 * elsewhere; one that is among them no more is cancelled. Those that are locked stay whatever is said.
 * @returns false where a meeting that was held or booked since stands in the way; nothing is changed then
 */
async function layMeetings(
  tx: Transaction,
  matchdayId: MatchdayId,
  meetings: readonly BookedMeeting[],
): Promise<boolean> {
  const laid = sql`
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
  return (await tryBooking(tx, laid)) === null
}

/**
 * Publishes a plan in place of the one that was published, and keeps what it replaces.
 * @returns false where a meeting that was held or booked since stands in the way; nothing is changed then
 */
export async function publishPlan(
  tx: Transaction,
  matchdayId: MatchdayId,
  { id, meetings }: Pick<PlanRow, 'id' | 'meetings'>,
): Promise<boolean> {
  const replaced: ReplacedTimetable = {
    planId: await publishedOf(tx, matchdayId),
    meetings: await tx.execute<BookedMeeting>(sql`
      select host_id as "hostId", visitor_id as "visitorId", slot, place, interpreter_id as "interpreterId" from matchday_meetings
      where matchday_id = ${matchdayId} and state = 'planned' order by id`),
  }
  if (!(await layMeetings(tx, matchdayId, meetings))) return false
  await tx.execute(
    sql`update matchday_plans set state = 'made' where matchday_id = ${matchdayId} and state = 'published'`,
  )
  await tx.execute(sql`
    update matchday_plans set state = 'published', published_at = clock_timestamp(), replaced = ${JSON.stringify(replaced)}::jsonb
    where id = ${id}`)
  return true
}

async function publishedOf(reader: Reader, matchdayId: MatchdayId): Promise<MatchdayPlanId | null> {
  const [row] = await reader.execute<{ id: MatchdayPlanId }>(
    sql`select id from matchday_plans where matchday_id = ${matchdayId} and state = 'published' order by published_at desc nulls last limit 1`,
  )
  return row?.id ?? null
}

/** Whether anything became of the meetings of a published plan since: one was booked, moved, held, missed or cancelled. */
export async function isBuiltOn(reader: Reader, matchdayId: MatchdayId, planId: MatchdayPlanId): Promise<boolean> {
  const rows = await reader.execute(sql`
    select from matchday_meetings where matchday_id = ${matchdayId}
      and changed_at > (select published_at from matchday_plans where id = ${planId}) limit 1`)
  return rows.length > 0
}

/**
 * Goes back to the timetable that a published plan replaced; the plan that had made it is published again.
 * @returns what was there before, or null where the plan is not published or that cannot stand any more
 */
export async function undoPublication(
  tx: Transaction,
  matchdayId: MatchdayId,
  planId: MatchdayPlanId,
): Promise<ReplacedTimetable | null> {
  const [row] = await tx.execute<{ replaced: ReplacedTimetable }>(sql`
    select replaced from matchday_plans
    where id = ${planId} and matchday_id = ${matchdayId} and state = 'published' and replaced is not null`)
  if (row === undefined || !(await layMeetings(tx, matchdayId, row.replaced.meetings))) return null
  await tx.execute(
    sql`update matchday_plans set state = 'made', published_at = null, replaced = null where id = ${planId}`,
  )
  await tx.execute(
    sql`update matchday_plans set state = 'published', published_at = clock_timestamp() where id = ${row.replaced.planId}`,
  )
  return row.replaced
}
