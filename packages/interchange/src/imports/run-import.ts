import {
  asSystem,
  insertImportIssues,
  lockImportsOf,
  moveImportOn,
  readImportPart,
  takeUpImport,
  today,
  type Database,
  type ImportTask,
  type Transaction,
} from '@enlace/database'
import { Problem, type ImportId } from '@enlace/domain'

import type { FileRow } from '../files/file-row.ts'
import { type FileRows, readRows } from '../files/read-rows.ts'
import { readNeed } from '../needs/read-need.ts'
import { readSupplier } from '../suppliers/read-supplier.ts'
import { headingNotes } from './heading-notes.ts'
import { Tally } from './import-outcome.ts'
import { type Lookalikes, openLookalikes } from './lookalikes.ts'
import { SeenRows } from './seen-rows.ts'
import type { GoodRow } from './sort-rows.ts'
import { takeNeeds } from './take-needs.ts'
import { takeSuppliers } from './take-suppliers.ts'

/** Rows that are taken in together. */
const chunkSize = 500
/** More rows than this are several lists. */
const rowsLimit = 250_000

/** How an import ended: with all its rows read, or with the reason why the file could not be read on. */
export type ImportEnd = { readonly task: ImportTask; readonly problem: string | null }

export type RunOptions = {
  /** Called in the transaction of every chunk, which is the place to tell others how far it is. */
  readonly moved: (tx: Transaction, task: ImportTask) => Promise<void>
}

/**
 * Reads the file of an import and takes its rows in, chunk by chunk, each chunk in one transaction with the mark of how
 * far it goes: killed at any moment, the next run goes on behind the last chunk. Never holds more than a chunk.
 * @returns null where there is nothing to do any more
 * @throws where another process moves the same import, or the database is away
 */
export async function runImport(database: Database, id: ImportId, options: RunOptions): Promise<ImportEnd | null> {
  const task = await asSystem(database, (tx) => takeUpImport(tx, id))
  if (task === null) return null
  const reader = { bytes: 0 }
  try {
    const file = await readRows(partsOf(database, id, reader))
    await takeRows(database, task, { ...file, reader }, options)
    return { task, problem: null }
  } catch (error) {
    // What is wrong with the file stays wrong however often it is read; all else is tried again.
    if (error instanceof Problem) return { task, problem: error.message }
    throw error
  }
}

async function* partsOf(database: Database, id: ImportId, reader: { bytes: number }): AsyncGenerator<Uint8Array> {
  for (let seq = 0; ; seq += 1) {
    const bytes = await asSystem(database, (tx) => readImportPart(tx, id, seq))
    if (bytes === null) return
    reader.bytes += bytes.length
    yield bytes
  }
}

type Source = FileRows & { readonly reader: { readonly bytes: number } }

async function takeRows(database: Database, task: ImportTask, source: Source, options: RunOptions): Promise<void> {
  const seen = new SeenRows()
  const lookalikes = await openLookalikes(database, task.agencyId)
  let done = task.rowsDone
  let read = 0
  let chunk: FileRow[] = []
  const take = async (): Promise<void> => {
    const from = done
    done += chunk.length
    const rows = chunk
    chunk = []
    await asSystem(database, async (tx) => {
      await lockImportsOf(tx, task.agencyId)
      const tally = new Tally()
      await takeChunk(tx, task, source.form, { rows, first: from === 0, seen, lookalikes, tally })
      const bytesDone = Math.round(source.reader.bytes * source.share.value)
      const step = { from, to: done, bytesDone, counts: tally.outcome.counts }
      if (!(await moveImportOn(tx, task.id, step))) throw new Error('another process moves this import')
      await insertImportIssues(tx, task.id, tally.outcome.issues)
      await options.moved(tx, task)
    })
  }
  for await (const row of source.rows) {
    read += 1
    if (read <= task.rowsDone) continue
    if (read > rowsLimit)
      throw new Problem('input.too-large', `A file may have ${rowsLimit} rows; give the rest as another one.`)
    chunk.push(row)
    if (chunk.length === chunkSize) await take()
  }
  if (chunk.length > 0) await take()
}

type Chunk = {
  readonly rows: readonly FileRow[]
  readonly first: boolean
  readonly seen: SeenRows
  readonly lookalikes: Lookalikes
  readonly tally: Tally
}

async function takeChunk(
  tx: Transaction,
  task: ImportTask,
  form: FileRows['form'],
  { rows, first, seen, lookalikes, tally }: Chunk,
): Promise<void> {
  const readable = rows.flatMap((row) => {
    if ('value' in row && !lost(row.value)) return [row]
    tally.fail(row.row, ['fault' in row ? row.fault : lostCharacters])
    return []
  })
  if (first && form === 'table') tally.note(1, headingNotes(task.what, readable))
  if (task.what === 'suppliers') {
    const good = sift(readable, (value) => readSupplier(form, value, task.country), tally)
    await takeSuppliers(tx, task, good, { seen, lookalikes, tally })
  } else {
    const day = await today(tx)
    const good = sift(readable, (value) => readNeed(form, value, { country: task.country, today: day }), tally)
    await takeNeeds(tx, task, good, seen, tally)
  }
}

type Reading<Item> =
  | { readonly item: Item; readonly notes: GoodRow<Item>['notes'] }
  | { readonly faults: GoodRow<Item>['notes'] }

/** The rows that can be taken in; the others are told with what is wrong with them. */
const sift = <Item>(
  rows: readonly { readonly row: number; readonly value: Readonly<Record<string, unknown>> }[],
  readItem: (value: Readonly<Record<string, unknown>>) => Reading<Item>,
  tally: Tally,
): GoodRow<Item>[] =>
  rows.flatMap(({ row, value }) => {
    const reading = readItem(value)
    if ('item' in reading) return [{ row, ...reading }]
    tally.fail(row, reading.faults)
    return []
  })

const lost = (value: unknown): boolean => JSON.stringify(value).includes('\ufffd')
const lostCharacters = {
  path: '',
  code: 'unreadable',
  message: 'Some characters cannot be read; save the file as UTF-8.',
}
