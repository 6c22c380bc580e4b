import type { OrganisationId } from '@enlace/domain'
import { ceiling, damping, type Dampings, rarity } from './bm25.ts'
import type { NeedQuery } from './need-query.ts'
import { Best } from './best.ts'
import { FurtherIndex } from './further-index.ts'
import type { FurtherWord } from './further-words.ts'
import type { IndexedPassport } from './passport-entries.ts'
import { type PassportWords, passportWords } from './passport-words.ts'
import { Postings } from './postings.ts'
import { type EntryRule, isSpoken } from './spoken.ts'
import { type Entry, type Said, saidOf, Scorer, type Weighed } from './scorer.ts'
import { type Corpus, without } from './corpus.ts'
import { Layout } from './layout.ts'
import { Tally } from './tally.ts'

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

type Held = Said & {
  readonly supplierId: OrganisationId
  readonly version: number
  /** Its number in the layout. */
  readonly number: number
  readonly further: readonly FurtherWord[]
}

/** What a word of an entry, and one of a passport, is held against its matches. */
const dampingsOf = ({ entries, words, passports }: Corpus): Dampings => ({
  entry: damping(words / Math.max(1, entries)),
  passport: damping(words / Math.max(1, passports)),
})

const lengthOf = (entries: readonly Entry[]): number => entries.reduce((sum, { length }) => sum + length, 0)

/** So many of a query's rarest words tell what it is about. */
const tellingTerms = 12

/** Candidates are chosen by the words that carry this share of what a query is worth, the most telling first. */
const choosingShare = 0.95
/** So many of them at most, and at least; in between, as long as their lists have no more than so many postings in all. */
const mostTerms = 80
const fewestTerms = 6
const mostPostings = 50_000

/** What the kin of a word that nobody holds count beside the word itself. */
const kinShare = 0.3

/** A sum of words as a score, 0..1: about one half at a third of the telling words, never quite 1. */
const scoreOf = (sum: number): number => 1 - Math.exp(-2 * sum)

/** Best first; of equal ones the earlier entry. */
export const bestEntries = (entries: readonly EntryHit[]): readonly EntryHit[] =>
  entries
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, countedEntries)

/**
 * BM25 over the entries of all passports, held in memory. It is derived from Postgres and rebuilt from there at any
 * time; it is right the moment `put` returns, unlike a search server that lags.
 */
export class LexicalIndex {
  readonly #wordsOf: (passport: IndexedPassport) => PassportWords
  readonly #postings = new Postings()
  readonly #further = new FurtherIndex()
  readonly #suppliers = new Map<OrganisationId, Held>()
  readonly #scorer = new Scorer()
  #layout = new Layout()
  /** The passports by their numbers in the layout. */
  #holders: (Held | null)[] = []
  #entries = 0
  #length = 0

