import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** What answers an address that is nobody's. */
export type Unknown = (request: FastifyRequest, reply: FastifyReply) => unknown

/** Serves the built web app at the same origin; every address that is no file and not below /api is the app's own. */
export async function serveWeb(app: FastifyInstance, directory: string, unknown: Unknown): Promise<void> {
  const root = resolve(directory)
  if (!existsSync(root)) return void app.setNotFoundHandler(unknown)
  await app.register(fastifyStatic, {
    root,
    preCompressed: true,
    index: ['index.html'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      // File names of the app's own assets carry their hash; everything else is asked for anew.
      reply.header(
        'cache-control',
        path.includes('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/_app/')
    return page ? reply.sendFile('index.html') : unknown(request, reply)
  })
}
