import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'

import { Problem, type FileLook } from '@enlace/domain'

import { FileLooker } from './file-look.ts'

/** A file that came in whole and lies in a folder of ours, not kept yet. */
export type ReceivedFile = {
  readonly path: string
  /** As its sender calls it. */
  readonly name: string
  readonly type: string
  /** In bytes. */
  readonly size: number
  readonly sha256: string
  readonly look: FileLook
}

const lacking = (message: string): Problem =>
  new Problem('input.invalid', message, [{ path: 'body.file', code: 'file', message }])

const tooLarge = (limit: number): Problem =>
  new Problem('file.too-large', `Files of up to ${Math.floor(limit / 1e6)} MB can be kept; make this one smaller.`)

/** What a form reader's fault means for whoever sent the form. */
const byCode: Readonly<Record<string, (limit: number) => Problem>> = {
  FST_REQ_FILE_TOO_LARGE: (limit) => tooLarge(limit),
  FST_FILES_LIMIT: () => lacking('Send one file at a time.'),
  FST_PARTS_LIMIT: () => lacking('Send one file and nothing else.'),
  FST_FIELDS_LIMIT: () => lacking('Send one file and nothing else.'),
  FST_PROTO_VIOLATION: () => lacking('Call the form field "file".'),
  FST_INVALID_MULTIPART_CONTENT_TYPE: () =>
    new Problem('input.media-type', 'Send the file as a form (multipart/form-data).'),
}
/** A form reader's faults without a code are plain errors: a boundary that never comes, an end that comes too soon. */
const toProblem = (error: unknown, limit: number): unknown => {
  if (!(error instanceof Error)) return error
  const known = 'code' in error ? byCode[String(error.code)] : undefined
  if (known !== undefined) return known(limit)
  return error.name === 'Error' && !('code' in error)
    ? new Problem('input.unreadable', 'The form broke off or cannot be read. Send the file again.')
    : error
}

/** What a form says around its file. */
const formBytes = 10_000

/**
 * Takes the one file of a form, of at most `limit` bytes, into `folder`. Whatever goes wrong (too large, broken off, two
 * files, none) leaves nothing behind and is a Problem.
 */
export async function receiveFile(request: FastifyRequest, folder: string, limit: number): Promise<ReceivedFile> {
  const path = join(folder, randomUUID())
  try {
    // One that says that it is too large is refused before a byte of it is read.
    if (Number(request.headers['content-length'] ?? 0) > limit + formBytes) throw tooLarge(limit)
    let received: ReceivedFile | null = null
    for await (const part of request.parts({ limits: { fileSize: limit } }))
      if (part.type === 'file') received = await takePart(part, path, limit)
    if (received === null) throw lacking('Choose a file.')
    return received
  } catch (error) {
    await rm(path, { force: true })
    // What is still on its way is let go by, or the connection would wait with it.
    request.raw.resume()
    throw toProblem(error, limit)
  }
}

async function takePart(part: MultipartFile, path: string, limit: number): Promise<ReceivedFile> {
  // The form reader would wait for the end of what it does not take, and that may never come.
  part.file.once('limit', () => part.file.destroy(tooLarge(limit)))
  const looker = new FileLooker()
  await pipeline(part.file, looker, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  if (looker.size === 0) throw lacking('This file is empty.')
  return {
    path,
    name: part.filename,
    type: part.mimetype,
    size: looker.size,
    sha256: looker.sha256(),
    look: await looker.lookAt(path),
  }
}
