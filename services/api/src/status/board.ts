import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { FastifyAdapter } from '@bull-board/fastify'
import fastify, { type FastifyInstance } from 'fastify'

import type { Queues } from '@enlace/messaging'

/** Bull Board as an application of its own under `path`; read-only, since Postgres decides what is done. */
export async function openBoard(path: string, queues: Queues): Promise<FastifyInstance> {
  const board = new FastifyAdapter()
  board.setBasePath(path)
  createBullBoard({
    queues: queues.all.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter: board,
  })
  const app = fastify()
  await app.register(board.registerPlugin(), { prefix: path })
  return app
}
