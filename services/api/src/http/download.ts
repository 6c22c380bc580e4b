import { Readable } from 'node:stream'

import type { FastifyReply } from 'fastify'

import { workbookType } from '@enlace/contracts'
import { writeWorkbook, type Sheet } from '@enlace/interchange'

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

/** Sends an Excel workbook while its rows are read; a browser saves it under `name`. */
export const downloadWorkbook = (reply: FastifyReply, name: string, sheets: readonly Sheet[]): FastifyReply =>
  reply.type(workbookType).header('content-disposition', `attachment; filename="${name}"`).send(writeWorkbook(sheets))
