import { jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'

import type { CategoryScheme } from '@enlace/domain'

export const categories = pgTable(
  'categories',
  {
    scheme: text('scheme').$type<CategoryScheme>().notNull(),
    code: text('code').notNull(),
    parent: text('parent'),
    level: smallint('level').notNull(),
    labels: jsonb('labels').$type<Readonly<Record<string, string>>>().notNull(),
    source: text('source').notNull(),
  },
  (table) => [primaryKey({ columns: [table.scheme, table.code] })],
)
