import { sql, type SQL } from 'drizzle-orm'

import type {
  MatchdayId,
  MatchdayInterpreterId,
  MatchdayParticipantId,
  MatchdaySide,
  MeetingId,
  MeetingState,
  OrganisationId,
} from '@enlace/domain'

import type { Reader, Transaction } from '../open.ts'
import { brokenPromise } from '../broken-promise.ts'
import { inOrder } from '../transaction.ts'
import { listShownPeople, type MeetingPeople } from '../parties/people-shown.ts'

export type MeetingFirm = {
  readonly participantId: MatchdayParticipantId
  readonly organisationId: OrganisationId
  readonly name: string
}
export type MeetingRow = {
  readonly id: MeetingId
  readonly matchdayId: MatchdayId
  readonly host: MeetingFirm
  readonly visitor: MeetingFirm
  readonly mine: MatchdaySide | null
  readonly slot: number
  readonly place: string
  readonly state: MeetingState
  /** Who interprets, by name. */
  readonly interpreter: string | null
  readonly people: MeetingPeople
  readonly note: string
  readonly sequence: number
}

const firm = (table: SQL, name: SQL): SQL =>
  sql`json_build_object('participantId', ${table}.id, 'organisationId', ${table}.organisation_id, 'name', ${name}.name)`

const own = sql`(select acting_participants())::uuid[]`
type Row = Omit<MeetingRow, 'people'> & Record<string, unknown>
/** A participant sees its own meetings, and in them who the other is, whatever became of the other since. */
async function readMeetings(reader: Reader, matchdayId: MatchdayId, only: MeetingId | null): Promise<MeetingRow[]> {
  const [rows, peopleOf] = await inOrder([
    reader.execute<Row>(sql`
      select meetings.id, meetings.matchday_id as "matchdayId", ${firm(sql`host`, sql`host_firm`)} as host, ${firm(sql`visitor`, sql`visitor_firm`)} as visitor,
        case when host.id = any(${own}) then 'host' when visitor.id = any(${own}) then 'visitor' end as mine,
        meetings.slot, meetings.place, meetings.state, interpreters.name as interpreter, meetings.note, meetings.sequence
      from matchday_meetings as meetings
        join matchday_participants as host on host.id = meetings.host_id join organisations as host_firm on host_firm.id = host.organisation_id
        join matchday_participants as visitor on visitor.id = meetings.visitor_id join organisations as visitor_firm on visitor_firm.id = visitor.organisation_id
        left join matchday_interpreters as interpreters on interpreters.id = meetings.interpreter_id
      where meetings.matchday_id = ${matchdayId} ${only === null ? sql`` : sql`and meetings.id = ${only}`}
      order by meetings.slot, host_firm.name, meetings.id`),
    listShownPeople(reader, matchdayId, only),
  ])
  return rows.map((row) => ({ ...row, people: peopleOf(row.id) }))
}

/** The meetings of a matchday that the actor may see, in the order of time. */
export const listMeetings = (reader: Reader, matchdayId: MatchdayId): Promise<MeetingRow[]> =>
  readMeetings(reader, matchdayId, null)

/** One of them, held until the transaction ends, or null where the actor may not see it. */
export async function holdMeeting(tx: Transaction, matchdayId: MatchdayId, id: MeetingId): Promise<MeetingRow | null> {
  await tx.execute(sql`select from matchday_meetings where id = ${id} for update`)
  return readMeeting(tx, matchdayId, id)
}

export async function readMeeting(reader: Reader, matchdayId: MatchdayId, id: MeetingId): Promise<MeetingRow | null> {
  return (await readMeetings(reader, matchdayId, id))[0] ?? null
}

export type MeetingPair = { readonly hostId: MatchdayParticipantId; readonly visitorId: MatchdayParticipantId }
export type BookedMeeting = MeetingPair & {
  readonly slot: number
  readonly place: string
  /** Where the two share no language. */
  readonly interpreterId?: MatchdayInterpreterId | null
}

/** Keeps others who book a meeting of one of the two waiting until the transaction ends: they would only get in each other's way. */
export async function holdPair(tx: Transaction, { hostId, visitorId }: MeetingPair): Promise<void> {
  const [first, second] = [hostId, visitorId].toSorted().map((id) => sql`hashtextextended(${`participant ${id}`}, 0)`)
  await tx.execute(sql`select pg_advisory_xact_lock(${first})`)
  await tx.execute(sql`select pg_advisory_xact_lock(${second})`)
}

/** Whether two have a meeting that stands. */
export async function hasMeeting(reader: Reader, { hostId, visitorId }: MeetingPair): Promise<boolean> {
  const found = await reader.execute(
    sql`select from matchday_meetings where host_id = ${hostId} and visitor_id = ${visitorId} and state <> 'cancelled'`,
  )
  return found.length > 0
}

