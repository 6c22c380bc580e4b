import { sql, type SQL } from 'drizzle-orm'

import type {
  MatchdayId,
  MatchdayParticipant,
  MatchdayParticipantId,
  MatchdaySide,
  OrganisationId,
  ParticipantState,
  Wish,
} from '@enlace/domain'

import { numbers, texts, uuids } from '../arrays.ts'
import { brokenPromise } from '../broken-promise.ts'
import { toInstant } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'
import { tryApart } from '../separations/separation.store.ts'
import { holdPair } from './meeting.store.ts'

/** A participant, and what it and the acting organisation said of each other as far as that may be known. */
export type ParticipantRow = MatchdayParticipant & {
  readonly name: string
  readonly country: string | null
  readonly note: string
  readonly appliedAt: string
  readonly wish: Wish | null
  readonly theirWish: Wish | null
  readonly theirReason: string
  /** With how many others it is agreed, as far as the actor sees their wishes. */
  readonly agreed: number
  /** Whether answers were due, so that requests are taken no more. */
  readonly late: boolean
}

type Row = ParticipantRow & Record<string, unknown>
const toParticipant = (row: Row): ParticipantRow => ({ ...row, appliedAt: toInstant(row.appliedAt) })

const participantsWhere = (matchdayId: MatchdayId, condition: SQL): SQL => sql`
  select participants.id, participants.organisation_id as "organisationId", firm.name, firm.country, participants.side, participants.state, participants.type,
    participants.away, participants.languages, participants.note, participants.applied_at as "appliedAt",
    mine.wish, theirs.wish as "theirWish", coalesce(theirs.reason, '') as "theirReason",
    (select count(*)::int from matchday_wishes as one join matchday_wishes as other on other.by_id = one.of_id and other.of_id = one.by_id
      where one.by_id = participants.id and one.wish <> 'no' and other.wish <> 'no') as agreed,
    (select answers_are_late(content) from matchdays where matchdays.id = ${matchdayId}) as late
  from matchday_participants as participants join organisations as firm on firm.id = participants.organisation_id
    left join matchday_wishes as mine on mine.of_id = participants.id and mine.by_id = any((select acting_participants())::uuid[])
    left join matchday_wishes as theirs on theirs.by_id = participants.id and theirs.of_id = any((select acting_participants())::uuid[])
  where participants.matchday_id = ${matchdayId} and ${condition}`

/** The participant of a matchday, or null where the actor may not see it. */
export async function readParticipant(
  reader: Reader,
  matchdayId: MatchdayId,
  of: { readonly id: MatchdayParticipantId } | { readonly organisationId: OrganisationId },
): Promise<ParticipantRow | null> {
  const which = 'id' in of ? sql`participants.id = ${of.id}` : sql`participants.organisation_id = ${of.organisationId}`
  const [row] = await reader.execute<Row>(participantsWhere(matchdayId, which))
  return row === undefined ? null : toParticipant(row)
}

export type ParticipantFilter = {
  readonly after: { readonly name: string; readonly id: string } | null
  readonly limit: number
  /** Only those on the other side of the acting organisation who are in. */
  readonly others: boolean
}

/** Who takes part as far as the actor may know, by name. */
export async function listParticipants(
  reader: Reader,
  matchdayId: MatchdayId,
  { after, limit, others }: ParticipantFilter,
): Promise<ParticipantRow[]> {
  const further = after === null ? sql`true` : sql`(firm.name, participants.id) > (${after.name}, ${after.id}::uuid)`
  const whose = others
    ? sql`participants.organisation_id <> acting_organisation() and participants.state = 'admitted'`
    : sql`true`
  const rows = await reader.execute<Row>(
    sql`${participantsWhere(matchdayId, sql`${further} and ${whose}`)} order by firm.name, participants.id limit ${limit}`,
  )
  return rows.map(toParticipant)
}

