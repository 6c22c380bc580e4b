import {
  asSystem,
  readIndexable,
  readIndexableNeeds,
  readIndexableSuppliers,
  saveWatermark,
  writeSearchRows,
  type Database,
} from '@enlace/database'
import {
  needIndex,
  needShape,
  needWords,
  openIndexCopy,
  supplierIndex,
  supplierShape,
  supplierWords,
  toNeedDocument,
  toSupplierDocument,
  type Batch,
  type Search,
} from '@enlace/search'

const all = async function* (documents: Batch['documents']): AsyncGenerator<Batch> {
  yield { documents, removed: [] }
}

/** Fills both copies of both indexes with what Postgres holds now, as the worker does; `search` null leaves the engine out. */
export async function indexAll(system: Database, search: Search | null): Promise<void> {
  const [suppliers, needs, marks] = await asSystem(system, async (tx) => {
    const changed = [await readIndexable(tx, 'suppliers', '0'), await readIndexable(tx, 'needs', '0')] as const
    const ids = changed.map(({ rows }) => rows.filter((row) => row.open).map((row) => row.id))
    return [
      (await readIndexableSuppliers(tx, ids[0] ?? [])).map((row) =>
        toSupplierDocument({ ...row, organisationId: row.id, stamp: `${supplierShape}.${row.changedXid}` }, () => []),
      ),
      (await readIndexableNeeds(tx, ids[1] ?? []))
        .map((row) =>
          toNeedDocument({ ...row, buyerName: row.name, stamp: `${needShape}.${row.changedXid}` }, () => []),
        )
        .filter((document) => document !== null),
      changed.map((one) => one.readOnFrom),
    ] as const
  })
  if (search !== null) {
    await openIndexCopy(search, supplierIndex).rebuild(all(suppliers))
    await openIndexCopy(search, needIndex).rebuild(all(needs))
  }
  await asSystem(system, async (tx) => {
    await writeSearchRows(tx, 'suppliers', suppliers.map(supplierWords))
    await writeSearchRows(tx, 'needs', needs.map(needWords))
    await saveWatermark(tx, 'suppliers', marks[0] ?? '0')
    await saveWatermark(tx, 'needs', marks[1] ?? '0')
  })
}
