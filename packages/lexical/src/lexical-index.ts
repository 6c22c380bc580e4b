import type { OrganisationId } from '@enlace/domain'
import { terms } from './analysis.ts'
import { ceiling, frequency, rarity } from './bm25.ts'
import type { NeedQuery } from './need-query.ts'
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

/** One number to choose candidates by: the passport as a whole beside its best entries. */
const standing = (hit: LexicalHit): number =>
  hit.entries.reduce((sum, { score }, place) => sum + score * 0.5 ** place, hit.profile)

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
    const entries = new Map<number, number>()
    const profiles = new Map<Held, number>()
    for (const [term, weight] of query.terms) this.#meet(term, (weight * this.rarity(term)) / most, entries, profiles)
    const found = new Map<Held, EntryHit[]>()
    for (const [entry, score] of entries) {
      const owner = this.#owners[entry]
      if (owner === null || owner === undefined) continue
      const hit = { order: entry - owner.first, score: scoreOf(score) }
      const list = found.get(owner)
      if (list === undefined) found.set(owner, [hit])
      else list.push(hit)
    }
    return [...found]
      .map(([owner, list]) => {
        const hit = {
          supplierId: owner.supplierId,
          version: owner.version,
          profile: scoreOf(profiles.get(owner) ?? 0),
          entries: bestEntries(list),
        }
        return { hit, standing: standing(hit) }
      })
      .toSorted((a, b) => b.standing - a.standing || (a.hit.supplierId < b.hit.supplierId ? -1 : 1))
      .slice(0, limit)
      .map(({ hit }) => hit)
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

  /** Adds what one term is worth to every entry and passport that holds it; a passport's entries stand side by side. */
  #meet(term: string, worth: number, entries: Map<number, number>, profiles: Map<Held, number>): void {
    let current: Held | null = null
    let times = 0
    const close = (): void => {
      if (current !== null)
        profiles.set(
          current,
          (profiles.get(current) ?? 0) + worth * frequency(times, current.length, this.#averagePassport),
        )
    }
    this.#postings.each(term, (entry, count) => {
      const owner = this.#owners[entry] ?? null
      entries.set(
        entry,
        (entries.get(entry) ?? 0) + worth * frequency(count, this.#lengths[entry] ?? 0, this.#averageEntry),
      )
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
