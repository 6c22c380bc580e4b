import { randomUUID } from 'node:crypto'

import helmet from '@fastify/helmet'
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify'

import type { Database } from '@enlace/database'
import { Problem, type Actor } from '@enlace/domain'
import type { Logger } from '@enlace/runtime'

import { createMount } from './http/mount.ts'
import { problemBody, toProblem } from './http/problems.ts'
import { mountMatches } from './matches/match.routes.ts'
import { mountNeeds } from './needs/need.routes.ts'

/** What the API stands on; everything is handed in, so a test builds the same app on its own services. */
export type Ports = {
  readonly database: Database
  readonly log: Logger
  readonly demo: boolean
  readonly readActor: (request: FastifyRequest) => Promise<Actor>
}

/** Largest JSON body, in bytes. */
const bodyLimit = 1_000_000

/** The HTTP application with every noun mounted. */
export async function buildApp(ports: Ports): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: ports.log as FastifyBaseLogger,
    disableRequestLogging: true,
    bodyLimit,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 30_000,
    // A hidden prototype key in a body is refused, not silently dropped.
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  })
  await app.register(helmet, { contentSecurityPolicy: false, crossOriginResourcePolicy: { policy: 'same-origin' } })
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      { requestId: request.id, route: request.routeOptions.url, method: request.method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    )
  })
  app.setErrorHandler(async (error, request, reply) => {
    const problem = toProblem(error)
    if (problem.code === 'service.fault') request.log.error({ err: error, requestId: request.id }, 'fault')
    if (problem.status === 503) void reply.header('retry-after', '2')
    return reply.code(problem.status).type('application/problem+json').send(problemBody(problem, request.id))
  })
  app.setNotFoundHandler(async (request, reply) => {
    const problem = new Problem('route.not-found', 'There is nothing at this address.')
    return reply.code(404).type('application/problem+json').send(problemBody(problem, request.id))
  })
  const mount = createMount({ app, database: ports.database, readActor: ports.readActor, demo: ports.demo })
  mountNeeds(mount)
  mountMatches(mount)
  return app
}
