import type { IndexableRow } from '@enlace/database'
import type { Logger } from '@enlace/runtime'
import type { Batch, Fingerprint, IndexCopy } from '@enlace/search'

import type { IndexSource } from './index-source.ts'

/** Documents made and sent at a time; what waits is joined by the server. */
const batchSize = 500
/** An index is compared document by document this often even where nothing looks amiss. */
const auditEveryMs = 600_000

const same = (a: Fingerprint, b: Fingerprint | null): boolean =>
  a.createdAt === b?.createdAt && a.updatedAt === b.updatedAt && a.documents === b.documents

/**
 * Keeps one index level with its rows. Only one process may do so at a time: it writes one batch after the other,
 * each from rows read after the batch before was done, so an older version never follows a newer one.
 */
export class LevelIndex {
  readonly #copy: IndexCopy
  readonly #source: IndexSource
  readonly #log: Logger
  readonly #tell: (changedXid: string) => Promise<void>
  /** The index as this process left it; null while it knows nothing of it. */
  #known: Fingerprint | null = null
  #auditedAt = 0
  #from = '0'
  /** What the last reading saw; a transaction that runs long makes the next one see the same rows again. */
  #seen: ReadonlyMap<string, string> = new Map()
  #marked = ''

  /** @param tell told of the transaction id below which all is in the index, when that changed */
  constructor(
    copy: IndexCopy,
    source: IndexSource,
    log: Logger,
    tell: (changedXid: string) => Promise<void> = async () => undefined,
  ) {
    this.#copy = copy
    this.#source = source
    this.#log = log
    this.#tell = tell
  }

  /** To be called when another process may have written meanwhile. */
  forget(): void {
    this.#known = null
  }

  /**
   * Brings the index level with the rows as they were when called; rejects when it or Postgres is away, and may then be
   * called again.
   * @returns whether there may be more to do: it wrote, and more may have changed meanwhile
   */
  async level(): Promise<boolean> {
    const present = await this.#copy.fingerprint()
    const touched = present === null || !same(present, this.#known)
    if (present === null || (touched && !(await this.#copy.hasOurSettings())))
      await this.#rebuild(present === null ? 'it is missing' : 'its settings differ')
    else if (touched || performance.now() - this.#auditedAt > auditEveryMs) await this.#audit(present)
    // Another process changed the index since: the next call finds out what.
    return this.#known === null || this.#follow()
  }

  async #follow(): Promise<boolean> {
    const { rows, readOnFrom, open } = await this.#source.changed(this.#from)
    const stale = rows.filter((row) => this.#seen.get(row.id) !== row.changedXid)
    if (stale.length > 0) await this.#write(stale.map((row) => row.id))
    this.#from = readOnFrom
    this.#seen = new Map(rows.map((row) => [row.id, row.changedXid]))
    if (rows.length > 0) await this.#mark()
    // Rows that were deleted leave no trace but their number.
    if (stale.length === 0 && this.#known?.documents !== open) this.forget()
    return stale.length > 0
  }

  async #write(ids: readonly string[], strangers: readonly string[] = []): Promise<void> {
    const before = this.#known?.createdAt
    await this.#copy.write(this.#batches(ids, strangers))
    const after = await this.#copy.fingerprint()
    if (after === null || after.createdAt !== before)
      throw new Error(`the index of ${this.#copy.name} was replaced while it was written`)
    await this.#takeNote(after)
  }

  /** Asks for the settings behind the fingerprint: who changes them later changes the next fingerprint as well. */
  async #takeNote(left: Fingerprint | null): Promise<void> {
    this.#known = (await this.#copy.hasOurSettings()) ? left : null
  }

  /** Compares id by id and stamp by stamp, and mends what differs; `present` was asked before the settings were found ours. */
  async #audit(present: Fingerprint): Promise<void> {
    const { rows, open, readOnFrom } = await this.#source.changed('0')
    const held = await this.#copy.stamps()
    // An index that lost most of its documents would answer as if they did not exist; without it Postgres answers.
    if (held.size * 2 < open) {
      await this.#copy.drop()
      return this.#rebuild(`it holds ${held.size} of ${open}`)
    }
    const wanted = new Map(rows.filter((row) => row.open).map((row) => [row.id, this.#source.stamp(row.changedXid)]))
    const different = [...wanted].filter(([id, stamp]) => held.get(id) !== stamp).map(([id]) => id)
    const strangers = [...held.keys()].filter((id) => !wanted.has(id))
    this.#known = present
    if (different.length + strangers.length > 0) {
      this.#log.info(
        { index: this.#copy.name, different: different.length, strangers: strangers.length },
        'mending the search index',
      )
      await this.#write(different, strangers)
    }
    await this.#settle(readOnFrom)
  }

  async #rebuild(reason: string): Promise<void> {
    const started = performance.now()
    const { rows, readOnFrom } = await this.#source.changed('0')
    const ids = rows.filter((row: IndexableRow) => row.open).map((row) => row.id)
    this.#log.info({ index: this.#copy.name, reason, documents: ids.length }, 'rebuilding the search index')
    await this.#copy.rebuild(this.#batches(ids))
    await this.#takeNote(await this.#copy.fingerprint())
    await this.#settle(readOnFrom)
    this.#log.info({ index: this.#copy.name, ms: Math.round(performance.now() - started) }, 'rebuilt the search index')
  }

  async #settle(readOnFrom: string): Promise<void> {
    this.#auditedAt = performance.now()
    this.#from = readOnFrom
    this.#seen = new Map()
    await this.#mark()
  }

  async #mark(): Promise<void> {
    if (this.#marked === this.#from) return
    await this.#tell(this.#from)
    this.#marked = this.#from
  }

  async *#batches(ids: readonly string[], strangers: readonly string[] = []): AsyncGenerator<Batch> {
    if (strangers.length > 0) yield { documents: [], removed: strangers }
    for (let start = 0; start < ids.length; start += batchSize) {
      const wanted = ids.slice(start, start + batchSize)
      const documents = await this.#source.load(wanted)
      const made = new Set(documents.map((document) => document.id))
      yield { documents, removed: wanted.filter((id) => !made.has(id)) }
    }
  }
}
