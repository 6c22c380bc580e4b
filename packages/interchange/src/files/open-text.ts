import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

import { Problem, workbookProblem } from '@enlace/domain'

import { peek } from './peek.ts'

/** A packed file may swell; beyond this it is no list any more. In bytes. */
export const unpackedLimit = 1_000_000_000

/** An uploaded file as it was before it was packed with gzip, where it was. */
export async function* openFile(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { head, all } = await peek(bytes, 4)
  yield* head[0] === 0x1f && head[1] === 0x8b ? unpack(all) : all
}

/**
 * The text of a file, piece by piece, in the encoding that its first bytes show (UTF-8, UTF-16 with a mark, or
 * Windows-1252 as old spreadsheets write).
 * @throws Problem file.lies or workbook.closed where it is no text, while it is read
 */
export async function* openText(head: Buffer, all: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder(encodingOf(head))
  for await (const piece of all) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}

async function* unpack(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let length = 0
  // The error of either stream reaches the loop below through the other.
  const unpacked = pipeline(Readable.from(bytes), createGunzip(), () => undefined)
  try {
    for await (const piece of unpacked as AsyncIterable<Buffer>) {
      length += piece.length
      if (length > unpackedLimit) throw new Problem('input.too-large', 'Unpacked, this file is larger than 1 GB.')
      yield piece
    }
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('Z_'))
      throw new Problem('import.format', 'The packed file is damaged or was cut off; pack it anew.')
    throw error
  }
}

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  // How Office kept its files before zip, and keeps those that have a password.
  if (head.subarray(0, 4).toString('hex') === 'd0cf11e0') throw workbookProblem('workbook.closed')
  if (head.includes(0)) throw new Problem('file.lies', 'This is no list. Give an Excel workbook (.xlsx), CSV or JSONL.')
  return isUtf8(head) ? 'utf-8' : 'windows-1252'
}

function isUtf8(head: Buffer): boolean {
  try {
    // `stream` forgives a character that the piece cuts in two.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
