import { open } from 'node:fs/promises'

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endBytes = 22
const longestComment = 65_535
const entryBytes = 46
/** A directory larger than this is no office document that people write. */
const longestDirectory = 1_000_000

/**
 * The names in the directory of a zip archive; null where the file is none. Nothing is unpacked, so what an entry
 * would unfold to does not matter.
 */
export async function readZipNames(path: string): Promise<readonly string[] | null> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const read = async (from: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
      return buffer.subarray(0, bytesRead)
    }
    if (size < endBytes || (await read(0, 4)).readUInt32LE() !== localSignature) return null
    const tail = await read(Math.max(0, size - endBytes - longestComment), Math.min(size, endBytes + longestComment))
    const end = findEnd(tail)
    if (end === null) return null
    const [length, from] = [end.readUInt32LE(12), end.readUInt32LE(16)]
    return length > longestDirectory || from + length > size ? null : namesIn(await read(from, length))
  } finally {
    await file.close()
  }
}

function findEnd(tail: Buffer): Buffer | null {
  for (let at = tail.length - endBytes; at >= 0; at -= 1)
    if (tail.readUInt32LE(at) === endSignature) return tail.subarray(at)
  return null
}

function namesIn(directory: Buffer): readonly string[] {
  const names: string[] = []
  let at = 0
  while (at + entryBytes <= directory.length && directory.readUInt32LE(at) === entrySignature) {
    const nameLength = directory.readUInt16LE(at + 28)
    names.push(directory.toString('utf8', at + entryBytes, at + entryBytes + nameLength))
    at += entryBytes + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return names
}
