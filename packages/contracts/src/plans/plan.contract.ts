import type { MatchdayId, MatchdayPlanId, MeetingId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import { matchdayView } from '../matchdays/matchday.contract.ts'
import { matchdayPlan, planAssumptions, planFirm, planSeconds } from '../matchdays/plan.contract.ts'
import * as wire from '../wire.ts'

const common = { noun: 'matchdays', access: 'member' } as const
const onePlan = {
  ...common,
  params: z.object({ id: wire.id<MatchdayId>(), planId: wire.id<MatchdayPlanId>() }),
}

export const planMatchday = endpoint({
  ...common,
  name: 'planMatchday',
  summary:
    'Ask for a timetable of all pairs that agreed to meet; the worker makes it, and nobody but the organiser sees it. It may assume what is not so, and keep meetings where they are.',
  method: 'POST',
  path: '/api/matchdays/:id/plans',
  params: z.object({ id: wire.id<MatchdayId>() }),
  body: z.object({
    name: z._default(wire.text(80), ''),
    seconds: z._default(z.literal(planSeconds), 5),
    assumed: z._default(planAssumptions, {
      ...{ tables: null, mostMeetings: null, walkingMinutes: null },
      ...{ moreSlots: 0, withoutSessions: [], absent: [] },
    }),
    kept: z._default(z.array(wire.id<MeetingId>()).check(z.maxLength(20_000)), []),
  }),
  success: 201,
  response: matchdayPlan,
  problems: ['thing.not-found', 'matchday.state', 'matchday.begun', 'matchday.planning'],
})

export const stopPlan = endpoint({
  ...onePlan,
  name: 'stopPlan',
  summary: 'End the making of a timetable: with what there is, or by calling it off.',
  method: 'POST',
  path: '/api/matchdays/:id/plans/:planId/stop',
  body: z.object({ how: z.enum(['take', 'call-off']) }),
  response: matchdayView,
  problems: ['thing.not-found', 'plan.made'],
})

export const publishPlan = endpoint({
  ...onePlan,
  name: 'publishPlan',
  summary:
    'Publish a timetable: its meetings take the place of what was planned before, and both sides are told. One that assumes what is not so is refused.',
  method: 'POST',
  path: '/api/matchdays/:id/plans/:planId/publish',
  response: matchdayView,
  problems: [
    'thing.not-found',
    'matchday.state',
    'matchday.begun',
    'matchday.planning',
    'meeting.taken',
    'plan.assumed',
  ],
})

export const takeOverPlan = endpoint({
  ...onePlan,
  name: 'takeOverPlan',
  summary:
    'Make what a timetable assumes so at its matchday, where nobody who registered loses by it: more tables, another cap, another walking time.',
  method: 'POST',
  path: '/api/matchdays/:id/plans/:planId/take-over',
  response: matchdayView,
  problems: ['thing.not-found', 'matchday.state', 'matchday.begun'],
})

export const undoPublication = endpoint({
  ...onePlan,
  name: 'undoPublication',
  summary:
    'Go back to the timetable as it was before this one was published, as long as the day has not begun and no meeting changed since; both sides are told.',
  method: 'POST',
  path: '/api/matchdays/:id/plans/:planId/undo',
  response: matchdayView,
  problems: ['thing.not-found', 'matchday.state', 'matchday.begun', 'plan.built-on'],
})

const figures = z.object({
  agreed: z.int(),
  placed: z.int(),
  musts: z.int(),
  mustsPlaced: z.int(),
  breaks: z.int(),
  spread: z.int(),
  without: z.int(),
})
export const planComparison = z.object({
  figures: z.tuple([figures, figures]),
  moved: z.int(),
  reseated: z.int(),
  gained: z.int(),
  lost: z.int(),
  /** Firms that have more or less of something in the second, who loses most first. */
  changes: z.array(z.extend(planFirm, { meetings: z.tuple([z.int(), z.int()]), breaks: z.tuple([z.int(), z.int()]) })),
})
export type PlanComparisonView = DeepReadonly<z.output<typeof planComparison>>

export const comparePlans = endpoint({
  ...common,
  name: 'comparePlans',
  summary: 'Two timetables of a matchday side by side: what each comes to, what moves, and which firms gain or lose.',
  method: 'GET',
  path: '/api/matchdays/:id/plans/:planId/compare/:otherId',
  params: z.object({
    id: wire.id<MatchdayId>(),
    planId: wire.id<MatchdayPlanId>(),
    otherId: wire.id<MatchdayPlanId>(),
  }),
  response: planComparison,
  problems: ['thing.not-found', 'matchday.planning'],
})
