import {
  inTime,
  randomFrom,
  search,
  unplaced,
  verify,
  waysOf,
  type Instance,
  type Plan,
  type SelectionQuestion,
} from '@enlace/scheduling'

const minutes = 20

/** The matchday of those who were chosen to meet, as the timetable's model has it: in one hall, by tables. */
function instanceOf(question: SelectionQuestion, chosen: readonly number[]): Instance {
  const slots = Array.from({ length: question.slots }, (_, slot) => slot)
  const wayOf = waysOf(question)
  return {
    slots: slots.map((slot) => ({ start: slot * minutes, end: (slot + 1) * minutes, session: 0 })),
    participants: question.participants.map((one) => ({
      forbidden: slots.filter((slot) => !one.slots.includes(slot)),
    })),
    places: Array.from({ length: question.places }, () => ({ zone: 0, closed: [] })),
    walking: [[0]],
    pools: question.interpreters.map(({ meetings }) => ({
      capacity: slots.map(() => Math.floor(meetings / question.slots)),
    })),
    meetings: chosen.flatMap((at) => {
      const candidate = question.candidates[at]
      if (candidate === undefined) return []
      const way = wayOf(candidate)
      const pool = way.bar === null ? way.interpreters : null
      return [{ participants: [candidate.host, candidate.visitor], slots: null, places: null, pool, after: [] }]
    }),
    spread: null,
  }
}

/** Looks for slots and tables until every meeting has them or the time is over; the plan keeps every rule. */
export function firstPlan(question: SelectionQuestion, chosen: readonly number[], seconds: number) {
  const from = performance.now()
  const instance = instanceOf(question, chosen)
  const budget = inTime(seconds * 1000, () => performance.now())
  let plan: Plan = { slots: chosen.map(() => unplaced), places: chosen.map(() => unplaced) }
  for (const found of search(instance, { random: randomFrom(1), budget })) {
    plan = found.plan()
    if (found.waiting === 0) break
  }
  const ms = performance.now() - from
  const [broken] = verify(instance, plan)
  if (broken !== undefined) throw new Error(`a plan breaks ${broken.rule}`)
  return { ms, placed: chosen.filter((_, meeting) => plan.slots[meeting] !== unplaced) }
}
