import {
  outcomeHeld,
  outcomeInterests,
  outcomeVerdicts,
  stepOwners,
  type MatchdayId,
  type MeetingId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const said = {
  /** Null takes back what was said. */
  held: z.nullable(z.enum(outcomeHeld)),
  interest: z._default(z.nullable(z.enum(outcomeInterests)), null),
  nextStep: z._default(wire.text(300), ''),
  nextBy: z._default(z.nullable(z.enum(stepOwners)), null),
  nextOn: z._default(z.nullable(wire.date), null),
  value: z._default(z.nullable(wire.money), null),
  note: z._default(wire.text(1000), ''),
}

/** A meeting with what the reader's side said became of it. The other side's answer is nobody else's to read. */
export const outcomeView = z.object({
  meetingId: wire.id<MeetingId>(),
  other: z.string(),
  startsAt: wire.instant,
  place: z.string(),
  ...said,
  verdict: z.enum(outcomeVerdicts),
  /** Rises with every save; 0 where nothing was saved yet. */
  revision: z.int(),
})
export type OutcomeView = DeepReadonly<z.output<typeof outcomeView>>

const common = { noun: 'outcomes', access: 'member' } as const

export const listOutcomes = endpoint({
  ...common,
  name: 'listOutcomes',
  summary: "The reader's meetings at a matchday with what its side said of them; those without an answer first.",
  method: 'GET',
  path: '/api/matchdays/:id/outcomes',
  params: z.object({ id: wire.id<MatchdayId>() }),
  response: z.object({
    /** Whether the day has begun, so that something can be said. */
    begun: z.boolean(),
    items: z.array(outcomeView),
  }),
  problems: ['thing.not-found', 'identity.forbidden'],
})

export const sayOutcome = endpoint({
  ...common,
  name: 'sayOutcome',
  summary:
    'Say as one side what became of a meeting; the other side reads none of it. Where both say that they met, it was held; who was absent is noted.',
  method: 'PUT',
  path: '/api/matchdays/:id/meetings/:meetingId/outcome',
  params: z.object({ id: wire.id<MatchdayId>(), meetingId: wire.id<MeetingId>() }),
  body: z.object({ ...said, revision: wire.whole(1e9) }),
  response: outcomeView,
  problems: ['thing.not-found', 'identity.forbidden', 'thing.changed', 'meeting.state', 'outcome.early'],
})
