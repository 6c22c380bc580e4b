import { DznError } from './dzn-error.ts'
import { tokensOf, type Token } from './tokens.ts'

/** A value, and the line where it begins. */
export type At<T> = { readonly value: T; readonly line: number }

/** Larger than anything that a matchday has, and small enough for a file not to ask for all memory. */
const largest = 100_000

/** Reads values one after another from a text in the published format. */
export class Cursor {
  readonly #tokens: readonly Token[]
  #next = 0

  constructor(text: string) {
    this.#tokens = tokensOf(text)
  }

  get atEnd(): boolean {
    return this.#next === this.#tokens.length
  }

  /** The line of what comes next, or the last line. */
  get line(): number {
    return (this.#tokens[this.#next] ?? this.#tokens.at(-1))?.line ?? 1
  }

  name(): string {
    return this.#take(/^[A-Za-z]/, 'a name')
  }

  sign(sign: string): void {
    if (!this.#passes(sign)) throw this.#unexpected(`"${sign}"`)
  }

  number(): At<number> {
    const line = this.line
    const value = Number(this.#take(/^\d/, 'a number'))
    if (value > largest) throw new DznError('dzn.out-of-range', line, `no number may be above ${largest}`)
    return { value, line }
  }

  /** `{1, 2}` */
  numbers(): At<readonly At<number>[]> {
    const line = this.line
    this.sign('{')
    return { value: this.#until('}', () => this.number()), line }
  }

  /** `[a, b]` */
  list<T>(item: () => T): At<readonly T[]> {
    const line = this.line
    this.sign('[')
    return { value: this.#until(']', item), line }
  }

  /** `[| 1, 2 | 3, 4 |]` */
  rows(): At<readonly At<readonly number[]>[]> {
    const from = this.line
    const rows: At<readonly number[]>[] = []
    this.sign('[|')
    while (!this.#passes('|]')) {
      if (rows.length > 0) this.sign('|')
      if (this.#passes('|]')) break
      const line = this.line
      const row = [this.number().value]
      while (this.#passes(',') && !this.#sees(/^\|/)) row.push(this.number().value)
      rows.push({ value: row, line })
    }
    return { value: rows, line: from }
  }

  /** Items parted by commas up to a sign; the format allows one more comma behind the last. */
  #until<T>(end: string, item: () => T): readonly T[] {
    const items: T[] = []
    while (!this.#passes(end)) {
      items.push(item())
      if (this.#passes(end)) break
      this.sign(',')
    }
    return items
  }

  #sees(pattern: RegExp): boolean {
    return pattern.test(this.#tokens[this.#next]?.text ?? '')
  }

  #passes(sign: string): boolean {
    if (this.#tokens[this.#next]?.text !== sign) return false
    this.#next += 1
    return true
  }

  #take(pattern: RegExp, what: string): string {
    const token = this.#tokens[this.#next]
    if (token === undefined || !pattern.test(token.text)) throw this.#unexpected(what)
    this.#next += 1
    return token.text
  }

  #unexpected(wanted: string): DznError {
    const found = this.#tokens[this.#next]
    const instead = found === undefined ? 'the file ends' : `"${found.text}" stands`
    return new DznError('dzn.malformed', this.line, `${wanted} is expected where ${instead}`)
  }
}
