import { asSystem, readChangedPassports, type Database } from '@enlace/database'
import type { OrganisationId } from '@enlace/domain'
import { SupplierIndex } from '@enlace/lexical'

import { Book } from './book.ts'

export type SupplierBook = {
  /** The words and categories of all published passports, level with Postgres. */
  readonly level: () => Promise<SupplierIndex>
}

/** Opens this worker's book of suppliers; it fills at its first use. */
export function openSupplierBook(database: Database): SupplierBook {
  const index = new SupplierIndex()
  const versions = new Map<OrganisationId, number>()
  const book = new Book(
    (from) => asSystem(database, (tx) => readChangedPassports(tx, from)),
    (row) => {
      if (row.content === null) {
        index.remove(row.organisationId)
        versions.delete(row.organisationId)
      } else if (versions.get(row.organisationId) !== row.version) {
        index.put({ ...row.content, organisationId: row.organisationId, name: row.name, version: row.version })
        versions.set(row.organisationId, row.version)
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
