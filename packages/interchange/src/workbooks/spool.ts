import { randomUUID } from 'node:crypto'
import { open, unlink, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Problem } from '@enlace/domain'

/** As many bytes lie on disk at once, and no more. */
const spoolLimit = 100_000_000

/**
 * Bytes in a file that can be read from anywhere, since a workbook's directory stands at its end. The file has no name
 * any more, so it is gone once its handle is closed, however this process ends.
 */
export async function spool(bytes: AsyncIterable<Uint8Array>): Promise<FileHandle> {
  const path = join(tmpdir(), `enlace-workbook-${randomUUID()}`)
  const handle = await open(path, 'wx+', 0o600)
  try {
    await unlink(path)
    let length = 0
    for await (const piece of bytes) {
      length += piece.length
      if (length > spoolLimit) throw new Problem('input.too-large', 'A workbook may have 100 MB.')
      await handle.writev([piece])
    }
    return handle
  } catch (error) {
    await handle.close()
    throw error
  }
}
