import { char, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

import type { OrganisationId, OrganisationKind } from '@enlace/domain'

export const organisations = pgTable('organisations', {
  id: uuid('id').$type<OrganisationId>().primaryKey(),
  kind: text('kind').$type<OrganisationKind>().notNull(),
  name: text('name').notNull(),
  slug: text('slug').notNull(),
  country: char('country', { length: 2 }),
  region: text('region'),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
})
