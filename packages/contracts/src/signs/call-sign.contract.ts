import { callSignKinds, type CallId, type CallSignId, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

/** What in a buyer's past calls asks for a second look, and what somebody who looked says. */
export const callSignView = z.object({
  id: wire.id<CallSignId>(),
  buyer: z.object({ id: wire.id<OrganisationId>(), name: z.string() }),
  kind: z.enum(callSignKinds),
  /** The values its sentence is made of. */
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  calls: z.array(z.object({ id: wire.id<CallId>(), title: z.string() })),
  foundAt: wire.instant,
  /** When it last rested on other calls than before. */
  changedAt: wire.instant,
  /** Nobody has looked at it since. */
  open: z.boolean(),
  explanation: z.string(),
  explainedBy: z.nullable(z.string()),
  explainedAt: z.nullable(wire.instant),
})
export type CallSignView = DeepReadonly<z.output<typeof callSignView>>

const listed = z.object({ items: z.array(callSignView) })

export const listCallSigns = endpoint({
  name: 'listCallSigns',
  summary:
    "Signs of bid rigging and favour in past calls, open ones first: the platform reads all, a buyer's auditors those of their own organisation, nobody else any.",
  noun: 'signs',
  method: 'GET',
  path: '/api/call-signs',
  access: 'member',
  response: listed,
  problems: ['identity.forbidden'],
})

export const explainCallSign = endpoint({
  name: 'explainCallSign',
  summary: 'Say what looking into a sign brought; it stands beside the sign until that rests on further calls.',
  noun: 'signs',
  method: 'PUT',
  path: '/api/call-signs/:id/explanation',
  access: 'member',
  params: z.object({ id: wire.id<CallSignId>() }),
  body: z.object({ explanation: wire.text(1000, 1) }),
  response: listed,
  problems: ['identity.forbidden', 'thing.not-found'],
})
