import { randomUUID } from 'node:crypto'

import helmet from '@fastify/helmet'
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify'

import { Problem, problemStatus, type Actor } from '@enlace/domain'
import { RateLimited } from '@enlace/identity'

import { guardOrigin } from './http/origin.ts'
import { problemBody, toProblem } from './http/problems.ts'
import { takeFiles } from './http/uploads.ts'
import { identify } from './identity/visitor.ts'
import { mountNouns } from './nouns.ts'
import type { Ports } from './ports.ts'
import { serveWeb, type Unknown } from './web/serve-web.ts'

// Scripts and styles are ruled by the policy with hashes that the built pages carry; this is what a page cannot say.
const outerPolicy = "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'"

/** Largest JSON body, in bytes. */
const bodyLimit = 1_000_000

const refuseAddress: Unknown = (request, reply) => {
  const problem = new Problem('route.not-found', 'There is nothing at this address.')
  return reply.code(404).type('application/problem+json').send(problemBody(problem, request.id))
}

/** The HTTP application with every noun mounted. */
export async function buildApp(ports: Ports): Promise<FastifyInstance> {
  const { identity } = ports
  const logger: FastifyBaseLogger = ports.log
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 30_000,
    // A hidden prototype key in a body is refused, not silently dropped.
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    // Fastify refuses a wrongly escaped or too long address before any hook, in words of its own.
    frameworkErrors: (_error, request, reply) => refuseAddress(request, reply),
  })
  await app.register(helmet, { contentSecurityPolicy: false, crossOriginResourcePolicy: { policy: 'same-origin' } })
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id)
    void reply.header('content-security-policy', outerPolicy)
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        requestId: request.id,
        route: request.routeOptions.url,
        method: request.method,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
  app.setErrorHandler(async (error, request, reply) => {
    const problem = toProblem(error)
    const status = problemStatus[problem.code]
    if (problem.code === 'service.fault') request.log.error({ err: error, requestId: request.id }, 'fault')
    if (problem instanceof RateLimited) void reply.header('retry-after', String(problem.retryAfterSeconds))
    if (status === 503) void reply.header('retry-after', '2')
    return reply.code(status).type('application/problem+json').send(problemBody(problem, request.id))
  })
  if (ports.webDirectory === null) app.setNotFoundHandler(refuseAddress)
  else await serveWeb(app, ports.webDirectory, refuseAddress)
  // JSON is the one form of a body that a form of another site cannot send without asking first.
  app.removeContentTypeParser('text/plain')
  takeFiles(app)
  guardOrigin(app, identity.settings.publicUrl)
  const readActor = async (request: FastifyRequest): Promise<Actor> => (await identify(identity, request)).actor
  await mountNouns(app, ports, readActor)
  return app
}
