/** A posting is one small integer: the entry's number times this, plus how often the term stands in it. */
const timesRoom = 64

const entryOf = (posting: number): number => Math.floor(posting / timesRoom)

/** Where the first posting of an entry is, or would be: lists are sorted, since entries are numbered as they come. */
function place(list: readonly number[], entry: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (entryOf(list[middle] ?? 0) < entry) low = middle + 1
    else high = middle
  }
  return low
}

/** Which entries hold which term, and how often; entries are numbers that the owner of this list gives out in rising order. */
export class Postings {
  readonly #numbers = new Map<string, number>()
  readonly #lists: number[][] = []

  /** Notes an entry's words and returns the numbers of its distinct terms, with which it can be taken out again. */
  add(entry: number, words: readonly string[]): readonly number[] {
    const times = new Map<number, number>()
    for (const word of words) {
      const term = this.#number(word)
      times.set(term, (times.get(term) ?? 0) + 1)
    }
    for (const [term, count] of times) this.#lists[term]?.push(entry * timesRoom + Math.min(count, timesRoom - 1))
    return [...times.keys()]
  }

  /** Takes an entry out of the lists of its terms. */
  drop(entry: number, terms: readonly number[]): void {
    for (const term of terms) {
      const list = this.#lists[term]
      if (list !== undefined) list.splice(place(list, entry), 1)
    }
  }

  /** How many entries hold a term. */
  holders(term: string): number {
    return this.#list(term).length
  }

  /** Calls `visit` for every entry that holds a term, in rising order. */
  each(term: string, visit: (entry: number, times: number) => void): void {
    for (const posting of this.#list(term)) {
      const entry = entryOf(posting)
      visit(entry, posting - entry * timesRoom)
    }
  }

  /** Gives entries new numbers that keep their order. */
  renumber(numberOf: (entry: number) => number): void {
    for (const list of this.#lists)
      list.forEach((posting, at) => {
        const entry = entryOf(posting)
        list[at] = numberOf(entry) * timesRoom + (posting - entry * timesRoom)
      })
  }

  #number(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    this.#lists.push([])
    this.#numbers.set(word, this.#lists.length - 1)
    return this.#lists.length - 1
  }

  #list(term: string): readonly number[] {
    const number = this.#numbers.get(term)
    return number === undefined ? [] : (this.#lists[number] ?? [])
  }
}
