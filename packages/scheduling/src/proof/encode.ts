import type { Instance } from '../instance.ts'
import { Cnf, type Literal } from './cnf.ts'
import { domainsOf } from './domains.ts'
import { encodeDay, type Day } from './encode-day.ts'
import { encodePlaces } from './encode-places.ts'
import { encodeOrder } from './encode-order.ts'
import { encodeSpread } from './encode-spread.ts'
import { totals } from './totalizer.ts'

/**
 * A formula that every timetable of an instance satisfies. Where places are alike it is satisfied by nothing else; which place
 * suits which meeting, and walking, are left out of it. So a bound that it proves always holds, and a plan that it allows is
 * looked at by the verifier.
 */
export type Encoding = {
  readonly cnf: Cnf
  /** Meeting by slot: true where it has it; null where it cannot. */
  readonly at: readonly (readonly (Literal | null)[])[]
  /** Participant by number: true where they have that many breaks, counted from 1. */
  readonly breaks: readonly (readonly Literal[])[]
  /** True where all participants together have that many breaks, counted from 1; as many as were asked for. */
  readonly total: readonly Literal[]
}

/** Writes an instance as a formula that counts breaks up to so many. */
export function encode(instance: Instance, countTo: number): Encoding {
  const cnf = new Cnf()
  const at = domainsOf(instance).map((slots) => {
    const row = instance.slots.map((_, slot) => (slots.includes(slot) ? cnf.variable() : null))
    const literals = row.filter((literal) => literal !== null)
    cnf.add(...literals)
    cnf.atMostOne(literals)
    return row
  })
  const days = instance.participants.map((_, p) => {
    const own = instance.meetings.flatMap(({ participants }, m) => (participants.includes(p) ? [at[m] ?? []] : []))
    return encodeDay(cnf, own, instance.slots.length)
  })
  encodePlaces(cnf, instance, at, days)
  encodeOrder(cnf, instance, at)
  const breaks = days.map((day: Day) => day.breaks)
  encodeSpread(cnf, breaks, instance.spread)
  return { cnf, at, breaks, total: totals(cnf, breaks.flat(), countTo) }
}
