import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

import type { ImportId, OrganisationId, PassportContent, PassportId, PassportState } from '@enlace/domain'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

export const passports = pgTable('passports', {
  id: uuid('id').$type<PassportId>().primaryKey(),
  organisationId: uuid('organisation_id').$type<OrganisationId>().notNull(),
  state: text('state').$type<PassportState>().notNull(),
  version: integer('version').notNull().default(0),
  content: jsonb('content').$type<PassportContent>().notNull(),
  published: jsonb('published').$type<PassportContent>(),
  importId: uuid('import_id').$type<ImportId>(),
  revision: integer('revision').notNull().default(1),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  publishedAt: instant('published_at'),
})
