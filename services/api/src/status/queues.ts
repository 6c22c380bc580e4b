import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { can, Problem, type Actor } from '@enlace/domain'
import type { Queues } from '@enlace/messaging'

const path = '/api/admin/queues'

/** Bull Board for the platform's owners. They look rarely, so it is read in when the first of them does. */
export function mountQueues(
  app: FastifyInstance,
  queues: Queues,
  readActor: (request: FastifyRequest) => Promise<Actor>,
): void {
  let opening: Promise<FastifyInstance> | undefined
  const show = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const actor = await readActor(request)
    if (actor.kind === 'anonymous') throw new Problem('identity.required', 'Sign in first.')
    if (!can(actor, 'status.queues', null))
      throw new Problem('identity.forbidden', "Only the platform's owners see the queues.")
    opening ??= import('./board.ts').then(({ openBoard }) => openBoard(path, queues))
    const board = await opening
    const { statusCode, headers, rawPayload } = await board.inject({ method: 'GET', url: request.url })
    return reply.code(statusCode).type(String(headers['content-type'])).send(rawPayload)
  }
  app.get(path, show)
  app.get(`${path}/*`, show)
}
