import { sql } from 'drizzle-orm'

import {
  asItIs,
  type MatchdayContent,
  type MatchdayId,
  type MatchdayParticipant,
  type MatchdayParticipantId,
  type MatchdayPlanId,
  type MeetingId,
  type OrganisationId,
  type PlanAssumptions,
  type PlanShortage,
  type UserId,
} from '@enlace/domain'

import { uuids } from '../arrays.ts'
import { toInstant, toInstantOrNull } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'
import type { Interpreter } from '../interpreters/interpreter.store.ts'
import type { PlanProgress } from '../plans/progress.store.ts'
import { readBalances } from '../rotation/rotation.store.ts'
import type { BookedMeeting, MeetingPair } from './meeting.store.ts'

/** Whether one of the two must meet the other. */
type Pressing = { readonly must?: boolean }
export type UnplacedPair = MeetingPair & Pressing & { readonly cause: string }
export type PlannedMeeting = BookedMeeting & Pressing
export type PlanRow = {
  readonly id: MatchdayPlanId
  readonly state: 'asked' | 'made' | 'published'
  readonly name: string
  readonly seconds: number
  readonly assumed: PlanAssumptions
  readonly askedAt: string
  readonly madeAt: string | null
  readonly publishedAt: string | null
  readonly agreed: number | null
  readonly placed: number | null
  readonly breaks: number | null
  readonly bound: number | null
  readonly progress: PlanProgress | null
  readonly shortage: PlanShortage | null
  readonly meetings: readonly PlannedMeeting[]
  readonly unplaced: readonly UnplacedPair[]
}

/** A matchday's plans, the newest first. */
export async function listPlans(reader: Reader, matchdayId: MatchdayId, limit: number): Promise<PlanRow[]> {
  const rows = await reader.execute<PlanRow & Record<string, unknown>>(sql`
    select id, state, name, seconds, assumed, asked_at as "askedAt", made_at as "madeAt", published_at as "publishedAt",
      agreed, placed, breaks, bound, progress, shortage, meetings, unplaced
    from matchday_plans where matchday_id = ${matchdayId} order by asked_at desc, id desc limit ${limit}`)
  return rows.map((row) => ({
    ...row,
    assumed: { ...asItIs, ...row.assumed },
    askedAt: toInstant(row.askedAt),
    madeAt: toInstantOrNull(row.madeAt),
    publishedAt: toInstantOrNull(row.publishedAt),
  }))
}

/** How a plan is asked for: what it is called, how long it is made better, what it assumes and what stays in it. */
export type PlanWish = {
  readonly name: string
  readonly seconds: number
  readonly assumed: PlanAssumptions
  readonly kept: readonly MeetingId[]
}
const plainWish: PlanWish = { name: '', seconds: 5, assumed: asItIs, kept: [] }

/** Asks for a plan. */
export async function askForPlan(
  tx: Transaction,
  id: MatchdayPlanId,
  matchdayId: MatchdayId,
  by: UserId,
  { name, seconds, assumed, kept }: PlanWish = plainWish,
): Promise<void> {
  await tx.execute(sql`
    insert into matchday_plans (id, matchday_id, asked_by, name, seconds, assumed, kept)
    values (${id}, ${matchdayId}, ${by}, ${name}, ${seconds}, ${JSON.stringify(assumed)}::jsonb, ${uuids(kept)})`)
}

/** What each side of a pair that agreed said. */
export type AgreedPair = MeetingPair & {
  readonly hostWish: 'must' | 'meet'
  readonly visitorWish: 'must' | 'meet'
  /** They work together already. */
  readonly metBefore: boolean
}

export type PlannedParticipant = Pick<MatchdayParticipant, 'id' | 'side' | 'type' | 'away' | 'languages'> & {
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
  /** Who never meets, whatever they say. */
  readonly neverWith: readonly MeetingPair[]
  readonly interpreters: readonly Interpreter[]
  /** Who, or which place, is out, as was reported. */
  readonly shut: readonly { readonly held: string; readonly slot: number }[]
  readonly seconds: number
  readonly assumed: PlanAssumptions
  /** Meetings that stay where they are. */
  readonly kept: readonly BookedMeeting[]
  /** What each participant had of good tables at other matchdays of this organiser, beyond its share. */
  readonly balances: ReadonlyMap<MatchdayParticipantId, number>
}
type Asked = Pick<PlanBasis, 'planId' | 'content' | 'organisationId' | 'seconds' | 'assumed'>

