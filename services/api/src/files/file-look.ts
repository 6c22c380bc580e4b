import { createHash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'

const headBytes = 4096
/** Bytes that plain text in any usual encoding of one byte or UTF-8 never holds: controls but tab, line feed, form feed and return. */
const neverInText = new Set(
  Array.from({ length: 32 }, (_, byte) => byte).filter((byte) => ![9, 10, 12, 13].includes(byte)),
)

/** Looks at bytes on their way: how many, their SHA-256, the first of them, and whether they are plain text. */
export class FileLooker extends Transform {
  readonly #hash = createHash('sha256')
  #head = Buffer.alloc(0)
  size = 0
  isText = true

  get head(): Uint8Array {
    return this.#head
  }

  sha256(): string {
    return this.#hash.digest('hex')
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.size += chunk.length
    this.#hash.update(chunk)
    if (this.#head.length < headBytes) this.#head = Buffer.concat([this.#head, chunk]).subarray(0, headBytes)
    if (this.isText) this.isText = !chunk.some((byte) => neverInText.has(byte))
    done(null, chunk)
  }
}
