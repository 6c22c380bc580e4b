import type { MatchdayId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const upTo = (most: number) => z.number().check(z.gte(0), z.lte(most))
const estimate = (most: number) => z.object({ expected: upTo(most), give: upTo(0.9) })

/** What an organiser takes for likely; see Assumptions in the scheduling. */
export const rehearsalAssumptions = z.object({
  hosts: estimate(400),
  visitors: estimate(1500),
  wishes: estimate(40),
  acceptance: estimate(1),
  noShows: estimate(1),
  walkIns: estimate(300),
  languages: z
    .array(z.object({ language: wire.language, hosts: upTo(1e6), visitors: upTo(1e6) }))
    .check(z.minLength(1), z.maxLength(20)),
  bilingual: upTo(1),
})
export type RehearsalAssumptions = DeepReadonly<z.output<typeof rehearsalAssumptions>>

const range = z.object({ low: z.number(), high: z.number() })
/** The middle of all days, the half of them around it, and nine in ten. */
const forecast = z.object({ middle: z.number(), half: range, most: range })
const count = z.nullable(z.int())

export const rehearsalView = z.object({
  days: z.int(),
  slots: z.int(),
  tables: z.int(),
  agreed: forecast,
  meetings: forecast,
  held: forecast,
  interpreters: forecast,
  doorStaff: forecast,
  /** The share of days in which each supplier has as many meetings as it should, as far as it agreed with as many. */
  everyFloor: z.number(),
  /** The share of days in which 95 % of the pairs that agree get a time with the tables there are. */
  reached: z.number(),
  /** The fewest tables with which they do in 90 % of the days; null where no number is enough. */
  neededTables: count,
  /** The fewest with which no further table would be used in 90 % of the days. */
  enoughTables: z.int(),
  /** The same by slots, with the tables there are. */
  neededSlots: count,
  curve: z.array(z.object({ tables: z.int(), share: forecast })),
})
export type RehearsalView = DeepReadonly<z.output<typeof rehearsalView>>

const one = { noun: 'rehearsals', access: 'member', params: z.object({ id: wire.id<MatchdayId>() }) } as const

export const readExpectations = endpoint({
  ...one,
  name: 'readExpectations',
  summary:
    "What a rehearsal begins with, as its organiser: what the organiser's past matchdays say, or else what is usual.",
  method: 'GET',
  path: '/api/matchdays/:id/expectations',
  response: z.object({ pastDays: z.int(), assumptions: rehearsalAssumptions }),
  problems: ['thing.not-found', 'identity.forbidden'],
})

export const rehearseMatchday = endpoint({
  ...one,
  name: 'rehearseMatchday',
  summary:
    'Play a matchday many times before invitations go out, as its organiser: how many pairs get a time, and how many tables, slots, interpreters and people at the door it takes. The same question has the same answer; nothing is kept.',
  method: 'POST',
  path: '/api/matchdays/:id/rehearsal',
  body: z.object({
    assumptions: rehearsalAssumptions,
    /** Other tables than the matchday has. */
    tables: z.optional(wire.whole(1000)),
    floor: z._default(wire.whole(60), 1),
  }),
  response: rehearsalView,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state', 'matchday.incomplete'],
})