/** What the oldest plan that is asked for is to be made from, or null where none is. As enlace_system. */
export async function readPlanBasis(tx: Reader, matchdayId: MatchdayId): Promise<PlanBasis | null> {
  const [asked] = await tx.execute<Asked>(sql`
    select matchday_plans.id as "planId", content, organisation_id as "organisationId", seconds, assumed
    from matchday_plans join matchdays on matchdays.id = matchday_id
    where matchday_id = ${matchdayId} and matchday_plans.state = 'asked' order by asked_at limit 1`)
  if (asked === undefined) return null
  const participants = await tx.execute<PlannedParticipant>(sql`
    select id, side, type, away, languages, (select count(*)::int from no_shows where no_shows.organisation_id = matchday_participants.organisation_id
        and organiser_id = ${asked.organisationId} and no_show_state(no_shows) = 'counts') as absences
    from matchday_participants where matchday_id = ${matchdayId} and state = 'admitted' order by id`)
  const pairs = await tx.execute<AgreedPair>(sql`
    select host_id as "hostId", visitor_id as "visitorId", host_wish as "hostWish", visitor_wish as "visitorWish",
      exists (select from linkages where buyer_id = host.organisation_id and supplier_id = visitor.organisation_id
        and stage not in ('requested', 'stopped')) as "metBefore"
    from agreed_pairs(${matchdayId}) join matchday_participants as host on host.id = host_id
      join matchday_participants as visitor on visitor.id = visitor_id
    order by agreed_at, host_id, visitor_id`)
  const neverWith = await tx.execute<MeetingPair>(
    sql`select host_id as "hostId", visitor_id as "visitorId" from never_meets where matchday_id = ${matchdayId}`,
  )
  const interpreters = await tx.execute<Interpreter & Record<string, unknown>>(
    sql`select id, name, languages, away from matchday_interpreters where matchday_id = ${matchdayId} order by id`,
  )
  const shut = await tx.execute<PlanBasis['shut'][number]>(sql`
    select held, slot from matchday_bookings where matchday_id = ${matchdayId} and incident_id is not null`)
  const kept = await tx.execute<BookedMeeting>(sql`
    select host_id as "hostId", visitor_id as "visitorId", slot, place from matchday_meetings
    where matchday_id = ${matchdayId} and state = 'planned'
      and (locked or id = any((select kept from matchday_plans where id = ${asked.planId})::uuid[]))
    order by id`)
  const balances = await readBalances(tx, matchdayId, asked.organisationId)
  const day = { participants, pairs, neverWith, interpreters, shut, kept, balances }
  return { ...asked, assumed: { ...asItIs, ...asked.assumed }, ...day }
}

/** Keeps a plan that was made; false where it is no longer asked for. As enlace_system. */
export async function keepPlan(
  tx: Transaction,
  id: MatchdayPlanId,
  made: {
    readonly meetings: readonly PlannedMeeting[]
    readonly unplaced: readonly UnplacedPair[]
    readonly breaks: number
    readonly bound?: number | null
    readonly shortage?: PlanShortage | null
  },
): Promise<boolean> {
  const { meetings, unplaced, breaks, bound = null, shortage = null } = made
  const kept = await tx.execute(sql`
    update matchday_plans set state = 'made', made_at = clock_timestamp(), agreed = ${meetings.length + unplaced.length},
      placed = ${meetings.length}, breaks = ${breaks}, bound = ${bound}, shortage = ${shortage === null ? null : JSON.stringify(shortage)}::jsonb,
      meetings = ${JSON.stringify(meetings)}::jsonb, unplaced = ${JSON.stringify(unplaced)}::jsonb
    where id = ${id} and state = 'asked' returning id`)
  return kept.length > 0
}
