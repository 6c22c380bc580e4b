import { readAsSystem, readChangedInnovations, type Database, type ShownInnovation } from '@enlace/database'
import { asId, innovationAsPassport, type InnovationId, type OrganisationId } from '@enlace/domain'
import { SupplierIndex, type IndexedPassport } from '@enlace/lexical'

import { Book } from '../matches/book.ts'

/** An innovation as the index of passports reads it, under its own id: a supplier may show several. */
export const asPassport = ({ id, version, content }: ShownInnovation): IndexedPassport => ({
  ...innovationAsPassport(id, content),
  organisationId: asId<OrganisationId>(id),
  name: '',
  version,
})

/**
 * Innovations that are shown, by words and categories. What a word is worth is measured among them, not among passports:
 * what is new is said in words that no passport holds.
 */
export class InnovationIndex {
  readonly index = new SupplierIndex()
  readonly #shown = new Map<string, ShownInnovation>()

  put(innovation: ShownInnovation): void {
    if (this.#shown.get(innovation.id)?.version === innovation.version) return
    this.index.put(asPassport(innovation))
    this.#shown.set(innovation.id, innovation)
  }

  remove(id: InnovationId): void {
    this.index.remove(asId<OrganisationId>(id))
    this.#shown.delete(id)
  }

  get(id: string): ShownInnovation | null {
    return this.#shown.get(id) ?? null
  }
}

export type InnovationBook = { readonly filled: () => Promise<void>; readonly level: () => Promise<InnovationIndex> }

/** Opens this worker's book of innovations; it fills at its first use. */
export function openInnovationBook(database: Database): InnovationBook {
  const index = new InnovationIndex()
  const book = new Book(
    (from) => readAsSystem(database, (reader) => readChangedInnovations(reader, from)),
    ({ content, ...row }) => {
      if (content === null) index.remove(row.id)
      else index.put({ ...row, content })
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
