/** A variable, or its negation as a negative number. 0 is none. */
export type Literal = number

/** A formula in conjunctive normal form that grows: each clause is a list of literals of which one must be true. */
export class Cnf {
  #literals = new Int32Array(1024)
  #length = 0
  #variables = 0
  #clauses = 0

  get variables(): number {
    return this.#variables
  }

  get clauses(): number {
    return this.#clauses
  }

  /** All clauses one after another, each ended by 0. */
  get literals(): Int32Array {
    return this.#literals.subarray(0, this.#length)
  }

  variable(): Literal {
    this.#variables += 1
    return this.#variables
  }

  add(...clause: readonly Literal[]): void {
    if (this.#length + clause.length >= this.#literals.length) {
      const wider = new Int32Array((this.#length + clause.length) * 2)
      wider.set(this.#literals)
      this.#literals = wider
    }
    this.#literals.set(clause, this.#length)
    // What lies behind the clause is still 0, its end.
    this.#length += clause.length + 1
    this.#clauses += 1
  }

  /** A literal that is true exactly where one of these is. */
  anyOf(literals: readonly Literal[]): Literal {
    const [only] = literals
    if (only !== undefined && literals.length === 1) return only
    const any = this.variable()
    for (const literal of literals) this.add(-literal, any)
    this.add(-any, ...literals)
    return any
  }

  /** At most one is true: pair by pair up to six, and beyond in groups of three that hand on whether one was. */
  atMostOne(literals: readonly Literal[]): void {
    if (literals.length > 6) {
      const some = this.variable()
      for (const literal of literals.slice(0, 3)) this.add(-literal, some)
      this.atMostOne(literals.slice(0, 3))
      this.atMostOne([some, ...literals.slice(3)])
      return
    }
    for (const [at, one] of literals.entries()) for (const other of literals.slice(at + 1)) this.add(-one, -other)
  }
}
