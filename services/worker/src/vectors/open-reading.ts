import type { Database } from '@enlace/database'
import { openReader, readsMeaning, type EmbedderSettings } from '@enlace/embedding'
import type { Logger } from '@enlace/runtime'

import { keepEmbedded } from './keep-embedded.ts'
import { openVectorBook, type VectorBook } from './vector-book.ts'

/** The vectors that rankings use, and the reading that goes on for them; no vectors where no model is set up. */
export type Reading = { readonly vectors: VectorBook | null; readonly close: () => Promise<void> }

/** Begins to read by the model that the settings name. */
export function openReading(settings: EmbedderSettings, database: Database, lock: Database, log: Logger): Reading {
  if (!readsMeaning(settings)) return { vectors: null, close: async () => undefined }
  const keeping = keepEmbedded({ database, lock, open: () => openReader(settings), log })
  return { vectors: openVectorBook(database), close: keeping.close }
}
