import type { FileHandle } from 'node:fs/promises'

import { fromFdPromise, type Entry, type ZipFile } from 'yauzl'

import { workbookProblem } from '@enlace/domain'

/** More entries than this are no workbook. */
const entriesLimit = 10_000

/** A zip archive of texts, read by their names. */
export class Zip {
  readonly #file: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>
  constructor(file: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#file = file
    this.#entries = entries
  }
  /** How many bytes an entry unfolds to; null where there is none. */
  sizeOf(name: string): number | null {
    return this.#entries.get(name)?.uncompressedSize ?? null
  }
  /**
   * The text of an entry, piece by piece. What it unfolds to is known before, and held to while it is read.
   * @throws Problem where it is missing, unfolds to more than `limit` bytes or is damaged
   */
  async *read(name: string, limit: number): AsyncGenerator<string> {
    const entry = this.#entries.get(name)
    if (entry === undefined) throw workbookProblem('workbook.damaged')
    if (entry.isEncrypted()) throw workbookProblem('workbook.closed')
    if (entry.uncompressedSize > limit) throw workbookProblem('workbook.swells')
    const decoder = new TextDecoder()
    try {
      for await (const piece of await this.#file.openReadStreamPromise(entry))
        yield decoder.decode(piece as Buffer, { stream: true })
    } catch (error) {
      throw asDamage(error)
    }
    yield decoder.decode()
  }
}

/** A disk that fails is no fault of the file. */
const asDamage = (error: unknown): unknown =>
  (error as { syscall?: unknown }).syscall === undefined ? workbookProblem('workbook.damaged') : error

/**
 * Reads the directory of a zip archive; nothing is unpacked yet.
 * @throws Problem where it has none, as when it was cut off
 */
export async function openZip(handle: FileHandle): Promise<Zip> {
  const entries = new Map<string, Entry>()
  try {
    const file = await fromFdPromise(handle.fd, { autoClose: false, lazyEntries: true })
    if (file.entryCount > entriesLimit) throw new Error('too many entries')
    for await (const entry of file.eachEntry()) entries.set(entry.fileName, entry)
    return new Zip(file, entries)
  } catch (error) {
    throw asDamage(error)
  }
}
