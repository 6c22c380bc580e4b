import { assumptionKinds, type MatchdayId, type MatchdayParticipantId, type MatchdayPlanId } from '@enlace/domain'
import * as z from 'zod/mini'

import type { DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const between = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most))
const firmId = wire.id<MatchdayParticipantId>()
export const planFirm = z.object({ participantId: firmId, name: z.string() })

/** What a plan assumes that may not be so at its matchday; see PlanAssumptions in the domain. */
export const planAssumptions = z.object({
  tables: z._default(z.nullable(between(1, 1000)), null),
  mostMeetings: z._default(z.nullable(between(1, 60)), null),
  walkingMinutes: z._default(z.nullable(between(0, 60)), null),
  moreSlots: z._default(between(0, 10), 0),
  withoutSessions: z._default(z.array(between(0, 19)).check(z.maxLength(20)), []),
  absent: z._default(z.array(firmId).check(z.maxLength(50)), []),
})

/** How long a plan is made better, in seconds, as the organiser may choose. */
export const planSeconds = [5, 30, 120] as const

export const planProgress = z.object({
  agreed: z.int(),
  placed: z.int(),
  breaks: z.int(),
  /** No timetable of all these meetings has fewer idle stretches; null where nothing is known. */
  bound: z.nullable(z.int()),
  elapsedMs: z.int(),
  /** After how many ms there were how many idle stretches, whenever they became fewer. */
  points: z.array(z.tuple([z.int(), z.int()])),
})
export type PlanProgressView = DeepReadonly<z.output<typeof planProgress>>

/** What the organiser hears while a plan is made, a few times a second. */
export const planProgressed = z.object({
  matchdayId: wire.id<MatchdayId>(),
  planId: wire.id<MatchdayPlanId>(),
  progress: planProgress,
})

const unplacedPair = z.object({
  host: z.string(),
  visitor: z.string(),
  /** The rule that stood in the way. */
  cause: z.string(),
})
const crowded = z.extend(planFirm, { agreed: z.int(), room: z.int() })
/** Why a plan leaves out pairs, or firms that were promised a meeting, and what was found to help. */
export const planShortage = z.object({
  missing: z.int(),
  unasked: z.array(z.extend(planFirm, { agreed: z.int() })),
  /** These firms together need so many meetings, and what they share has room for so many: fewer. */
  bottlenecks: z.array(
    z.object({
      firms: z.array(planFirm),
      shared: z.array(z.object({ of: z.enum(['firm', 'quota', 'tables']), name: z.string(), room: z.int() })),
      needed: z.number(),
      room: z.number(),
    }),
  ),
  full: z.array(crowded),
  tablesFull: z.boolean(),
  /** Each was tried: the plan made anew under it places so many, and misses so many meetings of the floor. */
  remedies: z.array(z.object({ assumed: planAssumptions, placed: z.int(), missing: z.int() })),
})
export type PlanShortageView = DeepReadonly<z.output<typeof planShortage>>

export const matchdayPlan = z.object({
  id: wire.id<MatchdayPlanId>(),
  state: z.enum(['asked', 'made', 'published']),
  name: z.string(),
  seconds: z.int(),
  askedAt: wire.instant,
  madeAt: z.nullable(wire.instant),
  /** Pairs that agreed, how many of them have a time, and the idle stretches between meetings that are left. */
  agreed: z.nullable(z.int()),
  placed: z.nullable(z.int()),
  breaks: z.nullable(z.int()),
  bound: z.nullable(z.int()),
  unplaced: z.array(unplacedPair),
  assumed: planAssumptions,
  /** What of it is not so at the matchday; it is published once nothing is. */
  differs: z.array(z.enum(assumptionKinds)),
  progress: z.nullable(planProgress),
  shortage: z.nullable(planShortage),
})
export type MatchdayPlan = DeepReadonly<z.output<typeof matchdayPlan>>
