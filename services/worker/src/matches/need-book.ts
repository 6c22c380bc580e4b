import { readAsSystem, readChangedNeeds, type Database } from '@enlace/database'
import { significantDigits, type NeedContent, type NeedId, type PassportContent } from '@enlace/domain'
import { needQuery, passportEntries, shareOf, terms } from '@enlace/lexical'

import { Book } from './book.ts'

/** Open needs by the words and categories they can be found with. */
export class NeedIndex {
  readonly #byKey = new Map<string, Set<NeedId>>()
  readonly #keys = new Map<NeedId, readonly string[]>()

  put(id: NeedId, need: NeedContent): void {
    this.remove(id)
    const keys = [
      ...needQuery(need).terms.keys(),
      ...need.categories.map(({ scheme, code }) => `${scheme} ${significantDigits(code).slice(0, 3)}`),
    ]
    this.#keys.set(id, keys)
    for (const key of keys) {
      const held = this.#byKey.get(key)
      if (held === undefined) this.#byKey.set(key, new Set([id]))
      else held.add(id)
    }
  }

  remove(id: NeedId): void {
    for (const key of this.#keys.get(id) ?? []) {
      const held = this.#byKey.get(key)
      held?.delete(id)
      if (held?.size === 0) this.#byKey.delete(key)
    }
    this.#keys.delete(id)
  }

  has(id: NeedId): boolean {
    return this.#keys.has(id)
  }

  /** The open needs a passport has most in common with, rare words and categories counting most, best first. */
  retrieve(passport: PassportContent, limit: number): NeedId[] {
    const entries = passportEntries(passport)
    const keys = new Set(
      entries.flatMap((entry) => [
        ...terms(entry.text, passport.language),
        ...entry.categories.map(({ scheme, code }) => `${scheme} ${significantDigits(code).slice(0, 3)}`),
      ]),
    )
    const scores = new Map<NeedId, number>()
    for (const key of keys) {
      const held = this.#byKey.get(key)
      if (held === undefined) continue
      const worth = shareOf(key) * Math.log(1 + this.#keys.size / held.size)
      for (const id of held) scores.set(id, (scores.get(id) ?? 0) + worth)
    }
    return [...scores]
      .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, limit)
      .map(([id]) => id)
  }
}

export type NeedBook = { readonly level: () => Promise<NeedIndex> }

/** Opens this worker's book of open needs; it fills at its first use. */
export function openNeedBook(database: Database): NeedBook {
  const index = new NeedIndex()
  const versions = new Map<NeedId, number>()
  const book = new Book(
    (from) => readAsSystem(database, (reader) => readChangedNeeds(reader, from)),
    (row) => {
      if (row.content === null) {
        index.remove(row.id)
        versions.delete(row.id)
      } else if (versions.get(row.id) !== row.version) {
        index.put(row.id, row.content)
        versions.set(row.id, row.version)
      }
    },
  )
  return {
    level: async () => {
      await book.level()
      return index
    },
  }
}
