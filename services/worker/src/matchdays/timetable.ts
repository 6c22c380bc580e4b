import type { PlanBasis, PlannedMeeting, UnplacedPair } from '@enlace/database'
import { slotsOf, type MatchdayParticipantId } from '@enlace/domain'
import type { Instance, Meeting, Plan } from '@enlace/scheduling'
import { unplaced } from '@enlace/scheduling'

import { isMust, pairKey } from './choose-pairs.ts'

const minuteMs = 60_000

/** A matchday as the timetable's model has it: participants, pairs and places by their place in the basis. */
export function instanceOf(basis: PlanBasis): Instance {
  const { content, participants } = basis
  const slots = slotsOf(content) ?? []
  const begin = slots[0]?.starts ?? 0
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
    pools: [],
    meetings: meetingsOf(basis),
    spread: null,
  }
}

/** Meetings that stay have one slot and one place. */
function meetingsOf({ content, participants, pairs, kept }: PlanBasis): Meeting[] {
  const at = new Map<MatchdayParticipantId, number>(participants.map(({ id }, index) => [id, index]))
  const placeAt = new Map(content.places.map(({ key }, index) => [key, index]))
  const stays = new Map(kept.map((one) => [pairKey(one), one]))
  return pairs.map((pair) => {
    const held = stays.get(pairKey(pair))
    return {
      participants: [at.get(pair.hostId) ?? -1, at.get(pair.visitorId) ?? -1],
      slots: held === undefined ? null : [held.slot],
      places: held === undefined ? null : [placeAt.get(held.place) ?? -1],
      pool: null,
      after: [],
    }
  })
}

/** The meetings of a plan, and the pairs that have no time in it. */
export function readPlan(
  { content, pairs }: PlanBasis,
  plan: Plan,
): { readonly meetings: PlannedMeeting[]; readonly without: UnplacedPair[] } {
  const meetings: PlannedMeeting[] = []
  const without: UnplacedPair[] = []
  for (const [index, pair] of pairs.entries()) {
    const [slot, place] = [plan.slots[index] ?? unplaced, content.places[plan.places[index] ?? unplaced]]
    const { hostId, visitorId } = pair
    const one = { hostId, visitorId, must: isMust(pair) }
    if (slot === unplaced || place === undefined) without.push({ ...one, cause: 'full' })
    else meetings.push({ ...one, slot, place: place.key })
  }
  return { meetings, without }
}
