import type { Database } from '@enlace/database'

import { openExposureBook, type ExposureBook } from '../fairness/exposure-book.ts'
import type { VectorBook } from '../vectors/vector-book.ts'
import { openForesight, type Foresight } from './foresight.ts'
import { openSupplierBook, type SupplierBook } from './supplier-book.ts'

/** What this worker holds in memory of the market; no vectors where no model is set up. */
export type RankingBooks = {
  readonly suppliers: SupplierBook
  readonly exposures: ExposureBook
  readonly foresight: Foresight
  readonly vectors: VectorBook | null
  /** Resolves once suppliers and vectors were read for the first time. */
  readonly ready: () => Promise<void>
}

/** Opens this worker's books; each fills when it is first asked. */
export function openRankingBooks(database: Database, vectors: VectorBook | null = null): RankingBooks {
  const suppliers = openSupplierBook(database)
  return {
    suppliers,
    exposures: openExposureBook(database),
    foresight: openForesight(database, suppliers),
    vectors,
    ready: async () => {
      await suppliers.filled()
      await vectors?.filled()
    },
  }
}
