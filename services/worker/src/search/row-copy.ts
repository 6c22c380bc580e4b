import {
  asSystem,
  countSearchRows,
  readSearchStamps,
  removeSearchRows,
  writeSearchRows,
  type Database,
  type SearchIndexName,
  type SearchRow,
} from '@enlace/database'
import type { Batch, IndexCopy, SearchDocument } from '@enlace/search'

/** The same documents in Postgres, where people search when the search index is away. */
export function openRowCopy(
  database: Database,
  name: SearchIndexName,
  toRow: (document: SearchDocument) => SearchRow,
): IndexCopy {
  const write = async (batches: AsyncIterable<Batch> | Iterable<Batch>): Promise<void> => {
    for await (const { documents, removed } of batches) {
      await asSystem(database, async (tx) => {
        await removeSearchRows(tx, name, removed)
        await writeSearchRows(tx, name, documents.map(toRow))
      })
    }
  }
  return {
    name: `${name} in postgres`,
    fingerprint: async () => ({
      createdAt: '',
      updatedAt: '',
      documents: await asSystem(database, (tx) => countSearchRows(tx, name)),
    }),
    hasOurSettings: async () => true,
    stamps: () => asSystem(database, (tx) => readSearchStamps(tx, name)),
    write,
    rebuild: write,
    drop: async () => undefined,
  }
}
