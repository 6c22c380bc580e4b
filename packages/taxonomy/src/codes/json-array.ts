/** One element of a JSON array in its own text; `row` counts from 1. */
export type JsonElement = { readonly row: number; readonly text: string }

const longestElement = 1_000_000

/**
 * Cuts a JSON array into its elements while it arrives, so that one bad element costs only itself. Elements must be
 * objects; what stands outside of the array is an error, as is an element of more than a million characters.
 */
export async function* jsonElements(chunks: AsyncIterable<string> | Iterable<string>): AsyncGenerator<JsonElement> {
  const cutter = new Cutter()
  for await (const chunk of chunks) yield* cutter.push(chunk)
  cutter.end()
}

class Cutter {
  #text = ''
  #depth = 0
  #row = 0
  #isQuoted = false
  #isEscaped = false

  end(): void {
    if (this.#depth !== 0 || this.#row === 0) throw new Error('the list ends before its array does')
  }

  *push(chunk: string): Generator<JsonElement> {
    for (const sign of chunk) {
      if (this.#depth >= 2) this.#text += sign
      if (this.#text.length > longestElement) throw new Error(`the element of row ${this.#row + 1} has no end`)
      if (this.#isQuoted) this.#quoted(sign)
      else if (sign === '"') this.#open(sign)
      else if (sign === '{' || sign === '[') this.#down(sign)
      else if (sign === '}' || sign === ']') yield* this.#up(sign)
      else if (this.#depth < 2 && !/[\s,\ufeff]/.test(sign))
        throw new Error(`the list is not an array of objects near row ${this.#row + 1}`)
    }
  }

  #quoted(sign: string): void {
    if (this.#isEscaped) this.#isEscaped = false
    else if (sign === '\\') this.#isEscaped = true
    else if (sign === '"') this.#isQuoted = false
  }

  #open(sign: string): void {
    if (this.#depth < 2) throw new Error(`the list is not an array of objects near row ${this.#row + 1}, at ${sign}`)
    this.#isQuoted = true
  }

  #down(sign: string): void {
    if (this.#depth === 0 && (sign !== '[' || this.#row > 0)) throw new Error('the list is not one JSON array')
    if (this.#depth === 1 && sign !== '{') throw new Error(`row ${this.#row + 1} is not an object`)
    this.#depth += 1
    if (this.#depth === 2) this.#text = sign
  }

  *#up(sign: string): Generator<JsonElement> {
    if (this.#depth === 0) throw new Error(`the list is not one JSON array: ${sign} too many`)
    this.#depth -= 1
    if (this.#depth !== 1) return
    this.#row += 1
    yield { row: this.#row, text: this.#text }
    this.#text = ''
  }
}
