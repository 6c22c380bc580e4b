import { sql } from 'drizzle-orm'

import type {
  BadgeId,
  DoorMeeting,
  Fate,
  Ground,
  MatchdayId,
  MatchdayParticipantId,
  MeetingId,
  MeetingState,
  Operation,
  OperationDeed,
  OperationId,
  OrganisationId,
  ProblemCode,
  UserId,
} from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

export type NewOperation = Omit<Operation, 'receivedAt'> & { readonly deviceAt: string; readonly offsetMs: number }
type Deeds = { readonly kind: OperationDeed['kind']; readonly content: object }
const toDeed = ({ kind, content }: Deeds): OperationDeed => ({ kind, ...content }) as OperationDeed
const instantOf = (ms: number): string => new Date(ms).toISOString()

/** Keeps operations; those that are there already stay as they are. */
export async function insertOperations(
  tx: Transaction,
  by: { readonly matchdayId: MatchdayId; readonly organisationId: OrganisationId; readonly userId: UserId },
  operations: readonly NewOperation[],
): Promise<void> {
  const rows = operations.map(({ id, at, as, deviceAt, offsetMs, deed: { kind, ...content } }) => ({
    ...{ id, as, kind, content, at: instantOf(at), device_at: deviceAt, offset_ms: offsetMs },
  }))
  await tx.execute(sql`
    insert into matchday_operations (id, matchday_id, organisation_id, user_id, participant_id, kind, content, device_at, offset_ms, at)
    select id, ${by.matchdayId}, ${by.organisationId}, ${by.userId}, "as", kind, content, device_at, offset_ms, at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (id uuid, "as" uuid, kind text, content jsonb, device_at timestamptz, offset_ms bigint, at timestamptz)
    on conflict do nothing`)
}

export type KeptOperation = Operation & { readonly firm: OrganisationId; readonly fate: Fate }

/** All operations of a matchday that are folded anew with every arrival, whoever did them. */
export async function listUnsealed(reader: Reader, matchdayId: MatchdayId): Promise<KeptOperation[]> {
  const rows = await reader.execute<
    {
      id: OperationId
      firm: OrganisationId
      as: MatchdayParticipantId | null
      at: string
      received: string
      outcome: Fate['outcome']
      reason: ProblemCode | null
    } & Deeds &
      Record<string, unknown>
  >(
    sql`select id, organisation_id as firm, participant_id as "as", kind, content, at, received_at as received, outcome, reason from door_operations(${matchdayId})`,
  )
  return rows.map(({ id, firm, as, at, received, outcome, reason, kind, content }) => ({
    ...{ id, firm, as, at: Date.parse(at), receivedAt: Date.parse(received), fate: { outcome, reason } },
    deed: toDeed({ kind, content }),
  }))
}

/** Those who may be checked in at a matchday. */
export async function listAdmittedParticipants(
  reader: Reader,
  matchdayId: MatchdayId,
): Promise<MatchdayParticipantId[]> {
  const rows = await reader.execute<{ id: MatchdayParticipantId }>(sql`select id from door_admitted(${matchdayId})`)
  return rows.map(({ id }) => id)
}

/** Whose each badge of a matchday is, and from when on (ms since 1970) it is refused. */
export async function listDoorBadges(reader: Reader, matchdayId: MatchdayId): Promise<Ground['badges']> {
  const rows = await reader.execute<{ id: BadgeId; participantId: MatchdayParticipantId; voidAt: string | null }>(
    sql`select id, participant_id as "participantId", void_at as "voidAt" from door_badges(${matchdayId})`,
  )
  return new Map(
    rows.map(({ id, participantId, voidAt }) => [
      id,
      { participantId, voidAt: voidAt === null ? null : Date.parse(voidAt) },
    ]),
  )
}

/** What no meeting holds and is taken all the same, and who interprets which meeting. */
export async function readDoorTaken(
  reader: Reader,
  matchdayId: MatchdayId,
): Promise<Pick<Ground, 'taken' | 'interpreters'>> {
  const taken = await reader.execute<{ slot: number; held: string }>(
    sql`select slot, held from door_taken(${matchdayId})`,
  )
  const interpreters = await reader.execute<{ meetingId: MeetingId; interpreterId: string }>(
    sql`select meeting_id as "meetingId", interpreter_id as "interpreterId" from door_interpreters(${matchdayId})`,
  )
  return {
    taken: new Set(taken.map(({ slot, held }) => `${slot} ${held}`)),
    interpreters: new Map(interpreters.map((one) => [one.meetingId, one.interpreterId])),
  }
}

