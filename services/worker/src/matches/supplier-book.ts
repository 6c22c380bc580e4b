import {
  readAsSystem,
  readChangedPassports,
  readPassportPage,
  readWalls,
  type ChangedPage,
  type ChangedPassport,
  type Database,
} from '@enlace/database'
import type { OrganisationId, Passport, RivalsOf } from '@enlace/domain'
import { SupplierIndex } from '@enlace/lexical'

import { beginning, Book, type Changes } from './book.ts'
import { pairsOf } from './pairs-of.ts'
import { PassportShelf } from './passport-shelf.ts'

export type SupplierBook = {
  /** Resolves once all published passports were read; among very many that takes half a minute. */
  readonly filled: () => Promise<void>
  /** The words and categories of all published passports, level with Postgres. */
  readonly level: () => Promise<SupplierIndex>
  /** Rises whenever passports or walls come, change or go. */
  readonly revision: () => number
  /** Between whom walls stood when last levelled. */
  readonly rivalsOf: RivalsOf
  /** The published passports of these suppliers as they were when last levelled. */
  readonly passports: (ids: readonly OrganisationId[]) => readonly Passport[]
}

type Known = Pick<Passport, 'version' | 'name' | 'copied' | 'glossary' | 'exclusions'>
const saysTheSame = (one: readonly string[] = [], other: readonly string[] = []): boolean => one.join() === other.join()
const alike = (one: Known | undefined, other: Known | undefined): boolean =>
  one !== undefined &&
  one.version === other?.version &&
  one.name === other.name &&
  one.glossary?.revision === other.glossary?.revision &&
  one.exclusions?.revision === other.exclusions?.revision &&
  saysTheSame(one.copied, other.copied)

/** Passports read at a time when the book is filled: the process answers in between. */
const pageSize = 500

/** Opens this worker's book of suppliers; it fills at its first use. */
export function openSupplierBook(database: Database): SupplierBook {
  const index = new SupplierIndex()
  const known = new Map<OrganisationId, Known>()
  const shelf = new PassportShelf()
  let revision = 0
  let rivals: ReadonlyMap<OrganisationId, readonly OrganisationId[]> = new Map()
  const take = ({ organisationId, passport }: ChangedPassport): void => {
    if (passport === null) {
      if (!known.has(organisationId)) return
      revision += 1
      index.remove(organisationId)
      known.delete(organisationId)
      shelf.remove(organisationId)
    } else if (!alike(known.get(organisationId), passport)) {
      revision += 1
      index.put(passport)
      known.set(organisationId, {
        name: passport.name,
        version: passport.version,
        ...(passport.copied === undefined ? {} : { copied: passport.copied }),
        ...(passport.glossary === undefined ? {} : { glossary: { revision: passport.glossary.revision, lines: [] } }),
        ...(passport.exclusions === undefined
          ? {}
          : { exclusions: { revision: passport.exclusions.revision, statements: [] } }),
      })
      shelf.put(passport)
    }
  }
  const fill = async (): Promise<Changes<ChangedPassport>> => {
    let readOnFrom: string | null = null
    for (let after: OrganisationId | null = null; ;) {
      const page: ChangedPage = await readAsSystem(database, (reader) => readPassportPage(reader, after, pageSize))
      readOnFrom ??= page.readOnFrom
      for (const row of page.rows) take(row)
      after = page.rows.at(-1)?.organisationId ?? null
      if (after === null) {
        // Last, so that none is missed between the first page and here.
        rivals = pairsOf(await readAsSystem(database, readWalls))
        return { rows: [], readOnFrom }
      }
    }
  }
  const book = new Book(async (from) => {
    if (from === beginning) return fill()
    const changes = await readAsSystem(database, (reader) => readChangedPassports(reader, from))
    if (changes.wallsChanged) {
      rivals = pairsOf(await readAsSystem(database, readWalls))
      revision += 1
    }
    return changes
  }, take)
  return {
    filled: () => book.filled(),
    level: async () => {
      await book.level()
      return index
    },
    revision: () => revision,
    rivalsOf: (id) => rivals.get(id) ?? [],
    passports: (ids) => ids.map((id) => shelf.get(id)).filter((passport) => passport !== null),
  }
}
