import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

import type { ImportId, NeedContent, NeedId, NeedState, OrganisationId, UserId } from '@enlace/domain'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

export const needs = pgTable('needs', {
  id: uuid('id').$type<NeedId>().primaryKey(),
  organisationId: uuid('organisation_id').$type<OrganisationId>().notNull(),
  state: text('state').$type<NeedState>().notNull(),
  version: integer('version').notNull().default(0),
  content: jsonb('content').$type<NeedContent>().notNull(),
  createdBy: uuid('created_by').$type<UserId>(),
  importId: uuid('import_id').$type<ImportId>(),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  publishedAt: instant('published_at'),
})
