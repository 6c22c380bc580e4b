import fastify, { type FastifyInstance } from 'fastify'

import type { Health } from './health.ts'
import type { Registry } from './metrics.ts'

/** Adds /health (the process lives), /ready (it can do its work) and /metrics (Prometheus text). */
export function mountProbes(app: FastifyInstance, health: Health, metrics: Registry): void {
  app.get('/health', { logLevel: 'silent' }, () => ({ status: 'alive' }))
  app.get('/ready', { logLevel: 'silent' }, (_request, reply) =>
    reply.code(health.ready() ? 200 : 503).send({ ready: health.ready(), checks: health.report() }),
  )
  app.get('/metrics', { logLevel: 'silent' }, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  )
}

/** A server of nothing but probes, for processes that answer no other requests. */
export async function serveProbes(options: {
  host: string
  port: number
  health: Health
  metrics: Registry
}): Promise<FastifyInstance> {
  const app = fastify({ logger: false })
  mountProbes(app, options.health, options.metrics)
  await app.listen({ host: options.host, port: options.port })
  return app
}
