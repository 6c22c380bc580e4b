export type PageOf<Item> = { readonly items: readonly Item[]; readonly next: string | null }

/** A list that is read page by page: what is here, whether more is coming, and what went wrong. */
export class Paged<Item> {
  next = $state<string | null>(null)
  busy = $state(true)
  loaded = $state(false)
  error = $state.raw<unknown>(null)
  readonly #read: (cursor: string | undefined) => Promise<PageOf<Item>>
  #items = $state.raw<readonly Item[]>([])
  #asked = 0
  #told = 0

  constructor(read: (cursor: string | undefined) => Promise<PageOf<Item>>) {
    this.#read = read
  }

  get items(): readonly Item[] {
    return this.#items
  }

  /** Set by whoever hears of a change, which then stands until the list is read again. */
  set items(items: readonly Item[]) {
    this.#told += 1
    this.#items = items
  }

  /** Reads from the start; what is shown stays until the answer is there. */
  load = async (): Promise<void> => {
    const page = await this.#askUntilCurrent(undefined)
    if (page !== null) [this.#items, this.next, this.loaded] = [page.items, page.next, true]
  }

  more = async (): Promise<void> => {
    if (this.busy || this.next === null) return
    const page = await this.#askUntilCurrent(this.next)
    if (page !== null) [this.#items, this.next] = [[...this.#items, ...page.items], page.next]
  }

  /** An answer may be older than a change that was told while it was under way; then it is asked for once more. */
  async #askUntilCurrent(cursor: string | undefined): Promise<PageOf<Item> | null> {
    for (;;) {
      const told = this.#told
      const page = await this.#ask(cursor)
      if (page === null || told === this.#told) return page
    }
  }

  /** An answer that was overtaken by a later question is dropped. */
  async #ask(cursor: string | undefined): Promise<PageOf<Item> | null> {
    const mine = ++this.#asked
    this.busy = true
    try {
      const page = await this.#read(cursor)
      if (mine !== this.#asked) return null
      this.error = null
      return page
    } catch (error) {
      if (mine === this.#asked) this.error = error
      return null
    } finally {
      if (mine === this.#asked) this.busy = false
    }
  }
}
