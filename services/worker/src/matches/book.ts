/** A page of rows changed since a snapshot, and where to read on from. */
export type Changes<Row> = { readonly rows: readonly Row[]; readonly readOnFrom: string }

/** From here on everything has changed. */
export const beginning = '0'

/**
 * A copy in this process of what Postgres holds, kept level with it: each use first reads what changed, so a row
 * counts from the moment it was committed, in every worker alike.
 */
export class Book<Row> {
  readonly #read: (from: string) => Promise<Changes<Row>>
  readonly #take: (row: Row) => void
  #from = beginning
  #reading: Promise<void> | null = null
  #next: Promise<void> | null = null

  constructor(read: (from: string) => Promise<Changes<Row>>, take: (row: Row) => void) {
    this.#read = read
    this.#take = take
  }

  /** Resolves once the book was filled, which may take long; from then on at once. */
  filled(): Promise<void> {
    return this.#from === beginning ? this.level() : Promise.resolve()
  }

  /** Resolves when the book holds all that was committed before the call. */
  level(): Promise<void> {
    if (this.#reading === null) return (this.#reading = this.#run())
    // The reading under way may have begun before the caller's change was committed; all who come now share the next.
    const under = this.#reading
    this.#next ??= under
      .catch(() => undefined)
      .then(() => {
        this.#next = null
        return (this.#reading = this.#run())
      })
    return this.#next
  }

  async #run(): Promise<void> {
    try {
      const changes = await this.#read(this.#from)
      for (const row of changes.rows) this.#take(row)
      this.#from = changes.readOnFrom
    } finally {
      this.#reading = null
    }
  }
}
