import { sql } from 'drizzle-orm'

import { broadcast, reactions, type LiveNote, type ReactionName, type RecordedEvent } from '@enlace/contracts'
import type { EventId, OrganisationId } from '@enlace/domain'

import { texts, uuids } from '../arrays.ts'
import type { Reader, Transaction } from '../open.ts'

type EventRow = {
  id: EventId
  name: RecordedEvent['name']
  organisation_id: OrganisationId | null
  payload: unknown
  occurred_at: string
  request_id: string | null
}

const toEvent = (row: EventRow): RecordedEvent =>
  ({
    id: row.id,
    name: row.name,
    organisationId: row.organisation_id,
    payload: row.payload,
    occurredAt: new Date(row.occurred_at).toISOString(),
    requestId: row.request_id,
  }) as RecordedEvent

/** Locks up to `limit` unpublished events, oldest first; rows another relay holds are passed over. */
export async function claimUnpublished(tx: Transaction, limit: number): Promise<RecordedEvent[]> {
  const rows = await tx.execute<EventRow>(sql`
    select id, name, organisation_id, payload, occurred_at, request_id from events
    where published_at is null order by occurred_at, id limit ${limit} for update skip locked`)
  return rows.map(toEvent)
}

/** One event by its id, or null; for consumers, which hold nothing but the id. */
export async function readEvent(reader: Reader, id: EventId): Promise<RecordedEvent | null> {
  const [row] = await reader.execute<EventRow>(sql`
    select id, name, organisation_id, payload, occurred_at, request_id from events where id = ${id}`)
  return row === undefined ? null : toEvent(row)
}

export type DueReaction = { readonly eventId: EventId; readonly reaction: ReactionName; readonly enqueued: number }
export type NumberedNote = LiveNote & { readonly seq: number; readonly eventId: EventId }

/** How long a queued reaction may take before it is put on the queue again, in seconds. */
export const reactionPatienceSeconds = 15

/** What the events oblige us to do, as it was written down with them. */
export const obligationsOf = (events: readonly RecordedEvent[]): DueReaction[] =>
  events.flatMap((event) =>
    reactions[event.name].map((reaction): DueReaction => ({ eventId: event.id, reaction, enqueued: 1 })),
  )

/** Marks events published, so that no relay claims them again. */
export async function markPublished(tx: Transaction, published: readonly RecordedEvent[]): Promise<void> {
  if (published.length === 0) return
  await tx.execute(
    sql`update events set published_at = clock_timestamp() where id = any(${uuids(published.map((event) => event.id))})`,
  )
}

/**
 * Numbers the live notes of the events, topic by topic without gaps, and keeps them for those who were away. A topic that
 * nobody ever listened to (see `openTopic`) has no numbers and keeps nothing: whoever comes first reads the present state.
 */
export async function noteLive(
  tx: Transaction,
  published: readonly Pick<RecordedEvent, 'id' | 'name' | 'payload'>[],
): Promise<NumberedNote[]> {
  const notes = published.flatMap((event) => {
    const heard = broadcast[event.name] as ((payload: unknown) => readonly LiveNote[]) | null
    return heard === null ? [] : heard(event.payload).map((note) => ({ ...note, eventId: event.id }))
  })
  return numberNotes(tx, notes)
}

type OwedNote = LiveNote & { readonly eventId: EventId }

/** The same for notes that come while the reaction to an event is at work, and that no event of their own stands for. */
export async function numberNotes(tx: Transaction, notes: readonly OwedNote[]): Promise<NumberedNote[]> {
  if (notes.length === 0) return []
  const rows = await tx.execute<LiveNote & { readonly seq: string; readonly event_id: EventId }>(sql`
    with heard as (
      select * from unnest(${texts(notes.map((n) => n.topic))}, ${uuids(notes.map((n) => n.eventId))},
        ${texts(notes.map((n) => n.name))}, ${texts(notes.map((n) => n.subject))}) with ordinality as note (topic, event_id, name, subject, place)
    ), numbered as (
      -- Sorted, so that two relays lock the topics in the same order.
      insert into live_topics as known (topic, seq)
      select topic, count(*) from heard join live_topics using (topic) group by topic order by topic
      on conflict (topic) do update set seq = known.seq + excluded.seq returning topic, seq
    )
    insert into live_notes (topic, seq, event_id, name, subject)
    select topic, seq + 1 - row_number() over (partition by topic order by place desc), event_id, name, subject
    from heard join numbered using (topic) order by place
    returning topic, seq, event_id, name, subject`)
  return rows.map(({ event_id, seq, ...row }) => ({ ...row, seq: Number(seq), eventId: event_id }))
}