export type HeldMeeting = {
  readonly hostFirm: OrganisationId
  readonly visitorFirm: OrganisationId
  readonly now: DoorMeeting
  /** As it was before the first operation that is folded anew. */
  readonly base: DoorMeeting
}

type MeetingColumns = {
  id: MeetingId
  hostId: MatchdayParticipantId
  visitorId: MatchdayParticipantId
  hostFirm: OrganisationId
  visitorFirm: OrganisationId
  slot: number
  place: string
  state: MeetingState
  note: string
  at: string
  baseSlot: number
  basePlace: string
  baseState: MeetingState
  baseNote: string
  baseAt: string
}

/** All meetings of a matchday, held until the transaction ends. */
export async function holdMeetings(tx: Transaction, matchdayId: MatchdayId): Promise<HeldMeeting[]> {
  const rows = await tx.execute<MeetingColumns & Record<string, unknown>>(sql`
    select id, host_id as "hostId", visitor_id as "visitorId", host_firm as "hostFirm", visitor_firm as "visitorFirm",
      slot, place, state, note, changed_at as at,
      base_slot as "baseSlot", base_place as "basePlace", base_state as "baseState", base_note as "baseNote", base_changed_at as "baseAt"
    from door_meetings(${matchdayId})`)
  return rows.map(({ id, hostId, visitorId, hostFirm, visitorFirm, slot, place, state, note, at, ...base }) => {
    const who = { id, hostId, visitorId }
    const { baseSlot, basePlace, baseState, baseNote, baseAt } = base
    const was = { slot: baseSlot, place: basePlace, state: baseState, note: baseNote, at: Date.parse(baseAt) }
    return {
      hostFirm,
      visitorFirm,
      now: { ...who, slot, place, state, note, at: Date.parse(at) },
      base: { ...who, ...was },
    }
  })
}

/** Keeps what folding came to, as far as it differs from what stands. */
export async function keepFold(
  tx: Transaction,
  matchdayId: MatchdayId,
  meetings: readonly DoorMeeting[],
  fates: readonly (Fate & { readonly id: OperationId; readonly firm: OrganisationId })[],
): Promise<void> {
  const changed = meetings.map(({ id, slot, place, state, note, at }) => ({
    id,
    slot,
    place,
    state,
    note,
    at: instantOf(at),
  }))
  // Meetings that change places with each other meet on the way there.
  await tx.execute(sql`set constraints all deferred`)
  await tx.execute(
    sql`select keep_fold(${matchdayId}, ${JSON.stringify(changed)}::jsonb, ${JSON.stringify(fates)}::jsonb)`,
  )
  await tx.execute(sql`set constraints all immediate`)
}

export type OwnOperation = {
  readonly id: OperationId
  readonly at: string
  readonly deed: OperationDeed
  readonly outcome: Fate['outcome']
  readonly reason: string | null
}

/** What a person did at a matchday, the newest first. */
export async function listOwnOperations(
  reader: Reader,
  matchdayId: MatchdayId,
  userId: UserId,
  limit: number,
): Promise<OwnOperation[]> {
  const rows = await reader.execute<Omit<OwnOperation, 'deed'> & Deeds & Record<string, unknown>>(sql`
    select id, at, kind, content, outcome, reason from matchday_operations
    where matchday_id = ${matchdayId} and user_id = ${userId} and organisation_id = acting_organisation() order by at desc, id desc limit ${limit}`)
  return rows.map(({ id, at, outcome, reason, kind, content }) => ({
    ...{ id, at: toInstant(at), outcome, reason },
    deed: toDeed({ kind, content }),
  }))
}

export type CheckInRow = {
  readonly id: OperationId
  readonly participantId: MatchdayParticipantId
  readonly day: string
  readonly meetingId: MeetingId | null
  readonly at: string
}

/** The check-ins of a matchday that stand. */
export async function listCheckIns(reader: Reader, matchdayId: MatchdayId): Promise<CheckInRow[]> {
  const rows = await reader.execute<CheckInRow & Record<string, unknown>>(sql`
    select id, content ->> 'participantId' as "participantId", content ->> 'day' as day, content ->> 'meetingId' as "meetingId", at
    from matchday_operations where matchday_id = ${matchdayId} and kind = 'check-in' and outcome = 'applied' order by at, id`)
  return rows.map((row) => ({ ...row, at: toInstant(row.at) }))
}
