import type { FastifyInstance } from 'fastify'

import { Problem } from '@enlace/domain'

/** No form of another site can send a body by one of these names. */
const fileTypes = [
  'application/octet-stream',
  'application/gzip',
  'application/x-gzip',
  'application/x-ndjson',
  'application/jsonl',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]

/** Hands the bodies of file uploads on as streams, where an endpoint takes them; nothing is held in memory. */
export function takeFiles(app: FastifyInstance): void {
  app.addContentTypeParser(fileTypes, (request, payload, done) => {
    const { upload } = request.routeOptions.config as { upload?: unknown }
    if (upload === 'text') return done(null, payload)
    payload.resume()
    done(new Problem('input.media-type', 'Send the body as application/json.'))
  })
}
