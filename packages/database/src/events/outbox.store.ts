import { sql } from 'drizzle-orm'

import { broadcast, reactions, type LiveNote, type ReactionName, type RecordedEvent } from '@enlace/contracts'
import type { EventId, OrganisationId } from '@enlace/domain'

import { bigints, texts, uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'

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
export async function readEvent(tx: Transaction, id: EventId): Promise<RecordedEvent | null> {
  const [row] = await tx.execute<EventRow>(sql`
    select id, name, organisation_id, payload, occurred_at, request_id from events where id = ${id}`)
  return row === undefined ? null : toEvent(row)
}

export type DueReaction = { readonly eventId: EventId; readonly reaction: ReactionName; readonly enqueued: number }
export type NumberedNote = LiveNote & { readonly seq: number; readonly eventId: EventId }

/** How long a queued reaction may take before it is put on the queue again, in seconds. */
export const reactionPatienceSeconds = 15

const oblige = (tx: Transaction, due: readonly DueReaction[]) =>
  tx.execute(sql`
    insert into reaction_runs (event_id, reaction, enqueued, due_at)
    select event_id, reaction, 1, clock_timestamp() + make_interval(secs => ${reactionPatienceSeconds})
    from unnest(${uuids(due.map((run) => run.eventId))}, ${texts(due.map((run) => run.reaction))}) as run (event_id, reaction)
    on conflict do nothing`)

/** Marks the events published and writes down what they oblige us to do. */
export async function publish(tx: Transaction, published: readonly RecordedEvent[]): Promise<DueReaction[]> {
  if (published.length === 0) return []
  const due = published.flatMap((event) =>
    reactions[event.name].map((reaction): DueReaction => ({ eventId: event.id, reaction, enqueued: 1 })),
  )
  const marked = tx.execute(
    sql`update events set published_at = clock_timestamp() where id = any(${uuids(published.map((event) => event.id))})`,
  )
  // Sent one behind the other without waiting in between.
  await Promise.all([marked, due.length > 0 ? oblige(tx, due) : undefined])
  return due
}

/** Numbers the live notes of the events, topic by topic without gaps, and keeps them for those who were away. */
export async function noteLive(tx: Transaction, published: readonly RecordedEvent[]): Promise<NumberedNote[]> {
  const notes = published.flatMap((event) => {
    const heard = broadcast[event.name] as ((payload: unknown) => readonly LiveNote[]) | null
    return heard === null ? [] : heard(event.payload).map((note) => ({ ...note, eventId: event.id }))
  })
  if (notes.length === 0) return []
  const counts = new Map<string, number>()
  for (const note of notes) counts.set(note.topic, (counts.get(note.topic) ?? 0) + 1)
  // Sorted, so that two relays lock the topics in the same order.
  const topics = [...counts.keys()].toSorted()
  const last = await tx.execute<{ topic: string; seq: string }>(sql`
    insert into live_topics as known (topic, seq)
    select topic, added from unnest(${texts(topics)}, ${bigints(topics.map((topic) => counts.get(topic) ?? 0))}) as heard (topic, added)
    on conflict (topic) do update set seq = known.seq + excluded.seq returning topic, seq`)
  const next = new Map(last.map((row) => [row.topic, Number(row.seq) - (counts.get(row.topic) ?? 0)]))
  const numbered = notes.map((note): NumberedNote => {
    const seq = (next.get(note.topic) ?? 0) + 1
    next.set(note.topic, seq)
    return { ...note, seq }
  })
  await tx.execute(sql`
    insert into live_notes (topic, seq, event_id, name, subject)
    select * from unnest(${texts(numbered.map((n) => n.topic))}, ${bigints(numbered.map((n) => n.seq))},
      ${uuids(numbered.map((n) => n.eventId))}, ${texts(numbered.map((n) => n.name))}, ${texts(numbered.map((n) => n.subject))})`)
  return numbered
}

/** Takes up to `limit` reactions that are overdue (queue lost, worker died, back-off over) to be queued again. */
export async function claimOverdue(tx: Transaction, limit: number): Promise<DueReaction[]> {
  const rows = await tx.execute<{ event_id: EventId; reaction: ReactionName; enqueued: number }>(sql`
    update reaction_runs as run
    set due_at = clock_timestamp() + make_interval(secs => ${reactionPatienceSeconds}), enqueued = run.enqueued + 1
    from (
      select event_id, reaction from reaction_runs
      where done_at is null and parked_at is null and due_at < clock_timestamp()
      order by due_at limit ${limit} for update skip locked
    ) as overdue
    where run.event_id = overdue.event_id and run.reaction = overdue.reaction
    returning run.event_id, run.reaction, run.enqueued`)
  return rows.map((row) => ({ eventId: row.event_id, reaction: row.reaction, enqueued: row.enqueued }))
}

/**
 * Claims the right to take effect: true once per event and reaction, in the transaction of the effect itself.
 * A second delivery gets false and must do nothing.
 */
export async function finishReaction(tx: Transaction, eventId: EventId, reaction: ReactionName): Promise<boolean> {
  const rows = await tx.execute(sql`
    update reaction_runs set done_at = clock_timestamp(), attempts = attempts + 1
    where event_id = ${eventId} and reaction = ${reaction} and done_at is null returning event_id`)
  return rows.length === 1
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
