import { breaksByParticipant, inTime, randomFrom, search, verify, type Instance, type Plan } from '@enlace/scheduling'

import { rounded } from '../load/figures.ts'

export type TimedSearch = {
  readonly waiting: number
  readonly breaks: number
  readonly spread: number
  readonly violations: number
  /** Until the first plan in which every meeting has a slot; null where there was none. */
  readonly firstFeasibleMs: number | null
  /** Until the plan that was best in the end. */
  readonly bestMs: number
  readonly steps: number
  readonly stepsPerCpuSecond: number
  readonly seconds: number
  readonly cpuSeconds: number
}

/** Milliseconds by the clock on the wall, or of work done by this process, which a busy machine does not stretch. */
export const clocks = {
  wall: (): number => performance.now(),
  cpu: (): number => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  },
}
export type Clock = (typeof clocks)[keyof typeof clocks]

/** Searches for so long on one thread, with what was seen on the way and what the verifier says of the end. */
export function timedSearch(
  instance: Instance,
  seed: number,
  milliseconds: number,
  now: Clock,
): { readonly figures: TimedSearch; readonly plan: Plan } {
  const [start, wall, cpu] = [now(), clocks.wall(), clocks.cpu()]
  const since = (): number => now() - start
  const clock = inTime(milliseconds, now)
  let [steps, firstFeasibleMs, bestMs] = [0, null as number | null, 0]
  // The last number of steps asked about is how many were taken.
  const budget = (taken: number): number => clock((steps = taken))
  let last: (() => Plan) | undefined
  for (const found of search(instance, { random: randomFrom(seed), budget })) {
    if (found.waiting === 0) firstFeasibleMs ??= since()
    bestMs = since()
    last = found.plan
  }
  const [seconds, cpuSeconds] = [(clocks.wall() - wall) / 1000, (clocks.cpu() - cpu) / 1000]
  const plan = last?.()
  if (plan === undefined) throw new Error('the search yields a plan, if only an empty one')
  const breaks = breaksByParticipant(instance, plan)
  const figures = {
    waiting: plan.slots.filter((slot) => slot < 0).length,
    breaks: breaks.reduce((sum, own) => sum + own, 0),
    spread: Math.max(...breaks) - Math.min(...breaks),
    violations: verify(instance, plan).length,
    firstFeasibleMs: firstFeasibleMs === null ? null : rounded(firstFeasibleMs),
    bestMs: rounded(bestMs),
    steps,
    stepsPerCpuSecond: Math.round(steps / cpuSeconds),
    seconds: rounded(seconds),
    cpuSeconds: rounded(cpuSeconds),
  }
  return { figures, plan }
}
