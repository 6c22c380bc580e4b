import { linkageSides, sampleVerdicts, termKinds, type LinkageId, type SampleId, type TermId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint } from '../endpoint.ts'
import * as wire from '../wire.ts'
import { figure } from './value.contract.ts'

export const sampleView = z.object({
  id: wire.id<SampleId>(),
  what: z.string(),
  askedBy: z.enum(linkageSides),
  askedAt: wire.instant,
  sentAt: z.nullable(wire.instant),
  verdict: z.nullable(z.enum(sampleVerdicts)),
  verdictReason: z.string(),
  judgedAt: z.nullable(wire.instant),
})

export const termView = z.object({
  id: wire.id<TermId>(),
  kind: z.enum(termKinds),
  scope: z.string(),
  endsOn: wire.date,
  proposedBy: z.enum(linkageSides),
  proposedAt: wire.instant,
  /** Null while the other side has not agreed. */
  agreedAt: z.nullable(wire.instant),
})

const noun = 'linkages'
const one = { params: z.object({ id: wire.id<LinkageId>() }) }
const sample = { params: z.object({ id: wire.id<LinkageId>(), sampleId: wire.id<SampleId>() }) }
const term = { params: z.object({ id: wire.id<LinkageId>(), termId: wire.id<TermId>() }) }
const changing = { noun, method: 'POST', access: 'member', success: 204 } as const

export const stateValue = endpoint({
  ...changing,
  name: 'stateValue',
  summary:
    'State a figure: the potential (by the buyer), the agreed value, or what was spent in a year; the same figure of both sides is confirmed.',
  path: '/api/linkages/:id/values',
  ...one,
  body: figure,
  problems: ['thing.not-found', 'linkage.closed'],
})

export const askSample = endpoint({
  ...changing,
  name: 'askSample',
  summary: 'Ask for a sample or offer one; from a conversation it leads to the stage of samples.',
  path: '/api/linkages/:id/samples',
  ...one,
  body: z.object({ what: wire.text(300, 1) }),
  problems: ['thing.not-found', 'linkage.closed'],
})

export const sendSample = endpoint({
  ...changing,
  name: 'sendSample',
  summary: 'The supplier notes that a sample is on its way.',
  path: '/api/linkages/:id/samples/:sampleId/sent',
  ...sample,
  problems: ['thing.not-found', 'sample.judged'],
})

export const judgeSample = endpoint({
  ...changing,
  name: 'judgeSample',
  summary: "The buyer's verdict on a sample, once, with its reason.",
  path: '/api/linkages/:id/samples/:sampleId/verdict',
  ...sample,
  body: z.object({ verdict: z.enum(sampleVerdicts), reason: wire.text(1000, 1) }),
  problems: ['thing.not-found', 'sample.judged'],
})

export const proposeTerm = endpoint({
  ...changing,
  name: 'proposeTerm',
  summary: 'Propose an exclusivity or a non-compete with its scope and last day.',
  path: '/api/linkages/:id/terms',
  ...one,
  body: z.object({ kind: z.enum(termKinds), scope: wire.text(500, 1), endsOn: wire.date }),
  problems: ['thing.not-found', 'linkage.closed', 'linkage.term'],
})

export const agreeTerm = endpoint({
  ...changing,
  name: 'agreeTerm',
  summary: 'Agree to a term that the other side proposed; agreeing twice is agreeing once.',
  path: '/api/linkages/:id/terms/:termId/agree',
  ...term,
  problems: ['thing.not-found', 'linkage.term'],
})

export const withdrawTerm = endpoint({
  ...changing,
  name: 'withdrawTerm',
  summary: 'Take a proposed term off the table, by either side, while it is not agreed.',
  path: '/api/linkages/:id/terms/:termId/withdraw',
  ...term,
  problems: ['thing.not-found', 'linkage.term'],
})
