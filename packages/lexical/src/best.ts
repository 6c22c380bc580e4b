/** The best few of many: what cannot be among them is let go early, so that nothing but the few is ever sorted. */
export class Best<Item> {
  readonly #limit: number
  readonly #first: (one: Item, other: Item) => boolean
  #kept: { readonly item: Item; readonly worth: number }[] = []
  #least = -Infinity

  /** `first` says which of two equally good items comes first. */
  constructor(limit: number, first: (one: Item, other: Item) => boolean) {
    this.#limit = limit
    this.#first = first
  }

  /** What an item must reach to be worth offering. */
  get least(): number {
    return this.#least
  }

  offer(item: Item, worth: number): void {
    if (worth < this.#least) return
    this.#kept.push({ item, worth })
    if (this.#kept.length >= 2 * this.#limit + 64) this.#cut()
  }

  /** Best first. */
  list(): readonly Item[] {
    this.#cut()
    return this.#kept.map(({ item }) => item)
  }

  #cut(): void {
    this.#kept.sort((a, b) => b.worth - a.worth || (this.#first(a.item, b.item) ? -1 : 1))
    this.#kept.length = Math.min(this.#kept.length, this.#limit)
    if (this.#kept.length === this.#limit) this.#least = this.#kept[this.#limit - 1]?.worth ?? -Infinity
  }
}
