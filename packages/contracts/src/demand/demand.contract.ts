import { demandSpans, searchedThings, type NeedId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import { facetValues } from '../search/search.contract.ts'
import * as wire from '../wire.ts'

const sought = {
  category: z.nullable(wire.categoryCode),
  country: z.nullable(z.string()),
  region: z.nullable(z.string()),
}
/** A badly served need; one that hides its buyer is known by its category and region alone. */
const example = z.object({
  id: z.nullable(wire.id<NeedId>()),
  title: z.nullable(z.string()),
  buyer: z.nullable(z.string()),
  ...sought,
  passing: z.int(),
  best: z.number(),
})
const counts = { open: z.int(), none: z.int(), weak: z.int(), searches: z.int() }
const group = <Key extends z.ZodMiniType>(key: Key) => z.object({ key, ...counts, examples: z.array(example) })
const place = z.object({ country: z.nullable(z.string()), region: z.nullable(z.string()) })

/** By which demand is narrowed: the days in which needs were published and searches made, and a division such as "CPV 44". */
export const demandAsked = { span: z._default(z.enum(demandSpans), 'all'), category: z.optional(facetValues.category) }

/** Open needs that nobody serves, or only weakly, and searches that found next to nothing: what, where, and how many. */
export const demandView = z.object({
  ...counts,
  /** Scores below this are weak. */
  weakBelow: z.number(),
  /** A search that found no more than so many counts. */
  fewFound: z.int(),
  /** Words are shown that at least so many organisations searched. */
  leastOrganisations: z.int(),
  /** Every division there is to narrow by. */
  categories: z.array(wire.categoryCode),
  byCategory: z.array(group(z.nullable(wire.categoryCode))),
  /** `point` is the middle of the region's towns, or of the country's; null where we know none. */
  byRegion: z.array(
    z.extend(group(place), { point: z.nullable(z.object({ latitude: z.number(), longitude: z.number() })) }),
  ),
  /** Divisions by regions: only those that have something. */
  cells: z.array(z.object({ ...sought, ...counts })),
  words: z.array(
    z.object({
      words: z.string(),
      searched: z.enum(searchedThings),
      category: z.nullable(wire.categoryCode),
      organisations: z.int(),
      searches: z.int(),
    }),
  ),
})
export type DemandView = DeepReadonly<z.output<typeof demandView>>

export const readDemand = endpoint({
  name: 'readDemand',
  summary:
    'Open needs with no or weak supply and searches that found next to nothing, by category and region; for agencies.',
  noun: 'demand',
  method: 'GET',
  path: '/api/demand',
  access: 'member',
  query: z.object(demandAsked),
  response: demandView,
  problems: ['identity.forbidden'],
})
