import { seats, type CallId, type OrganisationId, type SeatId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'
import { callView } from './call.contract.ts'

export const seatView = z.object({
  id: wire.id<SeatId>(),
  seat: z.enum(seats),
  email: z.string(),
  name: z.nullable(z.string()),
  organisation: z.nullable(z.object({ id: wire.id<OrganisationId>(), name: z.string() })),
  hasKey: z.boolean(),
  acceptedAt: z.nullable(wire.instant),
})
export type SeatView = DeepReadonly<z.output<typeof seatView>>

const noun = 'calls'
const access = 'member'
const params = z.object({ id: wire.id<CallId>() })

export const listSeats = endpoint({
  name: 'listSeats',
  summary: 'Who does what in a call, for those who sit in it.',
  noun,
  access,
  method: 'GET',
  path: '/api/calls/:id/seats',
  params,
  response: z.object({ items: z.array(seatView) }),
})
export const nameSeat = endpoint({
  name: 'nameSeat',
  summary: 'Ask a colleague, or by mail somebody of another organisation, to take a seat.',
  noun,
  access,
  method: 'POST',
  path: '/api/calls/:id/seats',
  params,
  body: z.object({ seat: z.enum(seats), email: wire.email }),
  success: 201,
  response: z.object({ items: z.array(seatView) }),
  problems: ['call.phase', 'call.seats'],
})
export const leaveSeat = endpoint({
  name: 'leaveSeat',
  summary: 'Take somebody out of a seat.',
  noun,
  access,
  method: 'DELETE',
  path: '/api/calls/:id/seats/:seatId',
  params: z.extend(params, { seatId: wire.id<SeatId>() }),
  success: 204,
  problems: ['call.phase', 'call.seats'],
})
export const acceptSeat = endpoint({
  name: 'acceptSeat',
  summary:
    'Take the seat one was asked to take; who opens a sealed call may say to which of its keys, else it is the newest at the publication.',
  noun,
  access,
  method: 'POST',
  path: '/api/calls/:id/seats/:seatId/accept',
  params: z.extend(params, { seatId: wire.id<SeatId>() }),
  body: z.object({ publicKey: z._default(z.nullable(z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))), null) }),
  response: callView,
  problems: ['call.phase', 'call.seats', 'opener.key'],
})
