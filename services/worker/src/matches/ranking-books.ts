import type { Database } from '@enlace/database'

import { openExposureBook, type ExposureBook } from '../fairness/exposure-book.ts'
import type { VectorBook } from '../vectors/vector-book.ts'
import { openSupplierBook, type SupplierBook } from './supplier-book.ts'

/** What this worker holds in memory of the market; no vectors where no model is set up. */
export type RankingBooks = {
  readonly suppliers: SupplierBook
  readonly exposures: ExposureBook
  readonly vectors: VectorBook | null
}

/** Opens this worker's books; each fills when it is first asked. */
export const openRankingBooks = (database: Database, vectors: VectorBook | null = null): RankingBooks => ({
  suppliers: openSupplierBook(database),
  exposures: openExposureBook(database),
  vectors,
})
