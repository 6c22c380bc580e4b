import { createHash } from 'node:crypto'

import { insertImportPart, type Transaction } from '@enlace/database'
import { Problem, type ImportId } from '@enlace/domain'

import { readRows } from '../files/read-rows.ts'

/** Bytes kept together in one row. */
const partSize = 262_144
/** Largest file that is taken, in bytes as they are sent. */
export const fileLimit = 100_000_000

/**
 * Keeps the file of an import piece by piece, each in a transaction of its own, so that none is held while a sender is
 * slow.
 * @throws Problem where the file is too large, or begins like no list
 */
export async function keepFile(
  id: ImportId,
  bytes: AsyncIterable<Uint8Array>,
  inTransaction: (work: (tx: Transaction) => Promise<void>) => Promise<void>,
): Promise<{ readonly sizeBytes: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  let seq = 0
  for await (const part of inParts(bytes)) {
    sizeBytes += part.length
    if (sizeBytes > fileLimit)
      throw new Problem('input.too-large', 'A file may have 100 MB; pack it with gzip or part it.')
    if (seq === 0) await readRows(only(part))
    hash.update(part)
    await inTransaction((tx) => insertImportPart(tx, id, seq, part))
    seq += 1
  }
  if (seq === 0) throw new Problem('import.format', 'This file is empty.')
  return { sizeBytes, sha256: hash.digest('hex') }
}

// Enough to see what the file is, so that a wrong one is refused while its sender waits.
async function* only(part: Buffer): AsyncGenerator<Buffer> {
  yield part
}

async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const piece of bytes) {
    held.push(piece)
    length += piece.length
    if (length < partSize) continue
    yield Buffer.concat(held)
    held = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(held)
}
