import type { Best } from './best.ts'
import { frequency } from './bm25.ts'
import type { IntList } from './int-list.ts'
import { entryFields, entryStride, type Layout, passportFields, passportStride } from './layout.ts'
import { numberOf, timesOf } from './postings.ts'

/** Of a supplier's entries so many choose it, each counting half as much as the one before. */
const choosingEntries = 7

/** What each word of an entry, and of a whole passport, is held against its matches. */
export type Dampings = { readonly entry: number; readonly passport: number }

/** What is collected of a passport: by its words as a whole, and the most of any of its entries. */
const profileField = 0
const peakField = 1
const toldStride = 2

/** What the telling terms of one query have collected, entry by entry and passport by passport; its memory is kept from query to query. */
export class Tally {
  #sums = new Float64Array(0)
  #told = new Float64Array(0)
  readonly #best = new Float64Array(choosingEntries)
  /** The passports that were met. */
  #met = new Int32Array(0)
  #meetings = 0

  /** Begins anew, with room for all that is laid out. */
  open(layout: Layout): void {
    const { entries, passports } = layout
    if (this.#sums.length < entries) this.#sums = new Float64Array(entries + (entries >> 2))
    else this.#sums.fill(0)
    if (this.#met.length < passports) {
      this.#met = new Int32Array(passports + (passports >> 2))
      this.#told = new Float64Array(this.#met.length * toldStride)
    } else this.#told.fill(0)
    this.#meetings = 0
  }

  /** Adds what one term is worth to every entry that holds it and, counted together, to the passports of these entries. */
  add(postings: IntList, worth: number, { ofEntries, ofPassports }: Layout, dampings: Dampings): void {
    const sums = this.#sums
    const told = this.#told
    const { values, length } = postings
    for (let at = 0; at < length;) {
      const passport = ofEntries[numberOf(values[at] ?? 0) * entryStride + entryFields.passport] ?? 0
      const place = passport * toldStride
      let times = 0
      let peak = told[place + peakField] ?? 0
      for (; at < length; at += 1) {
        const posting = values[at] ?? 0
        const entry = numberOf(posting)
        if (ofEntries[entry * entryStride + entryFields.passport] !== passport) break
        const words = ofEntries[entry * entryStride + entryFields.length] ?? 0
        const sum = (sums[entry] ?? 0) + worth * frequency(timesOf(posting), words, dampings.entry)
        sums[entry] = sum
        if (sum > peak) peak = sum
        times += timesOf(posting)
      }
      const words = ofPassports[passport * passportStride + passportFields.length] ?? 0
      const before = told[place + profileField] ?? 0
      if (before === 0) this.#met[this.#meetings++] = passport
      told[place + profileField] = before + worth * frequency(times, words, dampings.passport)
      told[place + peakField] = peak
    }
  }

  /** Offers the passports that were met, leaving out what cannot be among the best. */
  offerTo(best: Best<number>, { ofPassports }: Layout): void {
    const told = this.#told
    for (let at = 0; at < this.#meetings; at += 1) {
      const passport = this.#met[at] ?? 0
      const profile = told[passport * toldStride + profileField] ?? 0
      // Halving shares add up to less than two.
      if (profile + 2 * (told[passport * toldStride + peakField] ?? 0) < best.least) continue
      const first = ofPassports[passport * passportStride + passportFields.first] ?? 0
      const count = ofPassports[passport * passportStride + passportFields.count] ?? 0
      best.offer(passport, profile + this.#standing(first, first + count))
    }
  }

  /** A passport's best entries, each half as much as the one before. */
  #standing(first: number, end: number): number {
    const sums = this.#sums
    const best = this.#best
    best.fill(0)
    for (let entry = first; entry < end; entry += 1) {
      const sum = sums[entry] ?? 0
      let at = choosingEntries - 1
      if (sum <= (best[at] ?? 0)) continue
      for (; at > 0 && (best[at - 1] ?? 0) < sum; at -= 1) best[at] = best[at - 1] ?? 0
      best[at] = sum
    }
    let standing = 0
    for (let at = 0, share = 1; at < choosingEntries; at += 1, share /= 2) standing += (best[at] ?? 0) * share
    return standing
  }
}
