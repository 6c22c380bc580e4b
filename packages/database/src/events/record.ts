import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { changesSearch, reactions, type EventName, type EventPayload } from '@enlace/contracts'
import { asId, assert, type EventId, type OrganisationId } from '@enlace/domain'

import { texts, uuids } from '../arrays.ts'
import type { Transaction } from '../open.ts'
import { noteLive, reactionPatienceSeconds, type NumberedNote } from './outbox.store.ts'

/** The channel on which the relay is woken when a transaction with events commits. */
export const eventsChannel = 'enlace_events'
/** The channel on which the index keeper is woken; whatever is lost on it, it finds by looking. */
export const searchChannel = 'enlace_search'

export type RecordOptions = { readonly organisationId: OrganisationId | null; readonly requestId?: string | null }

/** An event that waits to be recorded. */
export type NewEvent = {
  [Name in EventName]: RecordOptions & { readonly name: Name; readonly payload: EventPayload<Name> }
}[EventName]

/** Writes events and what they oblige us to do; `told`, they are none of the relay's business. */
async function write(tx: Transaction, events: readonly NewEvent[], told: boolean): Promise<EventId[]> {
  const rows = events.map((event) => ({
    id: asId<EventId>(uuidv7()),
    name: event.name,
    organisation_id: event.organisationId,
    payload: event.payload,
    request_id: event.requestId ?? null,
  }))
  const due = rows.flatMap((row) => reactions[row.name].map((reaction) => ({ eventId: row.id, reaction })))
  const changed = events.some((event) => changesSearch.has(event.name))
  const woken = [...(told ? [] : [eventsChannel]), ...(changed ? [searchChannel] : [])]
  await tx.execute(sql`
    with recorded as (
      insert into events (id, name, organisation_id, payload, request_id, published_at)
      select id, name, organisation_id, payload, request_id, case when ${told} then clock_timestamp() end from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row (id uuid, name text, organisation_id uuid, payload jsonb, request_id text)
    ), obliged as (
      insert into reaction_runs (event_id, reaction, enqueued, due_at)
      select event_id, reaction, 1, clock_timestamp() + make_interval(secs => ${reactionPatienceSeconds})
      from unnest(${uuids(due.map((run) => run.eventId))}, ${texts(due.map((run) => run.reaction))}) as run (event_id, reaction)
    )
    select pg_notify(channel, '') from unnest(${texts(woken)}) as channel`)
  return rows.map((row) => row.id)
}

/**
 * The one door by which events leave: they are written, with what they oblige us to do, in the same transaction as the
 * change they tell of, and the relay and the index keeper hear of it when that transaction commits.
 * @returns their ids, in their order
 */
export const recordAll = async (tx: Transaction, events: readonly NewEvent[]): Promise<EventId[]> =>
  events.length === 0 ? [] : write(tx, events, false)

/**
 * Records an event that obliges nobody and numbers its notes at once, instead of leaving that to the relay. The transaction
 * must be on disk when it has committed, as listeners remember the numbers.
 * @returns the notes, to be told once it has committed; who is not told finds them a moment later
 */
export async function recordTold<Name extends EventName>(
  tx: Transaction,
  name: Name,
  payload: EventPayload<Name>,
  options: RecordOptions,
): Promise<NumberedNote[]> {
  assert(reactions[name].length === 0, 'the relay reminds of what an event obliges us to do')
  const event = { name, payload, ...options } as NewEvent
  const [id] = await write(tx, [event], true)
  assert(id !== undefined, 'each event gets an id')
  return noteLive(tx, [{ id, ...event }])
}

/** Records one event, see `recordAll`; answers with its id. */
export async function record<Name extends EventName>(
  tx: Transaction,
  name: Name,
  payload: EventPayload<Name>,
  options: RecordOptions,
): Promise<EventId> {
  const [id] = await recordAll(tx, [{ name, payload, ...options } as NewEvent])
  assert(id !== undefined, 'each event gets an id')
  return id
}
