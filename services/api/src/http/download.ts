import { Readable } from 'node:stream'

import type { FastifyReply } from 'fastify'

/** Sends pieces of text as a file while they are made; a browser saves it under `name`. */
export const download = (
  reply: FastifyReply,
  type: string,
  name: string,
  pieces: AsyncIterable<string> | Iterable<string>,
): FastifyReply =>
  reply
    .type(`${type}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(pieces))
