import type { Instance } from '../instance.ts'
import type { Plan } from '../plan.ts'
import { verify } from '../verify.ts'
import type { Cnf, Literal } from './cnf.ts'
import type { Answer } from './dimacs.ts'
import { encode, type Encoding } from './encode.ts'
import { readPlan } from './read-plan.ts'

/** Whoever can tell whether a formula has a model in which these literals are true too; "unknown" where it gave up. */
export type Solve = (cnf: Cnf, units: readonly Literal[]) => Promise<Answer>

/** What the proof tells as it goes, and what it hears from whoever searches beside it. */
export type Race = {
  /** Breaks of the best whole plan that anybody found; null where there is none. */
  readonly best: () => number | null
  /** No plan has fewer breaks than this. */
  readonly raise: (bound: number) => void
  readonly found: (plan: Plan) => void
}

export type Verdict = 'optimal' | 'infeasible' | 'open'

/** Breaks that a first formula counts to; a larger one is written where that is not enough. */
const countFirst = 8

/**
 * Asks for a plan without breaks, then with one, two, … until there is one, which is then proved to be the best, or until the
 * best plan known has no more than are proved necessary. "Open" where the solver gave up, or where only the places are at odds.
 */
export async function ascend(instance: Instance, solve: Solve, race: Race): Promise<Verdict> {
  let encoding = encode(instance, countFirst)
  let isFeasible = false
  for (let bound = 0; ; bound += 1) {
    race.raise(bound)
    if ((race.best() ?? Infinity) <= bound) return 'optimal'
    if (bound >= encoding.total.length && encoding.total.length < encoding.breaks.flat().length)
      encoding = encode(instance, bound * 2)
    const limit = encoding.total[bound]
    const plan = await ask(instance, encoding, solve, limit === undefined ? [] : [-limit])
    if (plan === 'unknown') return 'open'
    if (plan !== 'unsatisfiable') return take(instance, plan, race) ? 'optimal' : 'open'
    if (limit === undefined) return 'infeasible'
    if (isFeasible || race.best() !== null) continue
    const any = await ask(instance, encoding, solve, [])
    if (any === 'unsatisfiable') return 'infeasible'
    if (any === 'unknown') return 'open'
    take(instance, any, race)
    isFeasible = true
  }
}

async function ask(instance: Instance, encoding: Encoding, solve: Solve, units: readonly Literal[]) {
  const answer = await solve(encoding.cnf, units)
  return typeof answer === 'string' ? answer : readPlan(instance, encoding, answer.model)
}

/** Hands a plan on if the verifier finds nothing wrong with it. */
function take(instance: Instance, plan: Plan, race: Race): boolean {
  if (verify(instance, plan).length > 0) return false
  race.found(plan)
  return true
}
