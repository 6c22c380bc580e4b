import { faultsOf, select, selectGreedily, type Answer, type SelectionQuestion } from '@enlace/scheduling'

import { rounded } from '../load/figures.ts'
import { firstPlan } from './first-plan.ts'

/** The most that a first plan may take. */
const planSeconds = 50

/** Participants without a meeting. */
function without({ participants, candidates }: SelectionQuestion, { chosen }: Answer): number {
  const met = new Set(chosen.flatMap((at) => [candidates[at]?.host, candidates[at]?.visitor]))
  return participants.filter((_, participant) => !met.has(participant)).length
}

const told = (question: SelectionQuestion, answer: Answer, ms: number) => ({
  ms: rounded(ms),
  meetings: answer.chosen.length,
  worth: rounded(answer.worth),
  withoutMeeting: without(question, answer),
  missing: answer.missing.reduce((sum, { short }) => sum + short, 0),
})

/** Time, worth and fairness of a selection beside the greedy one, its first timetable, with the verdict of the check that stands apart. */
export async function measureSelection(question: SelectionQuestion) {
  const [from, cpuFrom] = [performance.now(), process.cpuUsage()]
  const selection = await select(question)
  const [ms, cpu] = [performance.now() - from, process.cpuUsage(cpuFrom)]
  const greedyFrom = performance.now()
  const greedy = selectGreedily(question)
  const greedyMs = performance.now() - greedyFrom
  const plan = firstPlan(question, selection.chosen, planSeconds)
  const faults = faultsOf(question, selection)
  return {
    selection: {
      ...told(question, selection, ms),
      // On a machine that others use too, this is what it takes; ms is what one waits.
      cpuMs: rounded((cpu.user + cpu.system) / 1000),
      bound: rounded(selection.bound),
      integral: selection.integral,
      bottlenecks: selection.bottlenecks.map(({ floors, shared, needed, room, pairs }) => ({
        floors: floors.length,
        shared: shared.map(({ limit }) => limit.of),
        needed,
        room,
        pairs,
      })),
      ...selection.effort,
      faults: faults.length,
    },
    firstPlan: { ms: rounded(plan.ms), placed: plan.placed.length },
    greedy: told(question, greedy, greedyMs),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}
