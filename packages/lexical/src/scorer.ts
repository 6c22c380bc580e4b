import { type Dampings, frequency } from './bm25.ts'
import { numberOf, timesOf } from './postings.ts'

/** One entry: where its terms stand among those of its passport, and its length in words. */
export type Entry = { readonly from: number; readonly to: number; readonly length: number }

/** What a passport says: each entry's distinct terms with their times, all in one piece of memory, which is walked for every need it is a candidate of. */
export type Said = { readonly terms: Int32Array; readonly entries: readonly Entry[] }

/** Puts entries together, each given by its terms and its length in words. */
export function saidOf(entries: readonly { readonly terms: Int32Array; readonly length: number }[]): Said {
  const terms = new Int32Array(entries.reduce((sum, entry) => sum + entry.terms.length, 0))
  let at = 0
  const placed = entries.map((entry): Entry => {
    terms.set(entry.terms, at)
    const from = at
    at += entry.terms.length
    return { from, to: at, length: entry.length }
  })
  return { terms, entries: placed }
}

/** A query as this corpus weighs it: what each term can add to a score, the most telling first; -1 stands for words unknown here. */
export type Weighed = ReadonlyMap<number, number>

/** What each of a passport's entries is worth to a query, and what all of them are as one text. */
export type Sums = { readonly entries: readonly number[]; readonly profile: number }

/** Sums up what texts are worth to one query at a time; its memory, one place a term, is kept from query to query. */
export class Scorer {
  #worths = new Float64Array(0)
  #times = new Int32Array(0)
  #taken: Weighed = new Map()

  /** Takes up a query over so many terms. */
  take(weighed: Weighed, terms: number): void {
    for (const term of this.#taken.keys()) this.#worths[term] = 0
    if (this.#worths.length < terms) {
      this.#worths = new Float64Array(terms + (terms >> 2))
      this.#times = new Int32Array(this.#worths.length)
    }
    for (const [term, worth] of weighed) this.#worths[term] = worth
    this.#taken = weighed
  }

  /** What each of a passport's entries is worth to the query, and what all of them are as one text. */
  sums({ terms, entries }: Said, dampings: Dampings): Sums {
    const worths = this.#worths
    const times = this.#times
    const met: number[] = []
    const sums: number[] = []
    let length = 0
    for (const entry of entries) {
      let sum = 0
      for (let at = entry.from; at < entry.to; at += 1) {
        const pair = terms[at] ?? 0
        const term = numberOf(pair)
        const worth = worths[term] ?? 0
        if (worth === 0) continue
        sum += worth * frequency(timesOf(pair), entry.length, dampings.entry)
        if (times[term] === 0) met.push(term)
        times[term] = (times[term] ?? 0) + timesOf(pair)
      }
      sums.push(sum)
      length += entry.length
    }
    let profile = 0
    for (const term of met) {
      profile += (worths[term] ?? 0) * frequency(times[term] ?? 0, length, dampings.passport)
      times[term] = 0
    }
    return { entries: sums, profile }
  }
}
