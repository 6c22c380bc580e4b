import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { FastifyAdapter } from '@bull-board/fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'

import { can, Problem, type Actor } from '@enlace/domain'
import type { Queues } from '@enlace/messaging'

const path = '/api/admin/queues'

/** Bull Board for the platform's owners; read-only, since Postgres decides what is done. */
export async function mountQueues(
  app: FastifyInstance,
  queues: Queues,
  readActor: (request: FastifyRequest) => Promise<Actor>,
): Promise<void> {
  const board = new FastifyAdapter()
  board.setBasePath(path)
  createBullBoard({
    queues: queues.all.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter: board,
  })
  await app.register(async (scope) => {
    scope.addHook('onRequest', async (request) => {
      const actor = await readActor(request)
      if (actor.kind === 'anonymous') throw new Problem('identity.required', 'Sign in first.')
      if (!can(actor, 'status.queues', null))
        throw new Problem('identity.forbidden', "Only the platform's owners see the queues.")
    })
    await scope.register(board.registerPlugin(), { prefix: path })
  })
}
