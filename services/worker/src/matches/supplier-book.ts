import { asSystem, readChangedPassports, type Database } from '@enlace/database'
import { LexicalIndex } from '@enlace/lexical'

/**
 * The words of all published passports in this process, kept level with Postgres: each use first reads what
 * changed, so a passport counts from the moment it was saved, in every worker alike.
 */
export class SupplierBook {
  readonly index = new LexicalIndex()
  readonly #database: Database
  #from = '0'
  #reading: Promise<void> | null = null

  constructor(database: Database) {
    this.#database = database
  }

  /** Brings the book level with what was committed before the call. */
  async level(): Promise<LexicalIndex> {
    // A read under way may have begun before the change that the caller waits for, so one more follows it.
    const before = this.#reading
    if (before !== null) await before.catch(() => undefined)
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null
    })
    await this.#reading
    return this.index
  }

  async #read(): Promise<void> {
    const page = await asSystem(this.#database, (tx) => readChangedPassports(tx, this.#from))
    for (const row of page.rows) {
      if (row.content === null) this.index.remove(row.organisationId)
      else this.index.put(row.organisationId, row.content)
    }
    this.#from = page.readOnFrom
  }
}
