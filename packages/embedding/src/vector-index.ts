import { cosine, isBlank } from './small.ts'

/** So many times the wanted number of entries are looked at closely; the others are told apart by signs alone. */
const closeLook = 10

/** The place of an entry that could not be read and is never found. */
const nowhere = -1

type Held = { readonly version: number; readonly vectors: Int8Array; readonly slots: readonly number[] }

/** How many bits are set. */
function bits(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** The vectors of things with one or several entries each, in memory; the nearest are found by signs first, then by cosine. */
export class VectorIndex<Id extends string> {
  readonly dims: number
  readonly #words: number
  readonly #held = new Map<Id, Held>()
  #signs: Int32Array
  #holders: (Id | null)[] = []
  #free: number[] = []

  constructor(dims: number) {
    this.dims = dims
    this.#words = Math.ceil(dims / 32)
    this.#signs = new Int32Array(this.#words * 256)
  }

  get size(): number {
    return this.#held.size
  }

  /** Takes in a thing's vectors, one after the other, replacing what was held of it. */
  put(id: Id, version: number, vectors: Int8Array): void {
    this.remove(id)
    const slots: number[] = []
    for (let from = 0; from + this.dims <= vectors.length; from += this.dims) {
      if (isBlank(vectors.subarray(from, from + this.dims))) {
        slots.push(nowhere)
        continue
      }
      const slot = this.#free.pop() ?? this.#holders.push(null) - 1
      this.#holders[slot] = id
      this.#sign(slot, vectors, from)
      slots.push(slot)
    }
    this.#held.set(id, { version, vectors, slots })
  }

  remove(id: Id): void {
    for (const slot of this.#held.get(id)?.slots ?? []) {
      if (slot === nowhere) continue
      this.#holders[slot] = null
      this.#free.push(slot)
    }
    this.#held.delete(id)
  }

  /** The vectors held of a version of a thing, one after the other, or null. */
  vectors(id: Id, version: number): Int8Array | null {
    const held = this.#held.get(id)
    return held?.version === version ? held.vectors : null
  }

  /** The cosine of a vector with each entry of a version of a thing, null for one that was not read; null where that version is not held. */
  cosines(query: Int8Array, id: Id, version: number): readonly (number | null)[] | null {
    const vectors = this.vectors(id, version)
    if (vectors === null) return null
    return Array.from({ length: vectors.length / this.dims }, (_, order) => {
      const from = order * this.dims
      return isBlank(vectors.subarray(from, from + this.dims)) ? null : cosine(query, vectors, from)
    })
  }

  /** The things with the entries nearest to a vector, of those that count, nearest first; of equally near ones the smaller id. */
  nearest(query: Int8Array, limit: number, counts: (id: Id) => boolean = () => true): readonly Id[] {
    const near = new Map<Id, number>()
    for (const slot of this.#alike(query, limit * closeLook, counts)) {
      const id = this.#holders[slot]
      const held = id === null || id === undefined ? undefined : this.#held.get(id)
      if (id === null || id === undefined || held === undefined) continue
      const cos = cosine(query, held.vectors, held.slots.indexOf(slot) * this.dims)
      if (cos > (near.get(id) ?? -2)) near.set(id, cos)
    }
    return [...near]
      .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, limit)
      .map(([id]) => id)
  }

  #sign(slot: number, vectors: Int8Array, from: number): void {
    const start = slot * this.#words
    if (start + this.#words > this.#signs.length) {
      const grown = new Int32Array(2 * this.#signs.length)
      grown.set(this.#signs)
      this.#signs = grown
    }
    this.#signs.fill(0, start, start + this.#words)
    for (let at = 0; at < this.dims; at += 1)
      if ((vectors[from + at] ?? 0) > 0)
        this.#signs[start + (at >> 5)] = (this.#signs[start + (at >> 5)] ?? 0) | (1 << (at & 31))
  }

  /** The slots that count whose signs differ least, and all that differ as little as the last of them. */
  #alike(query: Int8Array, limit: number, counts: (id: Id) => boolean): readonly number[] {
    const asked = new Int32Array(this.#words)
    query.forEach((value, at) => {
      if (value > 0) asked[at >> 5] = (asked[at >> 5] ?? 0) | (1 << (at & 31))
    })
    const slots = this.#holders.length
    const distances = new Uint16Array(slots)
    const differing = new Uint32Array(this.dims + 1)
    for (let slot = 0; slot < slots; slot += 1) {
      const id = this.#holders[slot] ?? null
      if (id === null || !counts(id)) {
        distances[slot] = this.dims + 1
        continue
      }
      let distance = 0
      for (let word = 0, at = slot * this.#words; word < this.#words; word += 1, at += 1)
        distance += bits((asked[word] ?? 0) ^ (this.#signs[at] ?? 0))
      distances[slot] = distance
      differing[distance] = (differing[distance] ?? 0) + 1
    }
    let last = 0
    for (let found = differing[0] ?? 0; found < limit && last < this.dims;) found += differing[(last += 1)] ?? 0
    const chosen: number[] = []
    for (let slot = 0; slot < slots; slot += 1) if ((distances[slot] ?? 0) <= last) chosen.push(slot)
    return chosen
  }
}
