import { readAsSystem, readChangedNeeds, type Database } from '@enlace/database'
import { significantDigits, type GlossaryLine, type NeedContent, type NeedId, type NeedState } from '@enlace/domain'
import { needQuery, passportEntries, passportWords, shareOf, terms, type IndexedPassport } from '@enlace/lexical'

import { Book } from './book.ts'

/** Open needs that glossaries bring beside those found by what a passport says itself. */
const mostFurtherNeeds = 50

/** Which needs stand under which key. */
class Keyed {
  readonly #held = new Map<string, Set<NeedId>>()

  put(id: NeedId, keys: readonly string[]): void {
    for (const key of keys) {
      const held = this.#held.get(key)
      if (held === undefined) this.#held.set(key, new Set([id]))
      else held.add(id)
    }
  }

  remove(id: NeedId, keys: readonly string[]): void {
    for (const key of keys) {
      const held = this.#held.get(key)
      held?.delete(id)
      if (held?.size === 0) this.#held.delete(key)
    }
  }

  /** Adds to each need what those of these keys are worth that it stands under, rare ones more, of so many needs. */
  score(keys: Iterable<string>, all: number, scores: Map<NeedId, number>): void {
    for (const key of keys) {
      const held = this.#held.get(key)
      if (held === undefined) continue
      const worth = shareOf(key) * Math.log(1 + all / held.size)
      for (const id of held) scores.set(id, (scores.get(id) ?? 0) + worth)
    }
  }
}

const best = (scores: ReadonlyMap<NeedId, number>, limit: number): NeedId[] =>
  [...scores]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, limit)
    .map(([id]) => id)

/** Open needs by the words and categories they can be found with, and by what their buyers' own lines add to these. */
export class NeedIndex {
  readonly #said = new Keyed()
  readonly #further = new Keyed()
  readonly #keys = new Map<NeedId, { readonly said: readonly string[]; readonly further: readonly string[] }>()

  put(id: NeedId, need: NeedContent, lines: readonly GlossaryLine[] = []): void {
    this.remove(id)
    const { terms: asked, further } = needQuery(need, lines)
    const brought = new Set(further)
    const said = [
      ...[...asked.keys()].filter((term) => !brought.has(term)),
      ...need.categories.map(({ scheme, code }) => `${scheme} ${significantDigits(code).slice(0, 3)}`),
    ]
    this.#keys.set(id, { said, further })
    this.#said.put(id, said)
    this.#further.put(id, further)
  }

  remove(id: NeedId): void {
    const { said = [], further = [] } = this.#keys.get(id) ?? {}
    this.#said.remove(id, said)
    this.#further.remove(id, further)
    this.#keys.delete(id)
  }

  has(id: NeedId): boolean {
    return this.#keys.has(id)
  }

  /**
   * The open needs a passport has most in common with, rare words and categories counting most, best first; then those that
   * only glossaries bring, its supplier's or their buyers'. They take no other need's place.
   */
  retrieve(passport: IndexedPassport, limit: number): NeedId[] {
    const entries = passportEntries(passport)
    const keys = new Set(
      entries.flatMap((entry) => [
        ...terms(entry.text, passport.language),
        ...entry.categories.map(({ scheme, code }) => `${scheme} ${significantDigits(code).slice(0, 3)}`),
      ]),
    )
    const scores = new Map<NeedId, number>()
    this.#said.score(keys, this.#keys.size, scores)
    const found = best(scores, limit)
    const brought = new Map<NeedId, number>()
    this.#further.score(keys, this.#keys.size, brought)
    if (passport.glossary !== undefined) {
      const further = passportWords(passport).further.map(({ word }) => word)
      this.#said.score(further, this.#keys.size, brought)
    }
    for (const id of found) brought.delete(id)
    return [...found, ...best(brought, mostFurtherNeeds)]
  }
}

export type NeedBook = { readonly filled: () => Promise<void>; readonly level: () => Promise<NeedIndex> }

/** Opens this worker's book of open needs, or of those in some states; it fills at its first use. */
export function openNeedBook(database: Database, kept: readonly NeedState[] = ['published']): NeedBook {
  const index = new NeedIndex()
  const versions = new Map<NeedId, string>()
  const book = new Book(
    (from) => readAsSystem(database, (reader) => readChangedNeeds(reader, from, kept)),
    (row) => {
      if (row.content === null) {
        index.remove(row.id)
        versions.delete(row.id)
        return
      }
      const version = `${row.version} ${row.glossary?.revision ?? 0}`
      if (versions.get(row.id) === version) return
      index.put(row.id, row.content, row.glossary?.lines)
      versions.set(row.id, version)
    },
  )
  return {
    filled: () => book.filled(),
    level: async () => {
      await book.level()
      return index
    },
  }
}
