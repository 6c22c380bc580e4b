import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import type { EventName, EventPayload } from '@enlace/contracts'
import type { OrganisationId } from '@enlace/domain'

import type { Transaction } from '../open.ts'
import { eventsChannel } from './record.ts'

/** An event that waits to be recorded. */
export type NewEvent = {
  [Name in EventName]: {
    readonly name: Name
    readonly payload: EventPayload<Name>
    readonly organisationId: OrganisationId | null
  }
}[EventName]

/** Records many events in one statement, by the same door as `record`. */
export async function recordAll(tx: Transaction, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  const rows = events.map((event) => ({
    id: uuidv7(),
    name: event.name,
    organisation_id: event.organisationId,
    payload: event.payload,
  }))
  await tx.execute(sql`
    with written as (
      insert into events (id, name, organisation_id, payload)
      select id, name, organisation_id, payload
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, name text, organisation_id uuid, payload jsonb)
    )
    select pg_notify(${eventsChannel}, '')`)
}
