/** Some bytes of a file that lies somewhere; fewer where it ends. */
export type ReadBytes = (from: number, length: number) => Promise<Uint8Array>
/** What stands in the directory of a zip archive. */
export type ZipDirectory = {
  readonly names: readonly string[]
  /** How many bytes its entries say that they unfold to. */
  readonly unfolds: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endBytes = 22
const longestComment = 65_535
const entryBytes = 46
/** A directory larger than this is no office document that people write. */
const longestDirectory = 1_000_000

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/**
 * The directory of a zip archive of `size` bytes; null where the file is none. Nothing is unpacked, so what an entry
 * would unfold to costs nothing.
 */
export async function readZipDirectory(size: number, read: ReadBytes): Promise<ZipDirectory | null> {
  if (size < endBytes || viewOf(await read(0, 4)).getUint32(0, true) !== localSignature) return null
  const tail = await read(Math.max(0, size - endBytes - longestComment), Math.min(size, endBytes + longestComment))
  const end = findEnd(viewOf(tail))
  if (end === null) return null
  const [length, from] = [viewOf(tail).getUint32(end + 12, true), viewOf(tail).getUint32(end + 16, true)]
  return length > longestDirectory || from + length > size ? null : entriesIn(await read(from, length))
}

function findEnd(tail: DataView): number | null {
  for (let at = tail.byteLength - endBytes; at >= 0; at -= 1) if (tail.getUint32(at, true) === endSignature) return at
  return null
}

function entriesIn(directory: Uint8Array): ZipDirectory {
  const view = viewOf(directory)
  const text = new TextDecoder()
  const names: string[] = []
  let unfolds = 0
  let at = 0
  while (at + entryBytes <= directory.length && view.getUint32(at, true) === entrySignature) {
    const nameLength = view.getUint16(at + 28, true)
    names.push(text.decode(directory.subarray(at + entryBytes, at + entryBytes + nameLength)))
    unfolds += view.getUint32(at + 24, true)
    at += entryBytes + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { names, unfolds }
}