/**
 * Takes up to `limit` reactions that are overdue (queue lost, worker died, back-off over) to be queued again. Rows are
 * addressed by where they lie: a join that was planned for an empty table reads all of it for each row of a backlog.
 */
export async function claimOverdue(tx: Transaction, limit: number): Promise<DueReaction[]> {
  const rows = await tx.execute<{ event_id: EventId; reaction: ReactionName; enqueued: number }>(sql`
    update reaction_runs
    set due_at = clock_timestamp() + make_interval(secs => ${reactionPatienceSeconds}), enqueued = enqueued + 1
    where ctid = any(array(
      select ctid from reaction_runs
      where done_at is null and parked_at is null and due_at < clock_timestamp()
      order by due_at limit ${limit} for update skip locked
    ))
    returning event_id, reaction, enqueued`)
  return rows.map((row) => ({ eventId: row.event_id, reaction: row.reaction, enqueued: row.enqueued }))
}

/**
 * Claims the right to take effect, in the transaction of the effect itself.
 * @returns those of the reactions that nobody claimed before; a second delivery must do nothing for the others
 */
export async function finishReactions(
  tx: Transaction,
  eventId: EventId,
  names: readonly ReactionName[],
): Promise<ReadonlySet<ReactionName>> {
  const rows = await tx.execute<{ reaction: ReactionName }>(sql`
    update reaction_runs set done_at = clock_timestamp(), attempts = attempts + 1
    where event_id = ${eventId} and reaction = any(${texts(names)}) and done_at is null returning reaction`)
  return new Set(rows.map((row) => row.reaction))
}

/** Says that a reaction is being worked on, so that it is not put on the queue again while it is. */
export async function holdReaction(tx: Transaction, eventId: EventId, reaction: ReactionName): Promise<void> {
  await tx.execute(sql`
    update reaction_runs set due_at = clock_timestamp() + make_interval(secs => ${reactionPatienceSeconds})
    where event_id = ${eventId} and reaction = ${reaction} and done_at is null`)
}

/** How far a reaction has come, as it left it itself; empty at its beginning. */
export async function readCursor(tx: Transaction, eventId: EventId, reaction: ReactionName): Promise<string> {
  const [row] = await tx.execute<{ cursor: string }>(sql`
    select cursor from reaction_runs where event_id = ${eventId} and reaction = ${reaction}`)
  return row?.cursor ?? ''
}

/** Moves a reaction on in the transaction of a part of its effect; false where another process moved it meanwhile. */
export async function moveCursor(
  tx: Transaction,
  eventId: EventId,
  reaction: ReactionName,
  step: { readonly from: string; readonly to: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update reaction_runs set cursor = ${step.to}, due_at = clock_timestamp() + make_interval(secs => ${reactionPatienceSeconds})
    where event_id = ${eventId} and reaction = ${reaction} and cursor = ${step.from} and done_at is null returning event_id`)
  return rows.length === 1
}

/** Attempts after which a reaction waits for a person. */
export const reactionAttemptsLimit = 20

/** Counts a failed attempt and sets when to try again: 1 s doubling to 5 min, parked after the limit. */
export async function failReaction(
  tx: Transaction,
  eventId: EventId,
  reaction: ReactionName,
  error: string,
): Promise<void> {
  await tx.execute(sql`
    update reaction_runs set attempts = attempts + 1, last_error = ${error.slice(0, 500)},
      due_at = clock_timestamp() + make_interval(secs => least(300, power(2, attempts))),
      parked_at = case when attempts + 1 >= ${reactionAttemptsLimit} then clock_timestamp() end
    where event_id = ${eventId} and reaction = ${reaction} and done_at is null`)
}
