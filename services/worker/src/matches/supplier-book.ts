import { readAsSystem, readChangedPassports, readWalls, type Database } from '@enlace/database'
import type { OrganisationId, Passport, RivalsOf } from '@enlace/domain'
import { SupplierIndex } from '@enlace/lexical'

import { Book } from './book.ts'
import { pairsOf } from './pairs-of.ts'
import { PassportShelf } from './passport-shelf.ts'

export type SupplierBook = {
  /** The words and categories of all published passports, level with Postgres. */
  readonly level: () => Promise<SupplierIndex>
  /** Between whom walls stood when last levelled. */
  readonly rivalsOf: RivalsOf
  /** The published passports of these suppliers as they were when last levelled. */
  readonly passports: (ids: readonly OrganisationId[]) => readonly Passport[]
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
  const shelf = new PassportShelf()
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
        shelf.remove(organisationId)
      } else if (!alike(known.get(organisationId), passport)) {
        index.put(passport)
        known.set(organisationId, {
          name: passport.name,
          version: passport.version,
          ...(passport.copied === undefined ? {} : { copied: passport.copied }),
        })
        shelf.put(passport)
      }
    },
  )
  return {
    level: async () => {
      await book.level()
      return index
    },
    rivalsOf: (id) => rivals.get(id) ?? [],
    passports: (ids) => ids.flatMap((id) => shelf.get(id) ?? []),
  }
}
