import type { Best } from './best.ts'
import { frequency } from './bm25.ts'
import type { IntList } from './int-list.ts'
import { numberOf, timesOf } from './postings.ts'

/** Of a supplier's entries so many choose it, each counting half as much as the one before. */
const choosingEntries = 7

/** Where the entries of a passport lie, and how long they and it are, in terms. */
export type Layout = {
  /** For each entry the first entry of its passport. */
  readonly firsts: IntList
  readonly lengths: IntList
  /** The length of a whole passport, and how many entries it has, at its first entry. */
  readonly passportLengths: IntList
  readonly counts: IntList
  /** What each word of an entry, and of a whole passport, is held against its matches. */
  readonly entryDamping: number
  readonly passportDamping: number
}

/** What the telling terms of one query have collected, entry by entry and passport by passport; its memory is kept from query to query. */
export class Tally {
  #sums = new Float64Array(0)
  #profiles = new Float64Array(0)
  /** The most that an entry of a passport has collected, at its first entry. */
  #peaks = new Float64Array(0)
  readonly #best = new Float64Array(choosingEntries)
  /** The first entries of the passports that were met. */
  #met = new Int32Array(0)
  #meetings = 0

  /** Begins anew, with room for so many entries. */
  open(entries: number): void {
    if (this.#sums.length < entries) {
      this.#sums = new Float64Array(entries + (entries >> 2))
      this.#profiles = new Float64Array(this.#sums.length)
      this.#peaks = new Float64Array(this.#sums.length)
      this.#met = new Int32Array(this.#sums.length)
    }
    this.#sums.fill(0)
    this.#profiles.fill(0)
    this.#peaks.fill(0)
    this.#meetings = 0
  }

  /** Adds what one term is worth to every entry that holds it and, counted together, to the passports of these entries. */
  add(postings: IntList, worth: number, layout: Layout): void {
    const sums = this.#sums
    const peaks = this.#peaks
    const { values, length } = postings
    const firsts = layout.firsts.values
    const lengths = layout.lengths.values
    const { entryDamping } = layout
    for (let at = 0; at < length;) {
      const first = firsts[numberOf(values[at] ?? 0)] ?? 0
      let times = 0
      let peak = peaks[first] ?? 0
      for (; at < length; at += 1) {
        const posting = values[at] ?? 0
        const entry = numberOf(posting)
        if (firsts[entry] !== first) break
        const sum = (sums[entry] ?? 0) + worth * frequency(timesOf(posting), lengths[entry] ?? 0, entryDamping)
        sums[entry] = sum
        if (sum > peak) peak = sum
        times += timesOf(posting)
      }
      peaks[first] = peak
      this.#meet(first, worth * frequency(times, layout.passportLengths.values[first] ?? 0, layout.passportDamping))
    }
  }

  #meet(first: number, worth: number): void {
    const before = this.#profiles[first] ?? 0
    if (before === 0) this.#met[this.#meetings++] = first
    this.#profiles[first] = before + worth
  }

  /** Offers the passports that were met, by their first entries, leaving out what cannot be among the best. */
  offerTo(best: Best<number>, { counts }: Layout): void {
    const peaks = this.#peaks
    const profiles = this.#profiles
    const entriesOf = counts.values
    for (let at = 0; at < this.#meetings; at += 1) {
      const first = this.#met[at] ?? 0
      const profile = profiles[first] ?? 0
      // Halving shares add up to less than two.
      if (profile + 2 * (peaks[first] ?? 0) < best.least) continue
      best.offer(first, profile + this.#standing(first, first + (entriesOf[first] ?? 0)))
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
