/** A list of whole numbers below 2^31 in one piece of memory, which is read several times faster than a list of any values. */
export class IntList {
  #values = new Int32Array(4)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** The memory itself, which may be longer than the list; it is another one after a `push`. */
  get values(): Int32Array {
    return this.#values
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Int32Array(this.#length * 2)
      wider.set(this.#values)
      this.#values = wider
    }
    this.#values[this.#length] = value
    this.#length += 1
  }

  /** Takes out the value at a place; those behind move up. */
  remove(at: number): void {
    this.#values.copyWithin(at, at + 1, this.#length)
    this.#length -= 1
  }
}
