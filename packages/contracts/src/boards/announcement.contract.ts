import { announcementKinds, matchdaySides, type AnnouncementId, type MatchdayId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

export const announcementView = z.object({
  id: wire.id<AnnouncementId>(),
  matchdayId: wire.id<MatchdayId>(),
  kind: z.enum(announcementKinds),
  /** One side alone; null is everybody. */
  toSide: z.nullable(z.enum(matchdaySides)),
  /** Empty where the bell says it. */
  text: z.string(),
  madeAt: wire.instant,
})
export type AnnouncementView = DeepReadonly<z.output<typeof announcementView>>

const one = { noun: 'matchdays', access: 'member', params: z.object({ id: wire.id<MatchdayId>() }) } as const

export const listAnnouncements = endpoint({
  ...one,
  name: 'listAnnouncements',
  summary: 'What the organiser of a matchday told those admitted, as far as it is for the reader; the newest first.',
  method: 'GET',
  path: '/api/matchdays/:id/announcements',
  response: z.object({ items: z.array(announcementView) }),
  problems: ['thing.not-found'],
})

export const announce = endpoint({
  ...one,
  name: 'announce',
  summary: 'Tell all who are admitted to a matchday, or one side, or ring the bell, as its organiser.',
  method: 'POST',
  path: '/api/matchdays/:id/announcements',
  body: z
    .object({
      kind: z.enum(announcementKinds),
      toSide: z._default(z.nullable(z.enum(matchdaySides)), null),
      text: z._default(wire.text(500), ''),
    })
    .check(
      z.refine(({ kind, text }) => (kind === 'message') === (text !== ''), {
        error: 'Write what to tell; the bell has no words.',
        path: ['text'],
      }),
    ),
  success: 201,
  response: announcementView,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state'],
})
