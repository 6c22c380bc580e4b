import type { Best } from './best.ts'
import { type Dampings, frequency } from './bm25.ts'
import type { IntList } from './int-list.ts'
import {
  entryStride,
  type Layout,
  lengthOf,
  lengthPlace,
  ownerOf,
  passportStride,
  peakPlace,
  profilePlace,
  saidPlace,
  sumPlace,
} from './layout.ts'
import { numberOf, timesOf } from './postings.ts'

/** Of a supplier's entries so many choose it, each counting half as much as the one before. */
const choosingEntries = 7

/** What the telling terms of one query collect, entry by entry and passport by passport, in the records of the layout. */
export class Tally {
  readonly #layout: Layout
  readonly #dampings: Dampings
  readonly #best = new Float64Array(choosingEntries)
  /** The passports that were met. */
  readonly #met: number[] = []

  /** Begins anew. */
  constructor(layout: Layout, dampings: Dampings) {
    this.#layout = layout
    this.#dampings = dampings
    layout.clear()
  }

  /** Adds what one term is worth to every entry that holds it and, counted together, to the passports of these entries. */
  add(postings: IntList, worth: number): void {
    const { whole: said, fractions: sums } = this.#layout.entries
    const { whole: lengths, fractions: told } = this.#layout.passports
    const { entry: entryDamping, passport: passportDamping } = this.#dampings
    const { values, length } = postings
    for (let at = 0; at < length;) {
      const passport = ownerOf(said[numberOf(values[at] ?? 0) * entryStride + saidPlace] ?? 0)
      const record = passport * passportStride
      let times = 0
      let peak = told[record + peakPlace] ?? 0
      for (; at < length; at += 1) {
        const posting = values[at] ?? 0
        const entry = numberOf(posting) * entryStride
        const own = said[entry + saidPlace] ?? 0
        if (ownerOf(own) !== passport) break
        const sum = (sums[entry + sumPlace] ?? 0) + worth * frequency(timesOf(posting), lengthOf(own), entryDamping)
        sums[entry + sumPlace] = sum
        if (sum > peak) peak = sum
        times += timesOf(posting)
      }
      const before = told[record + profilePlace] ?? 0
      if (before === 0) this.#met.push(passport)
      told[record + profilePlace] =
        before + worth * frequency(times, lengths[record + lengthPlace] ?? 0, passportDamping)
      told[record + peakPlace] = peak
    }
  }

  /** Offers the passports that were met, leaving out what cannot be among the best. */
  offerTo(best: Best<number>): void {
    const told = this.#layout.passports.fractions
    for (const passport of this.#met) {
      const record = passport * passportStride
      const profile = told[record + profilePlace] ?? 0
      // Halving shares add up to less than two.
      if (profile + 2 * (told[record + peakPlace] ?? 0) < best.least) continue
      best.offer(passport, profile + this.#standing(passport))
    }
  }

  /** A passport's best entries, each half as much as the one before. */
  #standing(passport: number): number {
    const sums = this.#layout.entries.fractions
    const end = this.#layout.first(passport + 1)
    const best = this.#best
    best.fill(0)
    for (let entry = this.#layout.first(passport); entry < end; entry += 1) {
      const sum = sums[entry * entryStride + sumPlace] ?? 0
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
