import type { BookedMeeting, PlanBasis, UnplacedPair } from '@enlace/database'
import { slotsOf } from '@enlace/domain'
import { instanceOf as modelOf, unplaced, type Instance, type Plan } from '@enlace/scheduling'

import { assignInterpreters, poolFor, poolsOf } from './interpreters.ts'

/** A matchday as the timetable's model has it: participants, pairs and places by their place in the basis. */
export function instanceOf({ content, participants, pairs, interpreters, shut }: PlanBasis): Instance {
  const slots = slotsOf(content) ?? []
  const pools = poolsOf({ interpreters }, slots.length)
  const poolOf = poolFor({ participants }, pools)
  const meetings = pairs.map(({ hostId, visitorId }) => ({ hostId, visitorId, pool: poolOf({ hostId, visitorId }) }))
  return modelOf({ ...content, slots, participants, meetings, pools, shut })
}

/** The meetings of a plan with their interpreters, and the pairs that have no time in it. */
export function readPlan(
  { content, pairs, participants, interpreters }: PlanBasis,
  plan: Plan,
): { readonly meetings: BookedMeeting[]; readonly without: UnplacedPair[] } {
  const pools = poolsOf({ interpreters }, (slotsOf(content) ?? []).length)
  const poolOf = poolFor({ participants }, pools)
  const meetings: BookedMeeting[] = []
  const without: UnplacedPair[] = []
  for (const [index, { hostId, visitorId }] of pairs.entries()) {
    const [slot, place] = [plan.slots[index] ?? unplaced, content.places[plan.places[index] ?? unplaced]]
    const pair = { hostId, visitorId }
    if (slot === unplaced || place === undefined)
      without.push({ ...pair, cause: poolOf(pair) === null ? 'full' : 'interpreters-full' })
    else meetings.push({ ...pair, slot, place: place.key })
  }
  return { meetings: assignInterpreters(meetings, pools, poolOf), without }
}
