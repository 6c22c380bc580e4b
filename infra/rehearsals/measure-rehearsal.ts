import { randomFrom, rehearse, target, type Forecast } from '@enlace/scheduling'

import { comingOn, placedByPlanner } from './real-day.ts'
import { drawScenario, type Scenario } from './scenario.ts'

/** What organisers add to the first number of tables: expected meetings by slots. */
const additions = [0, 0.1, 0.15, 0.2, 0.3] as const

type Fared = { readonly agreed: number; readonly placed: number; readonly tables: number; readonly slots: number }
type Way = { readonly name: string; readonly tables: (scenario: Scenario, rehearsed: number) => number }

const ways: readonly Way[] = [
  { name: 'rehearsal', tables: (_, rehearsed) => rehearsed },
  ...additions.map((more) => ({
    name: `rule +${Math.round(more * 100)} %`,
    tables: ({ assumptions: { visitors, wishes, acceptance }, frame }: Scenario) =>
      Math.ceil(((visitors.expected * wishes.expected * acceptance.expected) / frame.slots) * (1 + more)),
  })),
]

export type RehearsalFigures = Awaited<ReturnType<typeof measureRehearsal>>

/**
 * So many organisers, each with assumptions of its own, rehearse; then the day comes, drawn anew, and the real planner
 * makes its timetable with the tables that the rehearsal, or the rule of thumb, said.
 */
export async function measureRehearsal(seeds: number, days: number) {
  const fared = new Map<string, Fared[]>(ways.map(({ name }) => [name, []]))
  const within = { agreed: 0, meetings: 0 }
  const half = { agreed: 0, meetings: 0 }
  let [slowest, spent, differs, unreachable] = [0, 0, 0, 0]
  for (let seed = 1; seed <= seeds; seed += 1) {
    const scenario = drawScenario(randomFrom(seed))
    const { frame, assumptions } = scenario
    const from = performance.now()
    const first = rehearse(assumptions, frame, { days, seed: seed + 1_000_000 })
    const ms = performance.now() - from
    slowest = Math.max(slowest, ms)
    spent += ms
    if (first.tables === null) unreachable += 1
    const rehearsed = Math.max(1, first.tables ?? first.enoughTables)
    const told = rehearse(assumptions, { ...frame, tables: rehearsed }, { days, seed: seed + 1_000_000 })
    const day = comingOn(scenario, seed + 2_000_000)
    const agreed = day.pairs.length
    for (const way of ways) {
      const tables = Math.max(1, way.tables(scenario, rehearsed))
      const placed = await placedByPlanner(day, { ...frame, tables })
      fared.get(way.name)?.push({ agreed, placed, tables, slots: frame.slots })
      if (way.name !== 'rehearsal') continue
      within.agreed += Number(isIn(told.agreed.most, agreed))
      within.meetings += Number(isIn(told.meetings.most, placed))
      half.agreed += Number(isIn(told.agreed.half, agreed))
      half.meetings += Number(isIn(told.meetings.half, placed))
    }
    differs += Number(first.agreed.middle !== told.agreed.middle)
  }
  if (differs > 0) throw new Error('the same seed drew other days')
  return {
    ...{ seeds, days, unreachable },
    milliseconds: { mean: rounded(spent / seeds), slowest: rounded(slowest) },
    coverage90: { agreed: within.agreed / seeds, meetings: within.meetings / seeds },
    coverage50: { agreed: half.agreed / seeds, meetings: half.meetings / seeds },
    ways: ways.map(({ name }) => ({ name, ...summed(fared.get(name) ?? []) })),
  }
}

/** Means over the days: pairs without a time, table slots without a meeting, and both as shares; days that reach the aim. */
function summed(all: readonly Fared[]) {
  const mean = (value: (one: Fared) => number): number =>
    rounded(all.reduce((sum, one) => sum + value(one), 0) / all.length)
  return {
    tables: mean(({ tables }) => tables),
    shortfall: mean(({ agreed, placed }) => agreed - placed),
    waste: mean(({ tables, slots, placed }) => tables * slots - placed),
    shortfallShare: mean(({ agreed, placed }) => (agreed === 0 ? 0 : 1 - placed / agreed)),
    wasteShare: mean(({ tables, slots, placed }) => 1 - placed / (tables * slots)),
    reached: mean(({ agreed, placed }) => (placed >= Math.ceil(target.placed * agreed) ? 1 : 0)),
  }
}

const isIn = ({ low, high }: Forecast['most'], value: number): boolean => value >= low && value <= high
const rounded = (value: number): number => Math.round(value * 1000) / 1000
