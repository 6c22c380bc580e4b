import type { Cnf, Literal } from './cnf.ts'
import { totals } from './totalizer.ts'

/** What a formula knows of one participant's day. */
export type Day = {
  /** By slot: true where they meet somebody; null where they cannot. */
  readonly busy: readonly (Literal | null)[]
  /** True where they have that many breaks, counted from 1. */
  readonly breaks: readonly Literal[]
}

/** Whether something is known: always, never, or by a literal. */
type Known = Literal | boolean

/**
 * One participant's day: never two meetings at once, and how many breaks. How many meetings lie behind them after each slot is
 * counted too: it follows from the rest, but a solver sees by it at once that who has begun and makes no break goes on.
 */
export function encodeDay(cnf: Cnf, own: readonly (readonly (Literal | null)[])[], slots: number): Day {
  const busy = Array.from({ length: slots }, (_, slot) => {
    const here = own.map((at) => at[slot] ?? null).filter((literal) => literal !== null)
    cnf.atMostOne(here)
    return here.length === 0 ? null : cnf.anyOf(here)
  })
  if (own.length < 2) return { busy, breaks: [] }
  const past = encodePast(cnf, busy, own.length)
  const begun = (slot: number): Known => past(slot, 1)
  const done = (slot: number): Known => past(slot, own.length)
  const idle = busy.map((literal, slot) => and(cnf, [not(literal ?? false), begun(slot - 1), not(done(slot))]))
  const anyBreak = cnf.variable()
  const starts = busy.map((literal, slot) => {
    const next = idle[slot + 1] ?? false
    imply(cnf, [next], anyBreak)
    for (let count = 1; count < own.length; count += 1)
      imply(cnf, [past(slot, count), not(past(slot + 1, count + 1))], anyBreak)
    return and(cnf, [literal ?? false, next])
  })
  const literals = starts.filter((start) => typeof start === 'number')
  const [first, ...more] = totals(cnf, literals, Math.min(literals.length, own.length - 1))
  if (first === undefined) return { busy, breaks: [] }
  cnf.add(-anyBreak, first)
  cnf.add(-first, anyBreak)
  return { busy, breaks: [first, ...more] }
}

/** Whether at least so many meetings lie in the slots up to one. All of them do in the end. */
function encodePast(cnf: Cnf, busy: readonly (Literal | null)[], all: number): (slot: number, count: number) => Known {
  const possible = busy.map((_, slot) => busy.slice(0, slot + 1).filter((literal) => literal !== null).length)
  const last = busy.length - 1
  const rows: Known[][] = []
  const past = (slot: number, count: number): Known => {
    if (count <= 0) return true
    if (count > all || slot < 0) return false
    return slot > last ? true : (rows[slot]?.[count] ?? false)
  }
  for (const [slot, literal] of busy.entries()) {
    const row: Known[] = []
    rows.push(row)
    for (let count = 1; count <= all; count += 1) {
      const left = (possible[last] ?? 0) - (possible[slot] ?? 0)
      row[count] = count <= all - left ? true : count > (possible[slot] ?? 0) ? false : cnf.variable()
      const before = past(slot - 1, count)
      const less = past(slot - 1, count - 1)
      const here = row[count] ?? false
      require(cnf, not(before), here)
      require(cnf, not(less), not(literal ?? false), here)
      require(cnf, not(here), before, literal ?? false)
      require(cnf, not(here), before, less)
    }
    require(cnf, not(past(slot - 1, all)), not(literal ?? false))
  }
  return past
}

const not = (known: Known): Known => (typeof known === 'number' ? -known : !known)

/** One of these must hold. */
function require(cnf: Cnf, ...clause: readonly Known[]): void {
  if (clause.includes(true)) return
  cnf.add(...clause.filter((known) => typeof known === 'number'))
}

function imply(cnf: Cnf, all: readonly Known[], then: Known): void {
  require(cnf, ...all.map(not), then)
}

/** What is known of all of these together. */
function and(cnf: Cnf, all: readonly Known[]): Known {
  if (all.includes(false)) return false
  const open = all.filter((known) => typeof known === 'number')
  const [only] = open
  if (only === undefined) return true
  return open.length === 1 ? only : -cnf.anyOf(open.map((literal) => -literal))
}
