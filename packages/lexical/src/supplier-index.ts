import type { EntrySignal, GlossaryLine, NeedContent, OrganisationId, Signals } from '@enlace/domain'
import { CategoryIndex } from './category-index.ts'
import { bestEntries, type EntryHit, type LexicalHit, LexicalIndex } from './lexical-index.ts'
import { type NeedQuery, needQuery } from './need-query.ts'
import { hasCopied, type IndexedPassport, passportEntries, writtenEntries } from './passport-entries.ts'
import { bestSentence } from './quote.ts'
import { type EntryRule, isSpoken } from './spoken.ts'

/** How many suppliers each arm may bring; the union is bounded by their sum. */
export type RetrievalLimits = { readonly words: number; readonly neighbours: number; readonly meaning: number }
export const retrievalLimits: RetrievalLimits = { words: 300, neighbours: 100, meaning: 100 }

/** How alike in meaning each written entry of a version of a supplier's passport is to the need, 0..1; null where that could not be read. */
export type Likeness = (supplierId: OrganisationId, version: number) => readonly (number | null)[] | null

/** What is known of a need's meaning beside that of passports. */
export type Meaning = {
  /** The suppliers nearest in meaning of those that count, nearest first. */
  readonly nearest: (limit: number, counts: (supplierId: OrganisationId) => boolean) => readonly OrganisationId[]
  readonly likeness: Likeness
}
export const noMeaning: Meaning = { nearest: () => [], likeness: () => null }

/** Suppliers worth scoring for a need, in a fixed order, with what the words already told of them. */
export type Retrieved = {
  readonly query: NeedQuery
  readonly supplierIds: readonly OrganisationId[]
  readonly hits: ReadonlyMap<OrganisationId, LexicalHit>
  readonly likeness: Likeness
}

/** What is known of a need that is compared with one passport. */
export type Asked = Omit<Retrieved, 'supplierIds'>

/** How much likeness of meaning counts beside words, where it is known. */
const meaningShare = 0.3

const together = (words: number, alike: number | null): number =>
  alike === null ? words : (1 - meaningShare) * words + meaningShare * alike

/** What words and meaning say of each entry, together; the best entries again. */
function withMeaning(entries: readonly EntryHit[], likeness: readonly (number | null)[] | null): readonly EntryHit[] {
  if (likeness === null) return entries
  const words = new Map(entries.map(({ order, score }) => [order, score]))
  return bestEntries(likeness.map((alike, order) => ({ order, score: together(words.get(order) ?? 0, alike) })))
}

/** The likeness of the entries that count. */
function ofCounted(likeness: ReturnType<Likeness>, passport: IndexedPassport): ReturnType<Likeness> {
  if (likeness === null || !hasCopied(passport)) return likeness
  const written = writtenEntries(passport)
  const counted = new Set(passportEntries(passport).map(({ entryId }) => entryId))
  return likeness.filter((_, order) => counted.has(written[order]?.entryId ?? null))
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

  /** Suppliers found by words, also those of its buyer's own lines, by neighbouring categories, or by meaning. */
  retrieveCandidates(
    need: NeedContent,
    meaning = noMeaning,
    limits = retrievalLimits,
    lines: readonly GlossaryLine[] = [],
  ): Retrieved {
    const query = needQuery(need, lines)
    const near = this.categories.neighbours(need.categories, limits.neighbours)
    const alike = meaning.nearest(limits.meaning, (id) => this.words.version(id) !== null)
    const hits = this.words.retrieve(query, limits.words, [...near, ...alike])
    const bySupplier = new Map(hits.map((hit) => [hit.supplierId, hit]))
    return { query, supplierIds: [...bySupplier.keys()], hits: bySupplier, likeness: meaning.likeness }
  }

  /** Whether words or categories bring a supplier to a need at all, however many are brought before it. */
  brings({ query }: Pick<Asked, 'query'>, passport: IndexedPassport): boolean {
    if (this.words.meet(query, passport).profile > 0) return true
    return this.categories.neighbours(query.categories, retrievalLimits.neighbours).includes(passport.organisationId)
  }

  /**
   * What retrieval knows of a pair; a passport that changed since it was indexed is read afresh, and one with rivals as
   * though they were not here. Quotes are whole entries.
   */
  signals(
    { query, hits, likeness }: Asked,
    passport: IndexedPassport,
    rivals: readonly OrganisationId[] = [],
  ): Signals {
    const known = rivals.length === 0 ? hits.get(passport.organisationId) : undefined
    const hit =
      known?.version === passport.version ? known : this.words.meet(query, passport, this.words.corpus(rivals))
    const rows = passportEntries(passport)
    const alike = ofCounted(likeness(passport.organisationId, passport.version), passport)
    // What the passport says as a whole has words alone; its meaning is that of its entries.
    const isRead = alike?.some((entry) => entry !== null) ?? false
    const entries: EntrySignal[] = []
    for (const { order, score } of withMeaning(hit.entries, alike)) {
      const row = rows[order]
      if (row !== undefined) entries.push({ entryId: row.entryId, source: row.source, quote: row.text, score })
    }
    return { entries, profile: isRead ? together(hit.profile, 0) : hit.profile, answers: null }
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
