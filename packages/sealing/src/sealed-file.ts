import { equalBytes, framed, randomBytes, sha256, subtle, type Bytes } from './bytes.ts'
import { digestSize, keySize, nonceSize, tagSize } from './envelope.ts'
import { SealingError } from './sealing-error.ts'

const piece = 65_536
const lengthSize = 4
/** The sizes that a file can have before it is sealed, doubling: of how long it is, only the step is seen. */
const fileSteps: readonly number[] = Array.from({ length: 11 }, (_, at) => piece * 2 ** at)
const sealedSize = (step: number): number => (step / piece) * (piece + tagSize)
/** The sizes that a sealed file can have. */
export const sealedFileSizes: readonly number[] = fileSteps.map(sealedSize)
/** The largest file that can be sealed, in bytes. */
export const sealedFileLimit = 50_000_000

/** What the envelope holds of a sealed file, so that nothing else gives it: its own key, and the digest of what was sealed. */
export type FileSeal = { readonly key: Bytes; readonly digest: Bytes }

export const newFileKey = (): Bytes => randomBytes(keySize)

/** What a file of this many bytes takes once it is sealed. */
export const sealedFileSize = (size: number): number => sealedSize(stepOf(size))

function stepOf(size: number): number {
  const step = fileSteps.find((one) => one >= size + lengthSize)
  if (step === undefined || size > sealedFileLimit)
    throw new SealingError(
      'sealing.too-large',
      `A file of up to ${sealedFileLimit} bytes can be sealed; this has ${size}.`,
    )
  return step
}

/** Each piece by its place, and the last one by being it: none can be left out, moved or cut off. The key is used for one file. */
function nonceOf(at: number, last: boolean): Bytes {
  const nonce = new Uint8Array(nonceSize)
  const view = new DataView(nonce.buffer)
  view.setUint32(4, at)
  view.setUint8(nonceSize - 1, last ? 1 : 0)
  return nonce
}
const algorithm = (at: number, count: number, callId: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv: nonceOf(at, at === count - 1),
  additionalData: framed(['enlace sealing 1 file', callId]),
})
const digestOf = (hashes: readonly Bytes[]): Promise<Bytes> =>
  sha256(framed(['enlace sealing 1 file digest', ...hashes]))

/** Bytes in pieces of one size, however they come; the last may be shorter. */
async function* inPieces(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Bytes> {
  let next = new Uint8Array(size)
  let filled = 0
  for await (const chunk of source)
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + size - filled)
      next.set(part, filled)
      at += part.length
      filled += part.length
      if (filled < size) continue
      yield next
      next = new Uint8Array(size)
      filled = 0
    }
  if (filled > 0) yield next.slice(0, filled)
}

async function* padded(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  const length = new Uint8Array(lengthSize)
  new DataView(length.buffer).setUint32(0, size)
  yield length
  let seen = 0
  for await (const chunk of source) {
    seen += chunk.length
    yield chunk
  }
  if (seen !== size) throw new SealingError('sealing.malformed', 'This file changed while it was being sealed.')
  for (let rest = stepOf(size) - size - lengthSize; rest > 0; rest -= piece) yield new Uint8Array(Math.min(rest, piece))
}

/**
 * Seals a file of `size` bytes as they come, each piece handed to `keep` in its turn, so that no more than a piece of it is
 * in memory here. The digest that goes into the envelope beside the key.
 */
export async function sealFile(given: {
  readonly source: AsyncIterable<Uint8Array>
  readonly size: number
  readonly key: Bytes
  readonly callId: string
  readonly keep: (sealed: Bytes) => void | Promise<void>
}): Promise<Bytes> {
  const { source, size, callId, keep } = given
  const count = stepOf(size) / piece
  const key = await subtle().importKey('raw', given.key, 'AES-GCM', false, ['encrypt'])
  const hashes: Bytes[] = []
  for await (const clear of inPieces(padded(source, size), piece)) {
    const sealed = new Uint8Array(await subtle().encrypt(algorithm(hashes.length, count, callId), key, clear))
    hashes.push(await sha256(sealed))
    await keep(sealed)
  }
  return digestOf(hashes)
}

const tampered = (): SealingError => new SealingError('sealing.tampered', 'This file is not the one that was sealed.')

/**
 * Opens a sealed file by what its envelope held of it, piece by piece. What `keep` was given counts only once this has
 * ended well: that all of it is there and nothing else is known at the end.
 */
export async function openFile(given: {
  readonly source: AsyncIterable<Uint8Array>
  readonly size: number
  readonly seal: FileSeal
  readonly callId: string
  readonly keep: (clear: Bytes) => void | Promise<void>
}): Promise<void> {
  const { source, size, seal, callId, keep } = given
  if (seal.key.length !== keySize || seal.digest.length !== digestSize) throw tampered()
  const count = stepOf(size) / piece
  const key = await subtle().importKey('raw', seal.key, 'AES-GCM', false, ['decrypt'])
  const hashes: Bytes[] = []
  let left = size
  for await (const sealed of inPieces(source, piece + tagSize)) {
    const at = hashes.length
    if (at >= count) throw tampered()
    hashes.push(await sha256(sealed))
    const opened = await subtle()
      .decrypt(algorithm(at, count, callId), key, sealed)
      .catch(() => null)
    if (opened === null) throw tampered()
    const clear = new Uint8Array(opened)
    if (at === 0 && new DataView(clear.buffer).getUint32(0) !== size) throw tampered()
    const from = at === 0 ? lengthSize : 0
    const part = clear.subarray(from, from + left)
    if (clear.subarray(from + part.length).some((byte) => byte !== 0)) throw tampered()
    left -= part.length
    if (part.length > 0) await keep(part)
  }
  if (hashes.length !== count || left !== 0 || !equalBytes(await digestOf(hashes), seal.digest)) throw tampered()
}
