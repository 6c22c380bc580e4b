import type { Instance } from '../instance.ts'
import type { Cnf, Literal } from './cnf.ts'

/** Meetings that must come after others: whoever lies in a slot has those before it in earlier ones. */
export function encodeOrder(
  cnf: Cnf,
  { meetings, slots }: Instance,
  at: readonly (readonly (Literal | null)[])[],
): void {
  for (const [m, { after }] of meetings.entries())
    for (const earlier of after)
      for (const slot of slots.keys()) {
        const here = at[m]?.[slot] ?? null
        if (here === null) continue
        cnf.add(-here, ...(at[earlier] ?? []).slice(0, slot).filter((literal) => literal !== null))
      }
}
