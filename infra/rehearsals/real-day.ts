import {
  inSteps,
  drawDay,
  randomFrom,
  search,
  select,
  verify,
  unplaced,
  type DrawnDay,
  type Instance,
  type SelectionQuestion,
} from '@enlace/scheduling'

import type { Scenario } from './scenario.ts'

/** Steps of the search; the first timetable is there before the first of them. */
const steps = 6000

/** The same people, drawn by lot as the assumptions have it. */
export const comingOn = ({ assumptions }: Scenario, seed: number): DrawnDay => drawDay(assumptions, randomFrom(seed))

/** How many pairs the real planner gives a time: pairs are chosen, then a timetable is searched for and verified. */
export async function placedByPlanner(
  day: DrawnDay,
  { slots, tables, mostMeetings }: Scenario['frame'],
): Promise<number> {
  const question = questionOf(day, slots, tables, mostMeetings)
  const { chosen } = await select(question)
  const instance = instanceOf(question, chosen)
  let plan = { slots: chosen.map(() => unplaced), places: chosen.map(() => unplaced) }
  for (const found of search(instance, { random: randomFrom(1), budget: inSteps(steps) })) {
    plan = found.plan() as typeof plan
    if (found.waiting === 0) break
  }
  const [broken] = verify(instance, plan)
  if (broken !== undefined) throw new Error(`a plan breaks ${broken.rule}`)
  return plan.slots.filter((slot) => slot !== unplaced).length
}

function questionOf(
  { hosts, registered, pairs }: DrawnDay,
  slots: number,
  places: number,
  atMost: number,
): SelectionQuestion {
  const all = Array.from({ length: slots }, (_, slot) => slot)
  const agreed = new Set(pairs.map(({ visitor }) => visitor))
  return {
    participants: Array.from({ length: hosts + registered }, (_, at) => ({
      side: at < hosts ? ('host' as const) : ('visitor' as const),
      standing: at < hosts ? ('buyer' as const) : ('small' as const),
      ...{ type: '', languages: ['any'], slots: all, quotas: [], atMost },
      atLeast: agreed.has(at - hosts) ? 1 : 0,
    })),
    candidates: pairs.map(({ host, visitor }) => ({
      ...{ host, visitor: hosts + visitor, score: 0.5, metBefore: false },
      ...{ hostWish: 'meet' as const, visitorWish: 'meet' as const },
    })),
    ...{ neverWith: [], interpreters: [], slots, places },
  }
}

const instanceOf = (
  { participants, candidates, slots, places }: SelectionQuestion,
  chosen: readonly number[],
): Instance => ({
  slots: Array.from({ length: slots }, (_, slot) => ({ start: slot * 20, end: slot * 20 + 20, session: 0 })),
  participants: participants.map(() => ({ forbidden: [] })),
  places: Array.from({ length: places }, () => ({ zone: 0, closed: [] })),
  walking: [[0]],
  pools: [],
  meetings: chosen.map((at) => ({
    participants: [candidates[at]?.host ?? 0, candidates[at]?.visitor ?? 0],
    ...{ slots: null, places: null, pool: null, after: [] },
  })),
  spread: null,
})