/** Registers the acting organisation, or changes what it said; one that was declined stays so, one that withdrew applies anew. */
export async function attend(
  tx: Transaction,
  given: {
    readonly id: MatchdayParticipantId
    readonly matchdayId: MatchdayId
    readonly organisationId: OrganisationId
    readonly side: MatchdaySide
    readonly away: readonly number[]
    readonly languages: readonly string[]
    readonly note: string
  },
): Promise<void> {
  const [away, languages] = [sql`${numbers(given.away)}::int[]`, texts(given.languages)]
  const changed = await tx.execute(sql`
    update matchday_participants set away = ${away}, languages = ${languages}, note = ${given.note},
      state = case state when 'withdrawn' then 'applied' else state end
    where matchday_id = ${given.matchdayId} and organisation_id = ${given.organisationId} returning id`)
  if (changed.length === 0)
    await tx.execute(sql`
      insert into matchday_participants (id, matchday_id, organisation_id, side, away, languages, note)
      values (${given.id}, ${given.matchdayId}, ${given.organisationId}, ${given.side}, ${away}, ${languages}, ${given.note})`)
}

/** Says how a participant stands, and of which type it is while it is admitted; false where all seats of the type are taken. */
export async function settleParticipant(
  tx: Transaction,
  id: MatchdayParticipantId,
  state: ParticipantState,
  type: string | null = null,
): Promise<boolean> {
  try {
    // The attempt alone is undone where it fails, not what else is in the transaction.
    await tx.transaction((attempt) =>
      attempt.execute(sql`update matchday_participants set state = ${state}, type = ${type} where id = ${id}`),
    )
    return true
  } catch (error) {
    if (brokenPromise(error).constraint === 'matchday_participants_seats') return false
    throw error
  }
}

/** What stands against keeping a wish: answers were due, or a meeting lies before those who would never meet. */
type WishFault = 'late' | 'planned'

type SaidWish = {
  readonly matchdayId: MatchdayId
  readonly byId: MatchdayParticipantId
  readonly ofId: MatchdayParticipantId
  readonly wish: Wish | null
  readonly reason: string
}

/** Keeps what one participant says about meeting another; null forgets it. The matchday is held where it is a "no". */
export async function sayWish(tx: Transaction, given: SaidWish): Promise<WishFault | null> {
  if (given.wish === null) {
    await tx.execute(sql`delete from matchday_wishes where by_id = ${given.byId} and of_id = ${given.ofId}`)
    return null
  }
  if (given.wish !== 'no') return (await writeWish(tx, given)) ? null : 'late'
  // Whoever books a meeting of the two at this moment comes before it or after it.
  await holdPair(tx, { hostId: given.byId, visitorId: given.ofId })
  return (await tryApart(tx, (inner) => writeWish(inner, given))) === null ? null : 'planned'
}

/** Whether it was kept, which it is not where it would ask or agree and answers were due. */
async function writeWish(tx: Transaction, given: SaidWish): Promise<boolean> {
  const kept = await tx.execute(sql`
    insert into matchday_wishes (matchday_id, by_id, of_id, wish, reason)
    select id, ${given.byId}, ${given.ofId}, ${given.wish}, ${given.reason} from matchdays
    where id = ${given.matchdayId} and (${given.wish === 'no'} or not answers_are_late(content)
      or exists (select from matchday_wishes where by_id = ${given.byId} and of_id = ${given.ofId} and wish <> 'no'))
    on conflict (by_id, of_id) do update set wish = excluded.wish, reason = excluded.reason, said_at = clock_timestamp()
    returning by_id`)
  return kept.length > 0
}

/** The organisations of a matchday that are in it or want to be. */
export async function listAttending(reader: Reader, matchdayId: MatchdayId): Promise<OrganisationId[]> {
  const rows = await reader.execute<{ id: OrganisationId }>(sql`
    select organisation_id as id from matchday_participants
    where matchday_id = ${matchdayId} and state in ('applied', 'admitted') order by organisation_id`)
  return rows.map(({ id }) => id)
}

/** Who is admitted to a matchday. */
export async function listAdmitted(
  reader: Reader,
  matchdayId: MatchdayId,
): Promise<ReadonlySet<MatchdayParticipantId>> {
  const rows = await reader.execute<{ id: MatchdayParticipantId }>(
    sql`select id from matchday_participants where matchday_id = ${matchdayId} and state = 'admitted'`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** The names of participants. */
export async function readParticipantNames(
  reader: Reader,
  ids: readonly MatchdayParticipantId[],
): Promise<ReadonlyMap<MatchdayParticipantId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader.execute<{ id: MatchdayParticipantId; name: string }>(sql`
    select participants.id, firm.name from matchday_participants as participants join organisations as firm on firm.id = organisation_id
    where participants.id = any(${uuids(ids)})`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
