import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Transform, type TransformCallback } from 'node:stream'

import { HeadLook, readZipDirectory, type FileLook } from '@enlace/domain'

/** Looks at bytes on their way: how many, their SHA-256, the first of them, and whether they are plain text. */
export class FileLooker extends Transform {
  readonly #hash = createHash('sha256')
  readonly #look = new HeadLook()
  size = 0

  sha256(): string {
    return this.#hash.digest('hex')
  }

  see(chunk: Uint8Array): void {
    this.size += chunk.length
    this.#hash.update(chunk)
    this.#look.see(chunk)
  }

  /** What was seen, with the directory of the archive that lies at `path` now, if it is one. */
  async lookAt(path: string): Promise<FileLook> {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      const zip = await readZipDirectory(size, async (from, length) => {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
        return buffer.subarray(0, bytesRead)
      })
      const { head, isText } = this.#look
      return { head, isText, zipNames: zip?.names ?? null, zipUnfolds: zip?.unfolds }
    } finally {
      await file.close()
    }
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.see(chunk)
    done(null, chunk)
  }
}
