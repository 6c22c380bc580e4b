import { createServer } from 'node:http'

import type { FastifyInstance } from 'fastify'

import type { Health } from './health.ts'
import type { Registry } from './metrics.ts'

type Answer = { readonly status: number; readonly type: string; readonly body: string }

const json = (status: number, body: object): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
})

/** What each probe says: /health (the process lives), /ready (it can do its work) and /metrics (Prometheus text). */
const probesOf = (health: Health, metrics: Registry): Readonly<Record<string, () => Answer | Promise<Answer>>> => ({
  '/health': () => json(200, { status: 'alive' }),
  '/ready': () => json(health.ready() ? 200 : 503, { ready: health.ready(), checks: health.report() }),
  '/metrics': async () => ({ status: 200, type: metrics.contentType, body: await metrics.metrics() }),
})

/** Adds the probes to an application. */
export function mountProbes(app: FastifyInstance, health: Health, metrics: Registry): void {
  for (const [path, probe] of Object.entries(probesOf(health, metrics)))
    app.get(path, { logLevel: 'silent' }, async (_request, reply) => {
      const { status, type, body } = await probe()
      return reply.code(status).type(type).send(body)
    })
}

/** A server of nothing but probes, for processes that answer no other requests: these need no framework. */
export async function serveProbes(options: {
  host: string
  port: number
  health: Health
  metrics: Registry
}): Promise<{ readonly close: () => Promise<void> }> {
  const probes = new Map(Object.entries(probesOf(options.health, options.metrics)))
  const server = createServer((request, response) => {
    const probe = request.method === 'GET' ? probes.get((request.url ?? '').replace(/\?.*/, '')) : undefined
    const answered = Promise.resolve(probe?.() ?? json(404, { status: 'unknown' }))
    void answered.then(
      ({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
