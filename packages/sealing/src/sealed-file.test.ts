import { describe, expect, it } from 'vitest'

import type { Bytes } from './bytes.ts'
import {
  newFileKey,
  openFile,
  sealedFileLimit,
  sealedFileSize,
  sealedFileSizes,
  sealFile,
  type FileSeal,
} from './sealed-file.ts'
import { SealingError } from './sealing-error.ts'

const callId = 'call'
async function* of(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}
const joined = (parts: readonly Uint8Array[]): Buffer => Buffer.concat(parts)
const filled = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, at) => at % 251)

async function seal(bytes: Uint8Array, key = newFileKey()): Promise<{ sealed: Buffer; seal: FileSeal }> {
  const parts: Bytes[] = []
  const source = of(bytes.subarray(0, 7), bytes.subarray(7))
  const keep = (part: Bytes): void => void parts.push(part)
  const digest = await sealFile({ source, size: bytes.length, key, callId, keep })
  return { sealed: joined(parts), seal: { key, digest } }
}
async function open(sealed: Uint8Array, size: number, given: FileSeal, of_call = callId): Promise<Buffer | string> {
  const parts: Bytes[] = []
  // In chunks of another size than it was sealed in, as a disk gives them.
  const chunks = Array.from({ length: Math.ceil(sealed.length / 10_000) }, (_, at) =>
    sealed.subarray(at * 10_000, (at + 1) * 10_000),
  )
  const keep = (part: Bytes): void => void parts.push(part)
  return openFile({ source: of(...chunks), size, seal: given, callId: of_call, keep }).then(
    () => joined(parts),
    (error: unknown) => (error instanceof SealingError ? error.code : String(error)),
  )
}

describe('a sealed file', () => {
  it.each([0, 1, 65_531, 65_532, 65_533, 131_068, 131_069, 400_000])('of %i bytes opens as it was', async (size) => {
    const bytes = filled(size)
    const { sealed, seal: own } = await seal(bytes)
    expect(sealed.length).toBe(sealedFileSize(size))
    const opened = await open(sealed, size, own)
    expect(Buffer.isBuffer(opened) && opened.equals(bytes)).toBe(true)
  })

  it('shows of its length no more than which of eleven sizes it takes', async () => {
    const sizes = new Set<number>()
    for (let size = 1; size <= sealedFileLimit; size += 99_991) sizes.add(sealedFileSize(size))
    expect([...sizes]).toEqual(sealedFileSizes)
    const [small, larger] = [await seal(filled(3)), await seal(filled(60_000))]
    expect(small.sealed.length).toBe(larger.sealed.length)
    expect(() => sealedFileSize(sealedFileLimit + 1)).toThrow(SealingError)
  })

  it('does not open when a byte, its end, its order, its key, its digest, its size or its call is another', async () => {
    const bytes = filled(200_000)
    const { sealed, seal: own } = await seal(bytes)
    const changed = Buffer.from(sealed)
    changed[150_000] = (changed[150_000] ?? 0) ^ 1
    const piece = 65_536 + 16
    const swapped = joined([sealed.subarray(piece, 2 * piece), sealed.subarray(0, piece), sealed.subarray(2 * piece)])
    const other = await seal(bytes)
    const refused: (Buffer | string)[] = [
      await open(changed, bytes.length, own),
      await open(sealed.subarray(0, -piece), bytes.length, own),
      await open(joined([sealed, sealed.subarray(0, piece)]), bytes.length, own),
      await open(swapped, bytes.length, own),
      await open(sealed, bytes.length, { ...own, key: other.seal.key }),
      await open(sealed, bytes.length, { ...own, digest: other.seal.digest }),
      await open(sealed, bytes.length - 1, own),
      await open(sealed, 10, own),
      await open(sealed, bytes.length, own, 'another call'),
      await open(other.sealed, bytes.length, own),
      await open(Buffer.alloc(0), bytes.length, own),
      await open(sealed, bytes.length, { ...own, key: own.key.slice(1) }),
    ]
    expect(new Set(refused)).toEqual(new Set(['sealing.tampered']))
    // The control: it is the change that shuts it.
    expect(await open(sealed, bytes.length, own)).toEqual(Buffer.from(bytes))
  })

  it('is refused while it is sealed if it is longer or shorter than it said', async () => {
    const keep = (): void => {}
    for (const size of [2, 4])
      await expect(sealFile({ source: of(filled(3)), size, key: newFileKey(), callId, keep })).rejects.toThrow(
        SealingError,
      )
  })
})
