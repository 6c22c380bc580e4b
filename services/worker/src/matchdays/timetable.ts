import type { BookedMeeting, PlanBasis, UnplacedPair } from '@enlace/database'
import { slotsOf, type MatchdayParticipantId } from '@enlace/domain'
import type { Instance, Plan } from '@enlace/scheduling'
import { unplaced } from '@enlace/scheduling'

import { assignInterpreters, poolFor, poolsOf } from './interpreters.ts'

const minuteMs = 60_000

/** A matchday as the timetable's model has it: participants, pairs and places by their place in the basis. */
export function instanceOf({ content, participants, pairs, interpreters }: PlanBasis): Instance {
  const slots = slotsOf(content) ?? []
  const pools = poolsOf({ interpreters }, slots.length)
  const poolOf = poolFor({ participants }, pools)
  const begin = slots[0]?.starts ?? 0
  const at = new Map<MatchdayParticipantId, number>(participants.map(({ id }, index) => [id, index]))
  const zones = [...new Set(content.places.map(({ zone }) => zone))]
  return {
    slots: slots.map(({ starts, ends, session }) => ({
      start: (starts - begin) / minuteMs,
      end: (ends - begin) / minuteMs,
      session,
    })),
    participants: participants.map(({ away }) => ({ forbidden: away })),
    places: content.places.map(({ zone }) => ({ zone: zones.indexOf(zone), closed: [] })),
    walking: zones.map((from) => zones.map((to) => (from === to ? 0 : content.walkingMinutes))),
    pools: pools.map(({ capacity }) => ({ capacity })),
    meetings: pairs.map(({ hostId, visitorId }) => ({
      participants: [at.get(hostId) ?? -1, at.get(visitorId) ?? -1],
      slots: null,
      places: null,
      pool: poolOf({ hostId, visitorId }),
      after: [],
    })),
    spread: null,
  }
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
