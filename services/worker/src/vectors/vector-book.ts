import { readAsSystem, readChangedVectors, type Database } from '@enlace/database'
import type { NeedId, OrganisationId } from '@enlace/domain'
import { isBlank, VectorIndex } from '@enlace/embedding'
import { noMeaning, type Meaning } from '@enlace/lexical'

import { Book } from '../matches/book.ts'

/** A cosine of this or less says nothing: so near are any two texts of a market. */
const unlike = 0.2

const likenessOf = (cosine: number): number => Math.min(1, Math.max(0, (cosine - unlike) / (1 - unlike)))

/** The vectors of one embedder. */
type Held = {
  readonly embedder: string
  readonly suppliers: VectorIndex<OrganisationId>
  readonly needs: VectorIndex<NeedId>
}

export type VectorBook = {
  readonly filled: () => Promise<void>
  /** Resolves when the book holds all vectors that were committed before the call. */
  readonly level: () => Promise<void>
  /** What the suppliers' vectors say of a version of a need; null where its own is not there. */
  readonly meaningOf: (needId: NeedId, version: number) => Meaning | null
  /** The same for a vector at hand. */
  readonly meaningOfVector: (query: Int8Array) => Meaning | null
  /** The needs that count nearest to any entry of a version of a passport, at most so many an entry. */
  readonly needsNear: (
    supplierId: OrganisationId,
    version: number,
    limit: number,
    counts: (needId: NeedId) => boolean,
  ) => readonly NeedId[]
}

/** Opens this worker's book of the vectors that serve; it fills at its first use. */
export function openVectorBook(database: Database): VectorBook {
  let held: Held | null = null
  const book = new Book<(into: Held) => void>(
    async (from) => {
      const changes = await readAsSystem(database, (reader) => readChangedVectors(reader, from, held?.embedder ?? null))
      const { serving, passports, needs } = changes
      if (serving === null) held = null
      else if (serving.id !== held?.embedder)
        held = { embedder: serving.id, suppliers: new VectorIndex(serving.dims), needs: new VectorIndex(serving.dims) }
      return {
        rows: [
          ...passports.map(
            ({ id, version, vectors }) =>
              (into: Held) =>
                into.suppliers.put(id, version, vectors),
          ),
          ...needs.map(
            ({ id, version, vectors }) =>
              (into: Held) =>
                into.needs.put(id, version, vectors),
          ),
        ],
        readOnFrom: changes.readOnFrom,
      }
    },
    (put) => {
      if (held !== null) put(held)
    },
  )
  const meaningOfVector = (query: Int8Array): Meaning | null => {
    if (held === null) return null
    if (isBlank(query)) return noMeaning
    const { suppliers } = held
    return {
      nearest: (limit, counts) => suppliers.nearest(query, limit, counts),
      likeness: (id, version) =>
        suppliers.cosines(query, id, version)?.map((cosine) => (cosine === null ? null : likenessOf(cosine))) ?? null,
    }
  }
  return {
    filled: () => book.filled(),
    level: () => book.level(),
    meaningOf: (needId, version) => {
      const query = held?.needs.vectors(needId, version) ?? null
      return query === null ? null : meaningOfVector(query)
    },
    meaningOfVector,
    needsNear: (supplierId, version, limit, counts) => {
      const vectors = held?.suppliers.vectors(supplierId, version) ?? null
      if (held === null || vectors === null) return []
      const { needs } = held
      const entries = Array.from({ length: vectors.length / needs.dims }, (_, order) =>
        vectors.subarray(order * needs.dims, (order + 1) * needs.dims),
      )
      return [
        ...new Set(entries.filter((entry) => !isBlank(entry)).flatMap((entry) => needs.nearest(entry, limit, counts))),
      ]
    },
  }
}
