import { IntList } from './int-list.ts'

/** The numbers kept of an entry, by their places: whose it is, and its length in terms. */
export const entryFields = { passport: 0, length: 1 } as const
export const entryStride = 2
/** The numbers kept of a passport: its first entry, how many it has, and the length of all of them. */
export const passportFields = { first: 0, count: 1, length: 2 } as const
export const passportStride = 4

/**
 * Where the entries of passports lie. What a walk over postings asks of an entry, or of a passport, stands side by side in one
 * piece of memory: such a walk waits for memory, not for arithmetic.
 */
export class Layout {
  readonly #entries = new IntList()
  readonly #passports = new IntList()

  /** How many entries were ever given a place; the next passport's entries begin there. */
  get entries(): number {
    return this.#entries.length / entryStride
  }

  get passports(): number {
    return this.#passports.length / passportStride
  }

  /** By entry, `entryStride` numbers each; another piece of memory after `lay`. */
  get ofEntries(): Int32Array {
    return this.#entries.values
  }

  /** By passport, `passportStride` numbers each; another piece of memory after `lay`. */
  get ofPassports(): Int32Array {
    return this.#passports.values
  }

  /** Gives a passport the next number and its entries, told by their lengths, the next places; returns that number. */
  lay(lengths: readonly number[]): number {
    const number = this.passports
    const first = this.entries
    for (const length of lengths) {
      this.#entries.push(number)
      this.#entries.push(length)
    }
    for (const kept of [first, lengths.length, lengths.reduce((sum, length) => sum + length, 0), 0])
      this.#passports.push(kept)
    return number
  }
}
