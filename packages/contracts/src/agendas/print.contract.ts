import type { MatchdayId, MatchdayPrintId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

export const matchdayPrint = z.object({
  id: wire.id<MatchdayPrintId>(),
  printedAt: wire.instant,
  /** How many agendas say something wrong by now. */
  outdated: z.int(),
})
export type MatchdayPrint = DeepReadonly<z.output<typeof matchdayPrint>>

const one = { noun: 'agendas', access: 'member', params: z.object({ id: wire.id<MatchdayId>() }) } as const

export const readLastPrint = endpoint({
  ...one,
  name: 'readLastPrint',
  summary: 'When agendas were printed last, and how many of them say something wrong by now; for the organiser.',
  method: 'GET',
  path: '/api/matchdays/:id/prints',
  response: z.object({ last: z.nullable(matchdayPrint) }),
  problems: ['thing.not-found', 'identity.forbidden'],
})

export const printAgendas = endpoint({
  ...one,
  name: 'printAgendas',
  summary: 'Keep how each meeting stands as what paper says from now on; for the organiser.',
  method: 'POST',
  path: '/api/matchdays/:id/prints',
  success: 201,
  response: matchdayPrint,
  problems: ['thing.not-found', 'identity.forbidden'],
})

export const readAgendasPdf = endpoint({
  ...one,
  name: 'readAgendasPdf',
  summary:
    'Agendas to print: for the organiser a page for each participant or each place, with `since` only those that changed since a print; for a participant its own.',
  method: 'GET',
  path: '/api/matchdays/:id/agendas.pdf',
  query: z.object({
    by: z._default(z.enum(['people', 'places']), 'people'),
    since: z.optional(wire.id<MatchdayPrintId>()),
    language: z._default(z.enum(['en', 'es']), 'en'),
  }),
  download: 'application/pdf',
  problems: ['thing.not-found', 'identity.forbidden'],
})