  /** `counts` says whether an entry's words count; those of stuffed ones do not. */
  constructor(counts: EntryRule = isSpoken) {
    this.#wordsOf = (passport) => passportWords(passport, counts)
  }

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
    const first = this.#layout.nextEntry
    const { said, further } = this.#wordsOf(passport)
    const entries = said.map((words, order) => ({
      terms: this.#postings.add(first + order, words),
      length: words.length,
    }))
    const held = this.#lay({ supplierId, version: passport.version, ...saidOf(entries), further })
    this.#entries += held.entries.length
    this.#length += lengthOf(held.entries)
    this.#suppliers.set(supplierId, held)
    this.#further.put(supplierId, further)
  }

  /** Forgets a supplier; one that is not held is no fault. */
  remove(supplierId: OrganisationId): void {
    const held = this.#suppliers.get(supplierId)
    if (held === undefined) return
    this.#suppliers.delete(supplierId)
    this.#further.remove(supplierId, held.further)
    this.#holders[held.number] = null
    const first = this.#layout.first(held.number)
    held.entries.forEach((entry, order) =>
      this.#postings.drop(first + order, held.terms.subarray(entry.from, entry.to)),
    )
    this.#entries -= held.entries.length
    this.#length -= lengthOf(held.entries)
    if (this.#layout.nextEntry > 2 * this.#entries + 1000) this.#renumber()
  }

  /** What is measured against: all entries, or, for a supplier with rivals, all but theirs. */
  corpus(unseen: readonly OrganisationId[] = []): Corpus {
    const all: Corpus = {
      entries: this.#entries,
      words: this.#length,
      passports: this.#suppliers.size,
      holders: (term) => this.#postings.of(term).length,
    }
    const held = unseen.flatMap((id) => this.#suppliers.get(id) ?? [])
    return held.length === 0 ? all : without(all, held)
  }

  /** How rare a term is among all entries of a corpus. */
  rarity(term: string, corpus = this.corpus()): number {
    return rarity(corpus.entries, corpus.holders(this.#postings.number(term)))
  }

  /** The query's terms, and for each that nobody holds those that begin alike: another form of the word, or a slip of the pen. */
  #withKin(asked: NeedQuery['terms'], corpus: Corpus): NeedQuery['terms'] {
    const all = new Map(asked)
    for (const [term, weight] of asked) {
      const holders = (word: string): number => corpus.holders(this.#postings.number(word))
      if (holders(term) > 0) continue
      const kin = this.#postings.alike(term).filter((word) => holders(word) > 0)
      for (const word of kin) if (!all.has(word)) all.set(word, (weight * kinShare) / Math.sqrt(kin.length))
    }
    return all
  }

  /**
   * Takes up a query: what each of its terms counts, as a share of what an entry reaches that holds its telling terms: that depends on
   * the query and the corpus, never on what was found, and a long need is not held against everybody.
   */
  #take(query: NeedQuery, corpus: Corpus): Weighed {
    const worths = [...this.#withKin(query.terms, corpus)]
      .map(([term, weight]) => ({ term, worth: weight * this.rarity(term, corpus) }))
      .toSorted((a, b) => b.worth - a.worth)
    const most = worths.slice(0, tellingTerms).reduce((sum, { worth }) => sum + worth, 0) * ceiling
    this.#further.ask(worths.map(({ term, worth }) => [term, worth / most]))
    const weighed = new Map(worths.map(({ term, worth }) => [this.#postings.number(term) ?? -1, worth / most]))
    this.#scorer.take(weighed, this.#postings.size)
    return weighed
  }

  /**
   * The `limit` suppliers whose words meet the query's most telling terms best, best first, ties by id; then those of `others`
   * that are held, and those that their own glossaries bring, where they are not among them. What the words say of each is worked out from all terms.
   */
  retrieve(query: NeedQuery, limit: number, others: readonly OrganisationId[] = []): readonly LexicalHit[] {
    const corpus = this.corpus()
    const weighed = this.#take(query, corpus)
    const found = new Set(this.#choose(weighed, limit))
    for (const id of [...others, ...this.#further.find()]) {
      const held = this.#suppliers.get(id)
      if (held !== undefined) found.add(held)
    }
    return [...found].map((held) => this.#score(held, corpus))
  }

  /** What one passport reaches: the very numbers that `retrieve` finds, or what it says now where it is newer. */
  meet(query: NeedQuery, passport: IndexedPassport, corpus = this.corpus()): LexicalHit {
    const held = this.#suppliers.get(passport.organisationId)
    this.#take(query, corpus)
    if (held?.version === passport.version) return this.#score(held, corpus)
    const { said, further } = this.#wordsOf(passport)
    const entries = said.map((words) => ({ terms: this.#postings.terms(words), length: words.length }))
    return this.#score(
      { supplierId: passport.organisationId, version: passport.version, ...saidOf(entries), further },
      corpus,
    )
  }

  #choose(weighed: Weighed, limit: number): readonly Held[] {
    const tally = new Tally(this.#layout, dampingsOf(this.corpus()))
    for (const [term, worth] of this.#choosing(weighed)) tally.add(this.#postings.of(term), worth)
    const best = new Best<number>(limit, (one, other) => this.#idOf(one) < this.#idOf(other))
    tally.offerTo(best)
    return best
      .list()
      .map((number) => this.#holders[number] ?? null)
      .filter((held) => held !== null)
  }

  /**
   * The terms that choose, of those that anybody holds: a short need is settled by few, a long one by many. Words that
   * everybody uses come last and are left out where walking their lists would cost more than they tell.
   */
  #choosing(weighed: Weighed): readonly (readonly [number, number])[] {
    const held = [...weighed].filter(([term]) => this.#postings.of(term).length > 0)
    const chosen: (readonly [number, number])[] = []
    let left = choosingShare * held.reduce((sum, [, worth]) => sum + worth, 0)
    let walked = 0
    for (const [term, worth] of held) {
      walked += this.#postings.of(term).length
      if (left <= 0 || chosen.length === mostTerms || (walked > mostPostings && chosen.length >= fewestTerms)) break
      chosen.push([term, worth])
      left -= worth
    }
    return chosen
  }

  /** By the query that was taken up last. */
  #score(held: Omit<Held, 'number'>, corpus: Corpus): LexicalHit {
    const { supplierId, version, entries, further } = held
    const dampings = dampingsOf(corpus)
    const said = this.#scorer.sums(held, dampings)
    const sums = further.length === 0 ? said : this.#further.added(said, entries, further, dampings)
    const hits: EntryHit[] = []
    for (const [order, sum] of sums.entries.entries()) if (sum > 0) hits.push({ order, score: scoreOf(sum) })
    return { supplierId, version, profile: scoreOf(sums.profile), entries: bestEntries(hits) }
  }

  #idOf(number: number): string {
    return this.#holders[number]?.supplierId ?? ''
  }

  /** Gives a passport's entries the next places. */
  #lay({ supplierId, version, terms, entries, further }: Omit<Held, 'number'>): Held {
    const number = this.#layout.lay(entries.map(({ length }) => length))
    const held = { supplierId, version, number, terms, entries, further }
    this.#holders.push(held)
    return held
  }

  /** Closes the gaps that removed entries left in the numbering. */
  #renumber(): void {
    const kept = this.#holders.filter((held) => held !== null)
    const before = this.#layout
    const numbers = new Int32Array(before.nextEntry)
    this.#layout = new Layout()
    this.#holders = []
    for (const held of kept) {
      const moved = this.#lay(held)
      held.entries.forEach((_, order) => {
        numbers[before.first(held.number) + order] = this.#layout.first(moved.number) + order
      })
      this.#suppliers.set(held.supplierId, moved)
    }
    this.#postings.renumber((entry) => numbers[entry] ?? 0)
  }
}
