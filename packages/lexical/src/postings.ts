import { IntList } from './int-list.ts'

/** A term with how often it stands in an entry is one small integer, and so is an entry with how often it holds a term. */
const timesBits = 6
const mostTimes = (1 << timesBits) - 1
const withTimes = (number: number, times: number): number => (number << timesBits) | Math.min(times, mostTimes)

export const numberOf = (pair: number): number => pair >>> timesBits
export const timesOf = (pair: number): number => pair & mostTimes

/** Where the first posting of an entry is, or would be: lists are sorted, since entries are numbered as they come. */
function place(list: IntList, entry: number): number {
  const { values } = list
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numberOf(values[middle] ?? 0) < entry) low = middle + 1
    else high = middle
  }
  return low
}

const nothing = new IntList()
/** Words are taken for kin that share so many first letters. */
const alikeLetters = 5

/** Which entries hold which term, and how often; entries are numbers that the owner of this list gives out in rising order. */
export class Postings {
  readonly #numbers = new Map<string, number>()
  /** The terms, by their first letters. */
  readonly #beginnings = new Map<string, string[]>()
  readonly #lists: IntList[] = []

  /** How many terms were ever noted; their numbers are below. */
  get size(): number {
    return this.#lists.length
  }

  /** Notes an entry's words; returns its distinct terms with their times, by which it can be scored and taken out again. */
  add(entry: number, words: readonly string[]): Int32Array {
    const terms = packed(words, (word) => this.#numbers.get(word) ?? this.#newNumber(word))
    for (const term of terms) this.#lists[numberOf(term)]?.push(withTimes(entry, timesOf(term)))
    return terms
  }

  /** The distinct terms of a text that is not noted, with their times; words that no entry ever held are left out. */
  terms(words: readonly string[]): Int32Array {
    return packed(words, (word) => this.#numbers.get(word))
  }

  /** The number of a term, or null where no entry ever held it. */
  number(term: string): number | null {
    return this.#numbers.get(term) ?? null
  }

  /** The terms that entries hold and that begin as this one does; none for a word too short to tell. */
  alike(term: string): readonly string[] {
    if (term.length < alikeLetters) return []
    const known = this.#beginnings.get(term.slice(0, alikeLetters)) ?? []
    // In the order of the alphabet, so that it does not depend on what came first.
    return known.filter((word) => this.of(this.number(word)).length > 0).toSorted()
  }

  /** Takes an entry out of the lists of its terms. */
  drop(entry: number, terms: Int32Array): void {
    for (const term of terms) {
      const list = this.#lists[numberOf(term)]
      if (list !== undefined) list.remove(place(list, entry))
    }
  }

  /** The postings of a term by its number, in the rising order of their entries. */
  of(term: number | null): IntList {
    return this.#lists[term ?? -1] ?? nothing
  }

  /** Gives entries new numbers that keep their order. */
  renumber(newNumber: (entry: number) => number): void {
    for (const list of this.#lists)
      for (let at = 0; at < list.length; at += 1) {
        const posting = list.values[at] ?? 0
        list.values[at] = withTimes(newNumber(numberOf(posting)), timesOf(posting))
      }
  }

  #newNumber(word: string): number {
    this.#lists.push(new IntList())
    this.#numbers.set(word, this.#lists.length - 1)
    const beginning = word.slice(0, alikeLetters)
    const alike = this.#beginnings.get(beginning)
    if (alike === undefined) this.#beginnings.set(beginning, [word])
    else alike.push(word)
    return this.#lists.length - 1
  }
}

function packed(words: readonly string[], number: (word: string) => number | undefined): Int32Array {
  const times = new Map<number, number>()
  for (const word of words) {
    const term = number(word)
    if (term !== undefined) times.set(term, (times.get(term) ?? 0) + 1)
  }
  return Int32Array.from(times, ([term, count]) => withTimes(term, count))
}
