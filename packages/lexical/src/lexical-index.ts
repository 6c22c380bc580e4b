import type { OrganisationId } from '@enlace/domain'
import { terms } from './analysis.ts'
import { ceiling, frequency, rarity } from './bm25.ts'
import type { NeedQuery } from './need-query.ts'
import { Best } from './best.ts'
import { type IndexedPassport, passportEntries } from './passport-entries.ts'
import { Postings } from './postings.ts'

/** Of a supplier's entries so many count, each half as much as the one before. */
export const countedEntries = 8

/** What an entry reaches; `order` is its place among the passport's entries, `score` 0..1. */
export type EntryHit = { readonly order: number; readonly score: number }

/** A supplier found by words: how its passport as a whole and its best entries meet the query, each 0..1. */
export type LexicalHit = {
  readonly supplierId: OrganisationId
  readonly version: number
  readonly profile: number
  readonly entries: readonly EntryHit[]
}

type Held = {
  readonly supplierId: OrganisationId
  readonly version: number
  /** The number of its first entry; the others follow. */
  readonly first: number
  readonly terms: readonly (readonly number[])[]
  readonly length: number
}

/** So many of a query's rarest words tell what it is about. */
const tellingTerms = 12

/** A sum of words as a score, 0..1: about one half at a third of the telling words, never quite 1. */
const scoreOf = (sum: number): number => 1 - Math.exp(-2 * sum)

/** Best first; of equal ones the earlier entry. */
export const bestEntries = (entries: readonly EntryHit[]): readonly EntryHit[] =>
  entries
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, countedEntries)

/** One number to choose candidates by beside the passport as a whole: its best entries, each half as much as the one before. */
function standing(sums: Float64Array, { first, terms: entries }: Held): number {
  if (entries.length === 1) return sums[first] ?? 0
  const sorted = sums.subarray(first, first + entries.length).toSorted()
  let sum = 0
  for (let at = sorted.length - 1, share = 1; at >= 0 && share > 0.01; at -= 1, share /= 2)
    sum += (sorted[at] ?? 0) * share
  return sum
}

/**
 * BM25 over the entries of all passports, held in memory. It is derived from Postgres and rebuilt from there at any
 * time; it is right the moment `put` returns, unlike a search server that lags.
 */
export class LexicalIndex {
  readonly #postings = new Postings()
  readonly #suppliers = new Map<OrganisationId, Held>()
  #owners: (Held | null)[] = []
  #lengths: number[] = []
  #entries = 0
  #words = 0

  get suppliers(): number {
    return this.#suppliers.size
  }

  get entries(): number {
    return this.#entries
  }

  /** The version of the passport held of a supplier, or null. */
  version(supplierId: OrganisationId): number | null {
    return this.#suppliers.get(supplierId)?.version ?? null
  }

