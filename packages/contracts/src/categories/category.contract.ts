import { categorySchemes } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint } from '../endpoint.ts'
import * as wire from '../wire.ts'

/** A category as a person picks it: `label` in the reader's language, `path` the labels above it from the top. */
export const categoryView = z.extend(wire.categoryCode, {
  label: z.string(),
  path: z.array(z.string()),
  level: z.int(),
  /** The words of the query that speak for it; empty where its code or its label was matched. */
  words: z.array(z.string()),
})

export const listCategories = endpoint({
  name: 'listCategories',
  summary: 'Categories that a text is about or that a code begins with, best first.',
  noun: 'categories',
  method: 'GET',
  path: '/api/categories',
  access: 'public',
  query: z.object({
    query: wire.text(300),
    scheme: z.optional(z.enum(categorySchemes)),
    language: z._default(wire.language, 'en'),
    limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(50)), 10),
  }),
  response: z.object({ items: z.array(categoryView) }),
})
