import { ascend, breaksOf, verify, type Instance, type Plan, type Verdict } from '@enlace/scheduling'

import { searchBeside } from './searcher-process.ts'
import { solverIn, type SolverName } from './solver-process.ts'

/** The best plan that was found in the time, and the fewest breaks that any plan must have. */
export type Outcome = {
  readonly verdict: Verdict
  readonly plan: Plan | null
  readonly breaks: number | null
  readonly lowerBound: number
  readonly firstFeasibleMs: number | null
  readonly seconds: number
}

/**
 * Two sides race, a processor each: the search finds ever better plans, the proof raises the bound below which there is none.
 * They are done where they meet, or when the proof comes upon a plan or upon there being none.
 */
export async function planDay(instance: Instance, seconds: number, solver: SolverName): Promise<Outcome> {
  const start = performance.now()
  const since = (): number => performance.now() - start
  const over = new AbortController()
  const timer = setTimeout(() => over.abort(), seconds * 1000)
  let [lowerBound, firstFeasibleMs] = [0, null as number | null]
  let best: { readonly plan: Plan; readonly breaks: number } | null = null
  const raise = (bound: number): void => {
    lowerBound = bound
    if (best !== null && best.breaks <= lowerBound) over.abort()
  }
  const found = (plan: Plan): void => {
    const breaks = breaksOf(instance, plan)
    if (verify(instance, plan).length > 0 || breaks >= (best?.breaks ?? Infinity)) return
    best = { plan, breaks }
    firstFeasibleMs ??= since()
    raise(lowerBound)
  }
  const proof = ascend(instance, solverIn(solver, over.signal), { best: () => best?.breaks ?? null, raise, found })
  // What the proof decides ends the search; what it leaves open does not.
  const decided = proof.then((verdict) => {
    if (verdict !== 'open') over.abort()
    return verdict
  })
  const [verdict] = await Promise.all([decided, searchBeside(instance, seconds, over.signal, found)])
  clearTimeout(timer)
  return { ...outcomeOf(verdict, best, lowerBound), firstFeasibleMs, seconds: since() / 1000 }
}

function outcomeOf(verdict: Verdict, best: { readonly plan: Plan; readonly breaks: number } | null, bound: number) {
  if (best === null) return { verdict, plan: null, breaks: null, lowerBound: bound }
  const isBest = verdict === 'optimal' || best.breaks <= bound
  return { verdict: isBest ? ('optimal' as const) : verdict, ...best, lowerBound: isBest ? best.breaks : bound }
}
