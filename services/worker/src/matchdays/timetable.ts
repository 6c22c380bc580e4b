import type { PlanBasis, PlannedMeeting, UnplacedPair } from '@enlace/database'
import { slotsOf } from '@enlace/domain'
import { instanceOf as modelOf, unplaced, type Instance, type Plan } from '@enlace/scheduling'

import { isMust, pairKey } from './choose-pairs.ts'
import { assignInterpreters, poolFor, poolsOf } from './interpreters.ts'

/** A matchday as the timetable's model has it: participants, pairs and places by their place in the basis. Meetings that stay have one slot and one place. */
export function instanceOf({ content, participants, pairs, neverWith, interpreters, shut, kept }: PlanBasis): Instance {
  const slots = slotsOf(content) ?? []
  const pools = poolsOf({ interpreters }, slots.length)
  const poolOf = poolFor({ participants }, pools)
  const stays = new Map(kept.map((one) => [pairKey(one), one]))
  const meetings = pairs.map((pair) => {
    const { hostId, visitorId } = pair
    const held = stays.get(pairKey(pair))
    const where = held === undefined ? {} : { slots: [held.slot], places: [held.place] }
    return { hostId, visitorId, pool: poolOf({ hostId, visitorId }), ...where }
  })
  return modelOf({ ...content, slots, participants, meetings, pools, neverWith, shut })
}

/** The meetings of a plan with their interpreters, and the pairs that have no time in it. */
export function readPlan(
  { content, pairs, participants, interpreters }: PlanBasis,
  plan: Plan,
): { readonly meetings: PlannedMeeting[]; readonly without: UnplacedPair[] } {
  const pools = poolsOf({ interpreters }, (slotsOf(content) ?? []).length)
  const poolOf = poolFor({ participants }, pools)
  const meetings: PlannedMeeting[] = []
  const without: UnplacedPair[] = []
  for (const [index, pair] of pairs.entries()) {
    const [slot, place] = [plan.slots[index] ?? unplaced, content.places[plan.places[index] ?? unplaced]]
    const { hostId, visitorId } = pair
    const one = { hostId, visitorId, must: isMust(pair) }
    if (slot === unplaced || place === undefined)
      without.push({ ...one, cause: poolOf(pair) === null ? 'full' : 'interpreters-full' })
    else meetings.push({ ...one, slot, place: place.key })
  }
  return { meetings: assignInterpreters(meetings, pools, poolOf), without }
}
