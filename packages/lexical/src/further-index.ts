import type { OrganisationId } from '@enlace/domain'
import { type Dampings, frequency } from './bm25.ts'
import type { FurtherWord } from './further-words.ts'
import { meaningShare } from './glossary/glossary.ts'
import type { Entry, Sums } from './scorer.ts'

/** So many suppliers at most are candidates for what their own glossaries say alone. */
const mostFound = 100

/**
 * Who is found by the words of its own glossary. They are no part of the corpus and take nobody's place among the
 * candidates: what one supplier keeps changes no number of any other.
 */
export class FurtherIndex {
  readonly #holders = new Map<string, Set<OrganisationId>>()
  #worths: ReadonlyMap<string, number> = new Map()

  put(supplierId: OrganisationId, further: readonly FurtherWord[]): void {
    for (const { word } of further) {
      const held = this.#holders.get(word)
      if (held === undefined) this.#holders.set(word, new Set([supplierId]))
      else held.add(supplierId)
    }
  }

  remove(supplierId: OrganisationId, further: readonly FurtherWord[]): void {
    for (const { word } of further) {
      const held = this.#holders.get(word)
      held?.delete(supplierId)
      if (held?.size === 0) this.#holders.delete(word)
    }
  }

  /** Takes up a query: what each of its terms can add to a score. */
  ask(worths: readonly (readonly [string, number])[]): void {
    this.#worths = new Map(worths)
  }

  /** The suppliers whose further words are worth most to the query, best first, ties by id. */
  find(): readonly OrganisationId[] {
    if (this.#holders.size === 0) return []
    const sums = new Map<OrganisationId, number>()
    for (const [word, worth] of this.#worths)
      for (const id of this.#holders.get(word) ?? []) sums.set(id, (sums.get(id) ?? 0) + worth)
    return [...sums]
      .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, mostFound)
      .map(([id]) => id)
  }

  /** The sums of a passport with what its further words add: each as though it were said once, for a fifth. */
  added(sums: Sums, entries: readonly Entry[], further: readonly FurtherWord[], dampings: Dampings): Sums {
    const length = entries.reduce((sum, entry) => sum + entry.length, 0)
    const reached = [...sums.entries]
    let { profile } = sums
    for (const { word, order } of further) {
      const worth = meaningShare * (this.#worths.get(word) ?? 0)
      reached[order] = (reached[order] ?? 0) + worth * frequency(1, entries[order]?.length ?? 0, dampings.entry)
      profile += worth * frequency(1, length, dampings.passport)
    }
    return { entries: reached, profile }
  }
}