/** The first slot from one on in which two could meet now, with a place and, where they need one, an interpreter who is free; null where there is none, or the actor is neither. */
export async function nextFreeSlot(
  reader: Reader,
  matchdayId: MatchdayId,
  { hostId, visitorId }: MeetingPair,
  from: number,
): Promise<Omit<BookedMeeting, keyof MeetingPair> | null> {
  await reader.execute(sql`select forget_expired_holds(${matchdayId})`)
  const [row] = await reader.execute<Omit<BookedMeeting, keyof MeetingPair>>(
    sql`select slot, place, interpreter as "interpreterId" from next_spoken_slot(${matchdayId}, ${hostId}, ${visitorId}, ${from})`,
  )
  return row ?? null
}

type BookingFault = 'taken' | 'twice' | 'capped' | 'never'
/** Which promise of the tables a write would have broken; null where it was another error. */
function faultOf(error: unknown): BookingFault | null {
  const { code, constraint } = brokenPromise(error)
  // An interpreter who was removed since is as good as taken.
  if (code === '23503' && constraint === 'matchday_meetings_interpreter') return 'taken'
  // What a firm books for itself beyond a cap.
  if (constraint === 'matchday_meetings_cap') return 'capped'
  if (constraint === 'matchday_meetings_never') return 'never'
  if (code !== '23505') return null
  if (constraint === 'matchday_bookings_pkey' || constraint === 'matchday_interpreters_away') return 'taken'
  return constraint === 'matchday_meetings_pair' ? 'twice' : null
}

/**
 * Tries a write of meetings, which may swap them; where a participant or a place is held by another, or a pair has a
 * meeting, nothing of it is kept.
 */
export async function tryBooking(tx: Transaction, write: SQL): Promise<BookingFault | null> {
  try {
    await tx.transaction(async (inner) => {
      await inner.execute(sql`set constraints all deferred`)
      await inner.execute(write)
      await inner.execute(sql`set constraints all immediate`)
    })
    return null
  } catch (error) {
    const fault = faultOf(error)
    if (fault === null) throw error
    return fault
  }
}

/** Books a meeting; what the database promises decides between those who try at once. */
export const bookMeeting = (
  tx: Transaction,
  matchdayId: MatchdayId,
  { id, hostId, visitorId, slot, place, interpreterId = null }: BookedMeeting & { readonly id: MeetingId },
): Promise<BookingFault | null> =>
  tryBooking(
    tx,
    sql`insert into matchday_meetings (id, matchday_id, host_id, visitor_id, slot, place, interpreter_id)
      values (${id}, ${matchdayId}, ${hostId}, ${visitorId}, ${slot}, ${place}, ${interpreterId})`,
  )

/** Moves a meeting; where its interpreter is not free then, another one comes. */
export const rebookMeeting = (
  tx: Transaction,
  id: MeetingId,
  { slot, place }: { readonly slot: number; readonly place: string },
): Promise<BookingFault | null> =>
  tryBooking(
    tx,
    sql`update matchday_meetings set slot = ${slot}, place = ${place}, sequence = sequence + 1, changed_at = clock_timestamp(),
        interpreter_id = case when interpreter_id is not null and slot <> ${slot}
          then coalesce(free_interpreter(matchday_id, host_id, visitor_id, ${slot}), interpreter_id) else interpreter_id end
      where id = ${id}`,
  )

/** Says what became of a meeting; one that is cancelled or missed frees its time, which another may have taken since. */
export const settleMeeting = (
  tx: Transaction,
  id: MeetingId,
  state: MeetingState,
  note: string,
): Promise<BookingFault | null> =>
  tryBooking(
    tx,
    sql`update matchday_meetings set state = ${state}, note = ${note}, called_off = ${state === 'cancelled'}, sequence = sequence + 1,
      changed_at = clock_timestamp()
      where id = ${id}`,
  )

/** Cancels what a participant has planned; whom it would have met. */
export async function cancelMeetingsOf(
  tx: Transaction,
  participantId: MatchdayParticipantId,
): Promise<{ id: MeetingId; otherId: OrganisationId }[]> {
  return tx.execute<{ id: MeetingId; otherId: OrganisationId }>(sql`
    with cancelled as (
      update matchday_meetings set state = 'cancelled', sequence = sequence + 1, changed_at = clock_timestamp()
      where ${participantId}::uuid in (host_id, visitor_id) and state = 'planned' returning id, host_id, visitor_id
    )
    select cancelled.id, organisation_id as "otherId" from cancelled
      join matchday_participants on matchday_participants.id in (host_id, visitor_id) and matchday_participants.id <> ${participantId}::uuid`)
}
