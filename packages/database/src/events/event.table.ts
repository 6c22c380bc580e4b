import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

import type { EventId, OrganisationId } from '@enlace/domain'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

export const events = pgTable(
  'events',
  {
    id: uuid('id').$type<EventId>().primaryKey(),
    name: text('name').notNull(),
    organisationId: uuid('organisation_id').$type<OrganisationId>(),
    payload: jsonb('payload').notNull(),
    occurredAt: instant('occurred_at').notNull().defaultNow(),
    requestId: text('request_id'),
    publishedAt: instant('published_at'),
  },
  (table) => [index('events_by_organisation').on(table.organisationId, table.occurredAt)],
)

export const reactionRuns = pgTable(
  'reaction_runs',
  {
    eventId: uuid('event_id').$type<EventId>().notNull(),
    reaction: text('reaction').notNull(),
    attempts: integer('attempts').notNull().default(0),
    enqueued: integer('enqueued').notNull().default(0),
    dueAt: instant('due_at').notNull().defaultNow(),
    doneAt: instant('done_at'),
    parkedAt: instant('parked_at'),
    lastError: text('last_error'),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.reaction] })],
)
