import type { PlanBasis, PlannedMeeting, UnplacedPair } from '@enlace/database'
import type { PlanAssumptions } from '@enlace/domain'
import { leastBreaks, rotate, verify, type Found, type Selection } from '@enlace/scheduling'

import { turnsOf } from '../rotation/turns.ts'
import { assume } from './assume.ts'
import { agreedOf, choosePairs, floorOf, pairKey } from './choose-pairs.ts'
import { searchPlan, type Verdict } from './search-plan.ts'
import { instanceOf, readPlan } from './timetable.ts'

/** A timetable that was made, and what it was made from. */
export type Made = {
  readonly basis: PlanBasis
  readonly meetings: readonly PlannedMeeting[]
  readonly unplaced: readonly UnplacedPair[]
  readonly breaks: number
  readonly bound: number | null
  /** By how many meetings the floors of all suppliers together are missed. */
  readonly missing: number
  readonly bottlenecks: Selection['bottlenecks']
}

/** How far it is: pairs that agreed, those that have a time, breaks and the fewest there can be. */
export type Sight = {
  readonly agreed: number
  readonly placed: number
  readonly breaks: number
  readonly bound: number | null
  readonly elapsedMs: number
}
type Wish = { readonly milliseconds: number; readonly watch?: (sight: Sight | null) => Promise<Verdict> }

/**
 * Makes a timetable under assumptions. Whatever it comes to is verified before it is handed out.
 * @returns null where it was called off
 */
export async function makePlan(
  asked: PlanBasis,
  assumed: PlanAssumptions,
  { milliseconds, watch = async () => 'on' }: Wish,
): Promise<Made | null> {
  const whole = assume(asked, assumed)
  const { basis, over, bottlenecks } = await choosePairs(whole)
  const instance = instanceOf(basis)
  const least = leastBreaks(instance)
  const boundOf = ({ waiting }: Found): number | null => (waiting === 0 ? least : null)
  const stay = new Set(basis.kept.map(pairKey))
  const fixed = basis.pairs.flatMap((pair, at) => (stay.has(pairKey(pair)) ? [at] : []))
  const result = await searchPlan(instance, {
    ...{ milliseconds, bound: least },
    isFit: (found) => fixed.length === 0 || keeps(found, fixed),
    look: (found, elapsedMs) => watch(found === null ? null : { ...sightOf(found), elapsedMs }),
  })
  if (result === null) return null
  const { found, spread } = result
  const plan = rotate(instance, found.plan(), turnsOf(basis))
  const [broken] = verify({ ...instance, spread }, plan)
  if (broken !== undefined) throw new Error(`the timetable breaks the rule ${broken.rule}`)
  const { meetings, without } = readPlan(basis, plan)
  const unplaced = [...without, ...over]
  return {
    ...{ basis: whole, meetings, unplaced, bottlenecks, breaks: found.breaks, bound: boundOf(found) },
    missing: missingOf(whole, meetings),
  }

  function sightOf(one: Found): Omit<Sight, 'elapsedMs'> {
    const agreed = whole.pairs.length
    return { agreed, placed: basis.pairs.length - one.waiting, breaks: one.breaks, bound: boundOf(one) }
  }
}

/** Whether meetings that stay have their time. */
function keeps(found: Found, fixed: readonly number[]): boolean {
  const { slots } = found.plan()
  return fixed.every((meeting) => (slots[meeting] ?? -1) >= 0)
}

/** By how many meetings the floors of all together are missed. */
function missingOf(basis: PlanBasis, meetings: readonly PlannedMeeting[]): number {
  const has = new Map<string, number>()
  for (const { hostId, visitorId } of meetings)
    for (const id of [hostId, visitorId]) has.set(id, (has.get(id) ?? 0) + 1)
  const agreed = agreedOf(basis)
  return basis.participants.reduce(
    (sum, one) => sum + Math.max(0, floorOf(basis, one, agreed.get(one.id) ?? 0) - (has.get(one.id) ?? 0)),
    0,
  )
}
