import type { FastifyInstance } from 'fastify'

import { Problem } from '@enlace/domain'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses state-changing requests that another site's page could have sent: the Origin must be ours, letter by letter.
 * Without one, which no browser of today leaves out, the request must carry no cookie either, so it acts as nobody.
 */
export function guardOrigin(app: FastifyInstance, publicUrl: string): void {
  const ours = new URL(publicUrl).origin
  app.addHook('onRequest', async (request) => {
    if (reading.has(request.method)) return
    const { origin, cookie } = request.headers
    if (origin === ours || (origin === undefined && cookie === undefined)) return
    throw new Problem('identity.origin', 'This request did not come from our own pages.')
  })
}
