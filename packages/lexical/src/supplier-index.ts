import type { EntrySignal, NeedContent, OrganisationId, Signals } from '@enlace/domain'
import { CategoryIndex } from './category-index.ts'
import { type LexicalHit, LexicalIndex } from './lexical-index.ts'
import { type NeedQuery, needQuery } from './need-query.ts'
import { type IndexedPassport, passportEntries } from './passport-entries.ts'
import { bestSentence } from './quote.ts'
import { type EntryRule, isSpoken } from './spoken.ts'

/** How many suppliers each arm may bring; the union is bounded by their sum. */
export type RetrievalLimits = { readonly words: number; readonly neighbours: number; readonly meaning: number }
export const retrievalLimits: RetrievalLimits = { words: 300, neighbours: 100, meaning: 100 }

/** Suppliers worth scoring for a need, in a fixed order, with what the words already told of them. */
export type Retrieved = {
  readonly query: NeedQuery
  readonly supplierIds: readonly OrganisationId[]
  readonly hits: ReadonlyMap<OrganisationId, LexicalHit>
}

/** All that retrieval holds of the suppliers in memory: their words and their categories. */
export class SupplierIndex {
  readonly words: LexicalIndex
  readonly categories = new CategoryIndex()

  /** `counts` says whether an entry's words count; see `isSpoken`. */
  constructor(counts: EntryRule = isSpoken) {
    this.words = new LexicalIndex(counts)
  }

  get size(): number {
    return this.words.suppliers
  }

  put(passport: IndexedPassport): void {
    this.words.put(passport)
    this.categories.put(passport)
  }

  remove(supplierId: OrganisationId): void {
    this.words.remove(supplierId)
    this.categories.remove(supplierId)
  }

  /** Suppliers found by words, by neighbouring categories, or by meaning (`alike`, best first, from a vector store). */
  retrieveCandidates(need: NeedContent, alike: readonly OrganisationId[] = [], limits = retrievalLimits): Retrieved {
    const query = needQuery(need)
    const near = this.categories.neighbours(need.categories, limits.neighbours)
    const hits = this.words.retrieve(query, limits.words, [...near, ...alike.slice(0, limits.meaning)])
    const bySupplier = new Map(hits.map((hit) => [hit.supplierId, hit]))
    return { query, supplierIds: [...bySupplier.keys()], hits: bySupplier }
  }

  /**
   * What retrieval knows of a pair; a passport that changed since it was indexed is read afresh, and one with rivals as
   * though they were not here. Quotes are whole entries.
   */
  signals(
    { query, hits }: Pick<Retrieved, 'query' | 'hits'>,
    passport: IndexedPassport,
    rivals: readonly OrganisationId[] = [],
  ): Signals {
    const known = rivals.length === 0 ? hits.get(passport.organisationId) : undefined
    const hit =
      known?.version === passport.version ? known : this.words.meet(query, passport, this.words.corpus(rivals))
    const rows = passportEntries(passport)
    const entries: EntrySignal[] = []
    for (const { order, score } of hit.entries) {
      const row = rows[order]
      if (row !== undefined) entries.push({ entryId: row.entryId, source: row.source, quote: row.text, score })
    }
    return { entries, profile: hit.profile, meaning: null, answers: null }
  }

  /** The same signals with each entry cut to the sentence that meets the need best: for the few matches that are kept. */
  quoted(query: NeedQuery, language: string, signals: Signals, rivals: readonly OrganisationId[] = []): Signals {
    const corpus = this.words.corpus(rivals)
    const worth = (term: string): number => this.words.rarity(term, corpus)
    return {
      ...signals,
      entries: signals.entries.map((entry) => ({
        ...entry,
        quote: bestSentence(entry.quote, language, query.terms, worth),
      })),
    }
  }
}
