import type { BookedMeeting, PlanBasis, UnplacedPair } from '@enlace/database'
import { slotsOf } from '@enlace/domain'
import { instanceOf as modelOf, unplaced, type Instance, type Plan } from '@enlace/scheduling'

/** A matchday as the timetable's model has it: participants, pairs and places by their place in the basis. */
export const instanceOf = ({ content, participants, pairs, shut }: PlanBasis): Instance =>
  modelOf({ ...content, slots: slotsOf(content) ?? [], participants, meetings: pairs, shut })

/** The meetings of a plan, and the pairs that have no time in it. */
export function readPlan(
  { content, pairs }: PlanBasis,
  plan: Plan,
): { readonly meetings: BookedMeeting[]; readonly without: UnplacedPair[] } {
  const meetings: BookedMeeting[] = []
  const without: UnplacedPair[] = []
  for (const [index, pair] of pairs.entries()) {
    const [slot, place] = [plan.slots[index] ?? unplaced, content.places[plan.places[index] ?? unplaced]]
    if (slot === unplaced || place === undefined) without.push({ ...pair, cause: 'full' })
    else meetings.push({ ...pair, slot, place: place.key })
  }
  return { meetings, without }
}
