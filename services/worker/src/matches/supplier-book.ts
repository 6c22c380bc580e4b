import { LRUCache } from 'lru-cache'

import {
  readAsSystem,
  readChangedPassports,
  readPublishedPassports,
  readWalls,
  type Database,
  type Transaction,
} from '@enlace/database'
import type { OrganisationId, Passport, RivalsOf } from '@enlace/domain'
import { SupplierIndex } from '@enlace/lexical'

import { Book } from './book.ts'
import { pairsOf } from './pairs-of.ts'

/** Whole passports kept at hand; a bound on memory, about 10 kB each. */
const atHand = 20_000

export type SupplierBook = {
  /** The words and categories of all published passports, level with Postgres. */
  readonly level: () => Promise<SupplierIndex>
  /** Between whom walls stood when last levelled. */
  readonly rivalsOf: RivalsOf
  /** The published passports of these suppliers as they were when last levelled, or later; what is not at hand takes one query. */
  readonly passports: (tx: Transaction, ids: readonly OrganisationId[]) => Promise<readonly Passport[]>
}

type Known = Pick<Passport, 'version' | 'name' | 'copied'>
const saysTheSame = (one: readonly string[] = [], other: readonly string[] = []): boolean => one.join() === other.join()
const alike = (one: Known | undefined, other: Known | undefined): boolean =>
  one !== undefined &&
  one.version === other?.version &&
  one.name === other.name &&
  saysTheSame(one.copied, other.copied)

/** Opens this worker's book of suppliers; it fills at its first use. */
export function openSupplierBook(database: Database): SupplierBook {
  const index = new SupplierIndex()
  const known = new Map<OrganisationId, Known>()
  const passports = new LRUCache<OrganisationId, Passport>({ max: atHand })
  let rivals: ReadonlyMap<OrganisationId, readonly OrganisationId[]> = new Map()
  const book = new Book(
    async (from) => {
      const changes = await readAsSystem(database, (reader) => readChangedPassports(reader, from))
      if (changes.wallsChanged) rivals = pairsOf(await readAsSystem(database, readWalls))
      return changes
    },
    ({ organisationId, passport }) => {
      if (passport === null) {
        index.remove(organisationId)
        known.delete(organisationId)
      } else if (!alike(known.get(organisationId), passport)) {
        index.put(passport)
        known.set(organisationId, {
          name: passport.name,
          version: passport.version,
          ...(passport.copied === undefined ? {} : { copied: passport.copied }),
        })
        passports.set(organisationId, passport)
      }
    },
  )
  // A reply to an earlier query may come after the book was levelled, so each use compares with what the book knows.
  const current = (id: OrganisationId): Passport | undefined => {
    const passport = passports.get(id)
    return alike(passport, known.get(id)) ? passport : undefined
  }
  return {
    level: async () => {
      await book.level()
      return index
    },
    rivalsOf: (id) => rivals.get(id) ?? [],
    passports: async (tx, ids) => {
      const found = ids.map((id) => [id, current(id)] as const)
      const missing = found.flatMap(([id, passport]) => (passport === undefined ? [id] : []))
      const read = await readPublishedPassports(tx, missing)
      for (const passport of read) passports.set(passport.organisationId, passport)
      return [...found.flatMap(([, passport]) => passport ?? []), ...read]
    },
  }
}
