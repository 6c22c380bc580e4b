import { criterionIds, type MatchdayId, type MeetingId, type NeedId, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const person = z.object({ name: z.string(), role: z.string() })
/** What to read before a meeting of one's own. */
export const briefing = z.object({
  meetingId: wire.id<MeetingId>(),
  organisation: z.object({ id: wire.id<OrganisationId>(), name: z.string(), country: z.nullable(z.string()) }),
  /** What it said when it registered: what it looks for or offers, and which languages it speaks. */
  note: z.string(),
  languages: z.array(z.string()),
  /** Those that both speak. */
  shared: z.array(z.string()),
  /** Who comes for it, and for the reader; nobody where that was not said. */
  theirs: z.array(person),
  ours: z.array(person),
  /** Why it wants to meet the reader. */
  reason: z.string(),
  /** Why the two fit: what speaks most for the match that stands, and for which need; null where there is none. */
  fit: z.nullable(
    z.object({
      needId: wire.id<NeedId>(),
      title: z.string(),
      /** Whether the need is the reader's own. */
      mine: z.boolean(),
      reasons: z.array(
        z.object({
          id: z.enum(criterionIds),
          detail: z.record(z.string(), z.union([z.string(), z.number()])),
          quote: z.string(),
        }),
      ),
    }),
  ),
  /** From its passport, as far as the reader may see it; null where it has none. */
  passport: z.nullable(
    z.object({
      language: z.string(),
      headline: z.string(),
      capabilities: z.array(z.string()),
      certificates: z.array(z.string()),
    }),
  ),
})
export type Briefing = DeepReadonly<z.output<typeof briefing>>

export const readBriefings = endpoint({
  noun: 'agendas',
  access: 'member',
  name: 'readBriefings',
  summary:
    'What to read before each meeting of the reader that stands: who the other is, as far as its passport is shown to the reader, what it said, and why the two fit.',
  method: 'GET',
  path: '/api/matchdays/:id/briefings',
  params: z.object({ id: wire.id<MatchdayId>() }),
  response: z.object({ items: z.array(briefing) }),
  problems: ['thing.not-found'],
})
