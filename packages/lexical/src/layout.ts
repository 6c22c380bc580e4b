import { assert } from '@enlace/domain'

/** A record of an entry: whose it is and its length in one number (`ownerOf`, `lengthOf`), and what a query collects for it. */
export const entryStride = 2
export const saidPlace = 0
export const sumPlace = 1

/** A record of a passport: its length in terms, and what a query collects for all of it and for its best entry. */
export const passportStride = 4
export const lengthPlace = 0
export const profilePlace = 1
export const peakPlace = 2

const lengthBits = 12
const mostLength = (1 << lengthBits) - 1
/** So many passports have a number in one index, with those that gave theirs up since it was last renumbered. */
const mostPassports = 1 << (31 - lengthBits)

export const ownerOf = (said: number): number => said >>> lengthBits
export const lengthOf = (said: number): number => said & mostLength

/** Records of equal size in one piece of memory, whose words are read as whole numbers or as fractions. */
class Records {
  #whole: Int32Array
  #fractions: Float32Array
  #length = 0

  constructor(stride: number) {
    this.#whole = new Int32Array(stride)
    this.#fractions = new Float32Array(this.#whole.buffer)
  }

  get length(): number {
    return this.#length
  }

  get whole(): Int32Array {
    return this.#whole
  }

  get fractions(): Float32Array {
    return this.#fractions
  }

  push(...words: readonly number[]): void {
    if (this.#length + words.length > this.#whole.length) {
      const wider = new Int32Array(2 * this.#whole.length)
      wider.set(this.#whole)
      this.#whole = wider
      this.#fractions = new Float32Array(wider.buffer)
    }
    for (const word of words) this.#whole[this.#length++] = word
  }
}

/**
 * Where the entries of passports lie. What a walk over postings reads of an entry, or of a passport, and what it writes, stands
 * side by side: such a walk waits for memory, not for arithmetic, and this lets it wait once for each.
 */
export class Layout {
  readonly entries = new Records(entryStride)
  readonly passports = new Records(passportStride)
  /** By passport, the number of its first entry; the others follow. */
  readonly #firsts: number[] = []

  /** The number that the next entry gets. */
  get nextEntry(): number {
    return this.entries.length / entryStride
  }

  /** The number of a passport's first entry; of the passport that comes next, where its entries will begin. */
  first(passport: number): number {
    return this.#firsts[passport] ?? this.nextEntry
  }

  /** Gives a passport the next number and its entries, told by their lengths, the next places; returns that number. */
  lay(lengths: readonly number[]): number {
    const number = this.#firsts.length
    assert(number < mostPassports, 'an index has a number for each passport')
    this.#firsts.push(this.nextEntry)
    for (const length of lengths) this.entries.push((number << lengthBits) | Math.min(length, mostLength), 0)
    const all = lengths.reduce((sum, length) => sum + length, 0)
    this.passports.push(all, 0, 0, 0)
    return number
  }

  /** Forgets what a query collected. */
  clear(): void {
    const { entries, passports } = this
    for (let at = sumPlace; at < entries.length; at += entryStride) entries.whole[at] = 0
    for (let at = 0; at < passports.length; at += passportStride) {
      passports.whole[at + profilePlace] = 0
      passports.whole[at + peakPlace] = 0
    }
  }
}
