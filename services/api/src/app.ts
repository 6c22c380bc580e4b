import { randomUUID } from 'node:crypto'

import helmet from '@fastify/helmet'
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify'

import type { Database } from '@enlace/database'
import { Problem, type Actor } from '@enlace/domain'
import { RateLimited, type Identity } from '@enlace/identity'
import type { Queues } from '@enlace/messaging'
import type { Logger } from '@enlace/runtime'
import type { Search } from '@enlace/search'
import type { Storage } from '@enlace/storage'

import { mountAlerts } from './alerts/alert.routes.ts'
import { mountCategories } from './categories/category.routes.ts'
import { mountFiles } from './files/file.routes.ts'
import { mountDemand } from './demand/demand.routes.ts'
import { mountExports } from './exports/export.routes.ts'
import { mountFairness } from './fairness/fairness.routes.ts'
import { mountFirms } from './firms/firm.routes.ts'
import { createMount } from './http/mount.ts'
import { guardOrigin } from './http/origin.ts'
import { problemBody, toProblem } from './http/problems.ts'
import { takeFiles } from './http/uploads.ts'
import { mountSessions } from './identity/session.routes.ts'
import { mountSignIn } from './identity/sign-in.routes.ts'
import { mountTwoFactor } from './identity/two-factor.routes.ts'
import { identify } from './identity/visitor.ts'
import { mountImports } from './imports/import.routes.ts'
import { mountLearning } from './learning/learning.routes.ts'
import { mountMailbox } from './mails/mail.routes.ts'
import { mountMatches } from './matches/match.routes.ts'
import { mountNeeds } from './needs/need.routes.ts'
import { mountNotifications } from './notifications/notification.routes.ts'
import { mountOrganisations } from './organisations/organisation.routes.ts'
import { mountPassports } from './passports/passport.routes.ts'
import { mountRivals } from './rivals/rival.routes.ts'
import { mountSearch } from './search/search.routes.ts'
import { mountQueues } from './status/queues.ts'
import { mountStatus } from './status/status.routes.ts'
import { serveWeb, type Unknown } from './web/serve-web.ts'

/** What the API stands on; everything is handed in, so a test builds the same app on its own services. */
export type Ports = {
  readonly database: Database
  readonly log: Logger
  readonly demo: boolean
  readonly identity: Identity
  /** Folder of the built web app; none is served where it is missing. */
  readonly webDirectory: string | null
  /** Names what is searched; it may be away. */
  readonly search: Search
  /** For /api/status and Bull Board. */
  readonly queues: Queues
  /** The bytes of uploaded files. */
  readonly storage: Storage
}

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
  const { database, identity, demo } = ports
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
    if (problem.code === 'service.fault') request.log.error({ err: error, requestId: request.id }, 'fault')
    if (problem instanceof RateLimited) void reply.header('retry-after', String(problem.retryAfterSeconds))
    if (problem.status === 503) void reply.header('retry-after', '2')
    return reply.code(problem.status).type('application/problem+json').send(problemBody(problem, request.id))
  })
  if (ports.webDirectory === null) app.setNotFoundHandler(refuseAddress)
  else await serveWeb(app, ports.webDirectory, refuseAddress)
  // JSON is the one form of a body that a form of another site cannot send without asking first.
  app.removeContentTypeParser('text/plain')
  takeFiles(app)
  guardOrigin(app, identity.settings.publicUrl)
  const readActor = async (request: FastifyRequest): Promise<Actor> => (await identify(identity, request)).actor
  const mount = createMount({ app, database, readActor, demo })
  mountSessions(mount, identity, demo)
  mountSignIn(mount, identity, demo)
  mountTwoFactor(mount, identity)
  mountOrganisations(mount, identity)
  if (demo) mountMailbox(mount, identity)
  mountCategories(mount)
  mountNeeds(mount)
  mountMatches(mount)
  mountLearning(mount)
  mountPassports(mount)
  mountSearch(mount, { database, search: ports.search, log: ports.log })
  await mountFiles(app, { database, readActor, demo }, ports)
  mountImports(mount, database)
  mountNotifications(mount)
  await mountAlerts(app, { database, readActor, demo })
  mountStatus(mount, ports.queues)
  mountRivals(mount)
  mountExports(mount, database)
  mountFairness(mount)
  mountFirms(mount)
  mountDemand(mount)
  mountQueues(app, ports.queues, readActor)
  return app
}
