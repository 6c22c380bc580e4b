import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { constants, inflateRawSync } from 'node:zlib'

import { writingsOf, type Canary, type Writing } from './canary.ts'

/** What was seen of a canary in one place: by each writing how often, and which of its numbers. */
export type Sighting = {
  hits: number
  readonly forms: Map<string, number>
  readonly words: Set<number>
  readonly prices: Set<number>
}
type Sought = Writing & { readonly canary: string }

const pieceSize = 4 * 2 ** 20
/** More than the longest writing with its number. */
const overlap = 1024
const gzipMagic = Buffer.from([0x1f, 0x8b, 0x08])
const unpackedLimit = 64 * 2 ** 20
const unseen = (): Sighting => ({ hits: 0, forms: new Map(), words: new Set(), prices: new Set() })

/**
 * Looks for canaries in bytes of any kind, place by place. One pass over the bytes finds every writing, since hardly any two
 * bytes begin one; what gzip packed is unpacked.
 */
export class CanaryScan {
  /** How many bytes were looked at, by place. */
  readonly bytes = new Map<string, number>()
  readonly #seen = new Map<string, Sighting>()
  readonly #beginnings = new Map<number, Sought[]>()
  readonly #begins = new Uint8Array(65_536)

  constructor(canaries: Readonly<Record<string, Canary>>) {
    for (const [name, canary] of Object.entries(canaries))
      for (const writing of writingsOf(canary)) this.#seek({ ...writing, canary: name })
  }

  #seek(sought: Sought): void {
    const begin = sought.bytes.readUInt16BE(0)
    this.#begins[begin] = 1
    this.#beginnings.set(begin, [...(this.#beginnings.get(begin) ?? []), sought])
  }

  seen(place: string, canary: string): Sighting {
    return this.#seen.get(`${canary}\n${place}`) ?? unseen()
  }

  /** All places where a canary was seen, with the writings it was seen in. */
  sightings(canary: string): readonly string[] {
    return [...this.bytes.keys()].flatMap((place) =>
      [...this.seen(place, canary).forms].map(([form, count]) => `${place}: ${form} (${count})`),
    )
  }

  value(place: string, value: unknown): void {
    this.look(place, Buffer.from(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')))
  }

  /** Reads a file in pieces that overlap, so that nothing falls between two of them. */
  file(place: string, path: string): void {
    const file = openSync(path, 'r')
    try {
      const { size } = fstatSync(file)
      const piece = Buffer.alloc(Math.min(size, pieceSize + overlap))
      for (let at = 0; at < size; at += pieceSize) {
        const read = readSync(file, piece, 0, piece.length, at)
        this.look(place, piece.subarray(0, read), pieceSize)
      }
    } finally {
      closeSync(file)
    }
  }

  /** Reads every file below a folder that has a place; one that goes away meanwhile is passed over. */
  folder(placeOf: (path: string) => string | null, folder: string): void {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      const place = placeOf(path)
      if (place === null) continue
      try {
        this.file(place, path)
      } catch (error) {
        if ((error as { code?: string }).code !== 'ENOENT') throw error
      }
    }
  }

  /** Looks through bytes; what begins behind `end` belongs to the next piece. */
  look(place: string, bytes: Buffer, end = bytes.length): void {
    this.bytes.set(place, (this.bytes.get(place) ?? 0) + Math.min(end, bytes.length))
    const last = Math.min(end, bytes.length - 1)
    for (let at = 0; at < last; at += 1) {
      const begin = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
      if (this.#begins[begin] === 1) this.#found(place, bytes, at, begin)
      else if (begin === 0x1f8b && bytes[at + 2] === gzipMagic[2]) this.#unpack(place, bytes.subarray(at))
    }
  }

  #found(place: string, bytes: Buffer, at: number, begin: number): void {
    for (const { bytes: wanted, canary, form, numbered } of this.#beginnings.get(begin) ?? []) {
      if (at + wanted.length > bytes.length || bytes.compare(wanted, 0, wanted.length, at, at + wanted.length) !== 0)
        continue
      const name = `${canary}\n${place}`
      const sighting = this.#seen.get(name) ?? unseen()
      this.#seen.set(name, sighting)
      sighting.hits += 1
      sighting.forms.set(form, (sighting.forms.get(form) ?? 0) + 1)
      const number = numbered
        ? /^\d{4}/.exec(bytes.toString('latin1', at + wanted.length, at + wanted.length + 4))
        : null
      if (number !== null) (form === 'words' ? sighting.words : sighting.prices).add(Number(number[0]))
    }
  }

  #unpack(place: string, bytes: Buffer): void {
    try {
      const unpacked = inflateRawSync(bytes.subarray(gzipHeaderSize(bytes)), {
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: unpackedLimit,
      })
      this.look(place, unpacked)
    } catch {
      // Three bytes that only look like the beginning of something packed.
    }
  }
}

/** How long the header of what gzip packed is (RFC 1952). What follows such a thing in a file is of no concern to it. */
function gzipHeaderSize(bytes: Buffer): number {
  const flags = bytes[3] ?? 0
  let size = 10
  if ((flags & 4) !== 0) size += 2 + bytes.readUInt16LE(size)
  for (const flag of [8, 16]) if ((flags & flag) !== 0) size = bytes.indexOf(0, size) + 1
  return (flags & 2) === 0 ? size : size + 2
}
