import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import type { EventName, EventPayload } from '@enlace/contracts'
import { asId, type EventId, type OrganisationId } from '@enlace/domain'

import type { Transaction } from '../open.ts'

/** The channel on which the relay is woken when a transaction with events commits. */
export const eventsChannel = 'enlace_events'

export type RecordOptions = { readonly organisationId: OrganisationId | null; readonly requestId?: string | null }

/**
 * The one door by which an event leaves: it is written in the same transaction as the change it tells of, and
 * the relay hears of it when that transaction commits.
 */
export async function record<Name extends EventName>(
  tx: Transaction,
  name: Name,
  payload: EventPayload<Name>,
  options: RecordOptions,
): Promise<EventId> {
  const id = asId<EventId>(uuidv7())
  await tx.execute(sql`
    with written as (
      insert into events (id, name, organisation_id, payload, request_id)
      values (${id}, ${name}, ${options.organisationId}, ${JSON.stringify(payload)}::jsonb, ${options.requestId ?? null})
    )
    select pg_notify(${eventsChannel}, '')`)
  return id
}
