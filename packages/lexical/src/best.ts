/** The best few of many: what cannot be among them is let go at once, so that nothing but the few is ever sorted. */
export class Best<Item> {
  readonly #limit: number
  readonly #first: (one: Item, other: Item) => boolean
  /** A heap: whatever stands at a place is no better than what stands at twice that place and one or two further, so the worst is the first. */
  readonly #items: Item[] = []
  readonly #worths: number[] = []

  /** `first` says which of two equally good items comes first. */
  constructor(limit: number, first: (one: Item, other: Item) => boolean) {
    this.#limit = limit
    this.#first = first
  }

  /** What an item must reach to be worth offering. */
  get least(): number {
    return this.#items.length < this.#limit ? -Infinity : (this.#worths[0] ?? Infinity)
  }

  offer(item: Item, worth: number): void {
    if (this.#items.length < this.#limit) {
      this.#items.push(item)
      this.#worths.push(worth)
      this.#rise(this.#items.length - 1)
      return
    }
    const worst = this.#items[0]
    if (worst === undefined || !this.#isBetter(item, worth, worst, this.#worths[0] ?? 0)) return
    this.#items[0] = item
    this.#worths[0] = worth
    this.#sink()
  }

  /** Best first. */
  list(): readonly Item[] {
    return this.#items
      .map((item, at) => ({ item, worth: this.#worths[at] ?? 0 }))
      .toSorted((a, b) => b.worth - a.worth || (this.#first(a.item, b.item) ? -1 : 1))
      .map(({ item }) => item)
  }

  #isBetter(item: Item, worth: number, other: Item, otherWorth: number): boolean {
    return worth > otherWorth || (worth === otherWorth && this.#first(item, other))
  }

  /** Whether what stands at one place is worse than what stands at the other. */
  #isWorse(one: number, other: number): boolean {
    const [item, otherItem] = [this.#items[one] as Item, this.#items[other] as Item]
    return this.#isBetter(otherItem, this.#worths[other] ?? 0, item, this.#worths[one] ?? 0)
  }

  #swap(one: number, other: number): void {
    const [item, worth] = [this.#items[one] as Item, this.#worths[one] ?? 0]
    this.#items[one] = this.#items[other] as Item
    this.#worths[one] = this.#worths[other] ?? 0
    this.#items[other] = item
    this.#worths[other] = worth
  }

  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const above = (at - 1) >> 1
      if (!this.#isWorse(at, above)) return
      this.#swap(at, above)
      at = above
    }
  }

  #sink(): void {
    for (let at = 0; ;) {
      let worst = at
      for (const below of [2 * at + 1, 2 * at + 2])
        if (below < this.#items.length && this.#isWorse(below, worst)) worst = below
      if (worst === at) return
      this.#swap(at, worst)
      at = worst
    }
  }
}
