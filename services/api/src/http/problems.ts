import type { FastifyError } from 'fastify'
import type * as z from 'zod/mini'

import { Problem, problemStatus, type FieldFault } from '@enlace/domain'

/** The faults of a parse, each with its path as in `body.volume.value`. */
export const faultsOf = (error: z.core.$ZodError, root: string): FieldFault[] =>
  error.issues.slice(0, 50).map((issue) => ({
    path: [root, ...issue.path.map(String)].join('.'),
    code: issue.code,
    message: issue.message,
  }))

/** Postgres's error codes that are the caller's or the surroundings' doing, and what they mean here. */
const byState: Readonly<Record<string, Problem>> = {
  '22P05': new Problem('input.invalid', 'The text holds a character that cannot be stored.'),
  '22021': new Problem('input.invalid', 'The text holds a character that cannot be stored.'),
  '22P02': new Problem('input.invalid', 'A value has the wrong form.'),
  '22007': new Problem('input.invalid', 'A date has the wrong form.'),
  '22003': new Problem('input.invalid', 'A number is out of range.'),
  '23505': new Problem('thing.conflict', 'This clashes with something that is there already.'),
  '40001': new Problem('thing.conflict', 'Somebody changed the same thing at the same moment. Try again.'),
  '40P01': new Problem('thing.conflict', 'Somebody changed the same thing at the same moment. Try again.'),
  '57014': new Problem('service.unavailable', 'This took too long. Try again in a moment.'),
}
const awayStates = /^(08|53|57P)/
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'EPIPE',
])

const byStatus: Readonly<Record<number, Problem>> = {
  400: new Problem('input.unreadable', 'The request cannot be read; check that the body is valid JSON.'),
  404: new Problem('route.not-found', 'There is nothing at this address.'),
  405: new Problem('route.method', 'This address does not take that method.'),
  413: new Problem('input.too-large', 'The request is larger than this address takes.'),
  414: new Problem('input.too-large', 'The address is too long.'),
  415: new Problem('input.media-type', 'Send the body as application/json.'),
  429: new Problem('identity.rate-limited', 'Too many requests. Wait a little and try again.'),
}

/** Any error as the problem a caller gets; an unknown one is our fault and says nothing of its inside. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 4; cause = cause.cause, depth += 1) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
    const known = byState[code]
    if (known !== undefined) return known
    if (awayCodes.has(code) || awayStates.test(code))
      return new Problem(
        'service.unavailable',
        'A part of the system is away for the moment. Nothing was changed; try again.',
      )
  }
  const status = (error as Partial<FastifyError> | null)?.statusCode
  const known = status === undefined ? undefined : byStatus[status]
  return known ?? new Problem('service.fault', 'Something went wrong on our side. It was noted; try again later.')
}

/** The RFC 9457 body of a problem. */
export const problemBody = (problem: Problem, requestId: string) => ({
  type: `urn:enlace:problem:${problem.code}`,
  title: problem.code,
  status: problemStatus[problem.code],
  code: problem.code,
  detail: problem.message,
  requestId,
  faults: problem.faults,
})