  /** Takes in a supplier's passport, replacing what was held of it. */
  put(passport: IndexedPassport): void {
    const supplierId = passport.organisationId
    this.remove(supplierId)
    const texts = passportEntries(passport).map((entry) => terms(entry.text, passport.language))
    const first = this.#lengths.length
    const length = texts.reduce((sum, words) => sum + words.length, 0)
    const held = {
      supplierId,
      version: passport.version,
      first,
      terms: texts.map((words, order) => this.#postings.add(first + order, words)),
      length,
    }
    for (const words of texts) {
      this.#lengths.push(words.length)
      this.#owners.push(held)
    }
    this.#entries += texts.length
    this.#words += length
    this.#suppliers.set(supplierId, held)
  }

  /** Forgets a supplier; one that is not held is no fault. */
  remove(supplierId: OrganisationId): void {
    const held = this.#suppliers.get(supplierId)
    if (held === undefined) return
    this.#suppliers.delete(supplierId)
    held.terms.forEach((numbers, order) => {
      this.#postings.drop(held.first + order, numbers)
      this.#owners[held.first + order] = null
    })
    this.#entries -= held.terms.length
    this.#words -= held.length
    if (this.#owners.length > 2 * this.#entries + 1000) this.#renumber()
  }

  /** How rare a term is among all entries. */
  rarity(term: string): number {
    return rarity(this.#entries, this.#postings.holders(term))
  }

  /**
   * What an entry reaches that holds the query's telling terms: it depends on the query and the corpus, never on what
   * was found. Only the most telling ones count, so that a long need is not held against everybody.
   */
  #most({ terms: wanted }: NeedQuery): number {
    const worths = [...wanted].map(([term, weight]) => weight * this.rarity(term)).toSorted((a, b) => b - a)
    return worths.slice(0, tellingTerms).reduce((sum, worth) => sum + worth, 0) * ceiling
  }

  /** The suppliers whose words meet the query best, best first, ties by id. */
  retrieve(query: NeedQuery, limit: number): readonly LexicalHit[] {
    const most = this.#most(query)
    if (most === 0) return []
    const sums = new Float64Array(this.#lengths.length)
    const profiles = new Float64Array(this.#lengths.length)
    const met: Held[] = []
    for (const [term, weight] of query.terms) this.#meet(term, (weight * this.rarity(term)) / most, sums, profiles, met)
    const best = new Best<Held>(limit, (one, other) => one.supplierId < other.supplierId)
    for (const held of met) best.offer(held, (profiles[held.first] ?? 0) + standing(sums, held))
    return best.list().map((held) => {
      const scores = held.terms.map((_, order) => ({ order, score: scoreOf(sums[held.first + order] ?? 0) }))
      const profile = scoreOf(profiles[held.first] ?? 0)
      return { supplierId: held.supplierId, version: held.version, profile, entries: bestEntries(scores) }
    })
  }

  /** What one passport reaches, worked out from its own text; the same numbers that `retrieve` finds. */
  meet(query: NeedQuery, passport: IndexedPassport): LexicalHit {
    const most = this.#most(query)
    const texts = passportEntries(passport).map((entry) => terms(entry.text, passport.language))
    const length = texts.reduce((sum, words) => sum + words.length, 0)
    const scores = texts.map(() => 0)
    let profile = 0
    for (const [term, weight] of most === 0 ? [] : query.terms) {
      const worth = (weight * this.rarity(term)) / most
      let times = 0
      texts.forEach((words, order) => {
        const count = Math.min(
          63,
          words.reduce((sum, word) => sum + (word === term ? 1 : 0), 0),
        )
        times += count
        if (count > 0) scores[order] = (scores[order] ?? 0) + worth * frequency(count, words.length, this.#averageEntry)
      })
      if (times > 0) profile += worth * frequency(times, length, this.#averagePassport)
    }
    return {
      supplierId: passport.organisationId,
      version: passport.version,
      profile: scoreOf(profile),
      entries: bestEntries(scores.map((score, order) => ({ order, score: scoreOf(score) }))),
    }
  }

  get #averageEntry(): number {
    return this.#entries === 0 ? 0 : this.#words / this.#entries
  }

  get #averagePassport(): number {
    return this.#suppliers.size === 0 ? 0 : this.#words / this.#suppliers.size
  }

  /**
   * Adds what one term is worth to every entry and passport that holds it. A passport's entries stand side by side, and
   * its own sum is kept at the number of its first entry; `met` gains the passports that had none before.
   */
  #meet(term: string, worth: number, sums: Float64Array, profiles: Float64Array, met: Held[]): void {
    const [averageEntry, averagePassport] = [this.#averageEntry, this.#averagePassport]
    let current: Held | null = null
    let times = 0
    const close = (): void => {
      if (current === null) return
      const before = profiles[current.first] ?? 0
      if (before === 0) met.push(current)
      profiles[current.first] = before + worth * frequency(times, current.length, averagePassport)
    }
    this.#postings.each(term, (entry, count) => {
      sums[entry] = (sums[entry] ?? 0) + worth * frequency(count, this.#lengths[entry] ?? 0, averageEntry)
      const owner = this.#owners[entry] ?? null
      if (owner !== current) {
        close()
        current = owner
        times = 0
      }
      times += count
    })
    close()
  }

  /** Closes the gaps that removed entries left in the numbering. */
  #renumber(): void {
    const numbers = new Map<number, number>()
    const owners: (Held | null)[] = []
    const lengths: number[] = []
    this.#owners.forEach((owner, entry) => {
      if (owner === null) return
      numbers.set(entry, owners.length)
      owners.push(owner)
      lengths.push(this.#lengths[entry] ?? 0)
    })
    this.#postings.renumber((entry) => numbers.get(entry) ?? entry)
    const moved = new Map<Held, Held>()
    for (const [supplierId, held] of this.#suppliers) {
      const next = { ...held, first: numbers.get(held.first) ?? held.first }
      moved.set(held, next)
      this.#suppliers.set(supplierId, next)
    }
    this.#owners = owners.map((owner) => (owner === null ? null : (moved.get(owner) ?? owner)))
    this.#lengths = lengths
  }
}
