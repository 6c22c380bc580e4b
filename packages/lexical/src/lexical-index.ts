import type { EntrySignal, OrganisationId, PassportContent, Signals } from '@enlace/domain'
import { terms } from './analysis.ts'
import { ceiling, frequency, rarity } from './bm25.ts'
import type { NeedQuery } from './need-query.ts'
import { type PassportEntry, passportEntries } from './passport-entries.ts'
import { bestSentence } from './quote.ts'

/** Entries of one supplier that count; more of the same adds nothing. */
const countedEntries = 4
/** A posting is one small integer: the entry's number times 64, plus how often the term stands in it. */
const timesRoom = 64

type Held = { readonly entries: readonly number[]; readonly words: readonly (readonly string[])[] }

/** A supplier found by words, with what its best entries reach. */
export type LexicalHit = { readonly supplierId: OrganisationId; readonly score: number }

const timesOf = (words: readonly string[]): ReadonlyMap<string, number> => {
  const times = new Map<string, number>()
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  return times
}

/**
 * BM25 over the entries of all passports, held in memory. It is derived from Postgres and rebuilt from there at any
 * time; it is right the moment `put` returns, unlike a search server that lags.
 */
export class LexicalIndex {
  readonly #postings = new Map<string, number[]>()
  readonly #lengths: number[] = []
  readonly #owners: (OrganisationId | null)[] = []
  readonly #held = new Map<OrganisationId, Held>()
  #live = 0
  #words = 0

  get suppliers(): number {
    return this.#held.size
  }

  get entries(): number {
    return this.#live
  }

  /** Takes in a supplier's passport, replacing what was held of it. */
  put(supplierId: OrganisationId, passport: PassportContent): void {
    this.remove(supplierId)
    const words = passportEntries(passport).map((entry) => terms(entry.text, passport.language))
    const entries = words.map((list) => this.#add(supplierId, list))
    this.#held.set(supplierId, { entries, words })
  }

  /** Forgets a supplier; one that is not held is no fault. */
  remove(supplierId: OrganisationId): void {
    const held = this.#held.get(supplierId)
    if (held === undefined) return
    this.#held.delete(supplierId)
    held.entries.forEach((entry, order) => this.#drop(entry, held.words[order] ?? []))
  }

  #add(supplierId: OrganisationId, words: readonly string[]): number {
    const entry = this.#lengths.length
    this.#lengths.push(words.length)
    this.#owners.push(supplierId)
    this.#live += 1
    this.#words += words.length
    for (const [term, times] of timesOf(words)) {
      const posting = entry * timesRoom + Math.min(times, timesRoom - 1)
      const list = this.#postings.get(term)
      if (list === undefined) this.#postings.set(term, [posting])
      else list.push(posting)
    }
    return entry
  }

  #drop(entry: number, words: readonly string[]): void {
    this.#owners[entry] = null
    this.#live -= 1
    this.#words -= words.length
    for (const term of new Set(words)) {
      const list = this.#postings.get(term)
      const at = list?.findIndex((posting) => Math.floor(posting / timesRoom) === entry) ?? -1
      if (list === undefined || at < 0) continue
      if (list.length === 1) this.#postings.delete(term)
      else list.splice(at, 1)
    }
  }

  #worth(term: string): number {
    return rarity(this.#live, this.#postings.get(term)?.length ?? 0)
  }

  get #averageLength(): number {
    return this.#live === 0 ? 0 : this.#words / this.#live
  }

  /** The most any entry could reach for a query; it depends on the query and the corpus, never on what was found. */
  #most(query: NeedQuery): number {
    let sum = 0
    for (const [term, weight] of query) sum += weight * this.#worth(term) * ceiling
    return sum
  }

  /** The suppliers whose entries meet the query best, best first, ties by id. */
  retrieve(query: NeedQuery, limit: number): readonly LexicalHit[] {
    const scores = new Map<number, number>()
    const average = this.#averageLength
    for (const [term, weight] of query) {
      const list = this.#postings.get(term)
      if (list === undefined) continue
      const worth = weight * this.#worth(term)
      for (const posting of list) {
        const entry = Math.floor(posting / timesRoom)
        scores.set(entry, (scores.get(entry) ?? 0) + worth * frequency(posting % timesRoom, this.#lengths[entry] ?? 0, average))
      }
    }
    const bySupplier = new Map<OrganisationId, number[]>()
    for (const [entry, score] of scores) {
      const owner = this.#owners[entry]
      if (owner === null || owner === undefined) continue
      const list = bySupplier.get(owner)
      if (list === undefined) bySupplier.set(owner, [score])
      else list.push(score)
    }
    return [...bySupplier]
      .map(([supplierId, list]) => ({ supplierId, score: list.toSorted((a, b) => b - a).slice(0, countedEntries).reduce((sum, score) => sum + score, 0) }))
      .toSorted((a, b) => b.score - a.score || (a.supplierId < b.supplierId ? -1 : 1))
      .slice(0, limit)
  }

  /** What the words say of one pair; computed from the passport itself, so it is the same in both directions. */
  signals(query: NeedQuery, passport: PassportContent): Pick<Signals, 'entries' | 'profile'> {
    const most = this.#most(query)
    const average = this.#averageLength
    const rows = passportEntries(passport)
    const scored = rows.map((row) => {
      const words = terms(row.text, passport.language)
      const times = timesOf(words)
      let sum = 0
      for (const [term, weight] of query) {
        const count = times.get(term)
        if (count !== undefined) sum += weight * this.#worth(term) * frequency(Math.min(count, timesRoom - 1), words.length, average)
      }
      return { row, times, score: most === 0 ? 0 : sum / most }
    })
    const met = new Set(scored.flatMap(({ times }) => [...times.keys()].filter((term) => query.has(term))))
    let reached = 0
    for (const term of met) reached += (query.get(term) ?? 0) * this.#worth(term) * ceiling
    const entries = scored
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score || (String(a.row.entryId) < String(b.row.entryId) ? -1 : 1))
      .slice(0, countedEntries)
      .map(({ row, score }) => this.#signal(row, score, passport.language, query))
    return { entries, profile: most === 0 ? 0 : reached / most }
  }

  #signal(row: PassportEntry, score: number, language: string, query: NeedQuery): EntrySignal {
    return { entryId: row.entryId, source: row.source, score, quote: bestSentence(row.text, language, query, (term) => this.#worth(term)) }
  }
}
