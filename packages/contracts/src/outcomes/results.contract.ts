import { matchdaySides, outcomeInterests, type MatchdayId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const side = z.enum(matchdaySides)
/** What became of a matchday: counts, sums and medians, never what one side said. Shares are left to the reader, with their n beside. */
export const resultsView = z.object({
  title: z.string(),
  agreed: z.int(),
  /** Meetings with a time, held, missed or open; those that were cancelled are apart. */
  planned: z.int(),
  held: z.int(),
  /** Held as both sides say. */
  confirmed: z.int(),
  missed: z.int(),
  cancelled: z.int(),
  /** Pairs that met and have a linkage, and those of them that had a further contact. */
  linked: z.int(),
  wentOn: z.int(),
  /** Each is apart: estimates after the meeting, contract values that one side states alone, and those on which both agree. */
  values: z.array(
    z.object({
      what: z.enum(['potential', 'buyer', 'supplier', 'confirmed']),
      currency: z.string(),
      /** Null where fewer than three pairs stand behind it. */
      amountMinor: z.nullable(z.number()),
      n: z.int(),
    }),
  ),
  exposure: z.array(
    z.object({
      by: z.enum(['size', 'region']),
      /** Null where it is not known. */
      key: z.nullable(z.string()),
      firms: z.int(),
      meetings: z.int(),
      none: z.int(),
      median: z.number(),
    }),
  ),
  suppliers: z.int(),
  suppliersWithout: z.int(),
  /** The tenth of suppliers with most meetings, and how many of all they have. */
  topFirms: z.int(),
  topMeetings: z.int(),
  /** Meetings held by a firm on a day on which it had any planned; n such days. */
  contacts: z.array(z.object({ side, n: z.int(), lower: z.number(), median: z.number(), upper: z.number() })),
  answers: z.array(z.object({ side, asked: z.int(), said: z.int() })),
  /** Null where a side did not say. */
  interest: z.array(z.object({ side, interest: z.nullable(z.enum(outcomeInterests)), n: z.int() })),
})
export type ResultsView = DeepReadonly<z.output<typeof resultsView>>

export const readResults = endpoint({
  noun: 'outcomes',
  access: 'member',
  name: 'readResults',
  summary: 'What became of a matchday, for its organiser.',
  method: 'GET',
  path: '/api/matchdays/:id/results',
  params: z.object({ id: wire.id<MatchdayId>() }),
  response: resultsView,
  problems: ['thing.not-found', 'identity.forbidden'],
})
