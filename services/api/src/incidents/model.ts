import type { MeetingPair, RepairBasis } from '@enlace/database'
import { sharesLanguage, type MatchdayContent, type MatchdaySlot } from '@enlace/domain'
import { instanceOf, unplaced, type Instance, type Plan } from '@enlace/scheduling'

import type { Happening } from './repair.ts'

export type Model = {
  readonly instance: Instance
  readonly plan: Plan
  /** The two of each meeting: first those that have a time, then those on standby; a pair that is added comes last. */
  readonly pairs: readonly MeetingPair[]
}

/** A day as its timetable stands, under the rules of the planner. Who is on standby may have no slot until one is freed. */
export function modelFor(
  content: MatchdayContent,
  slots: readonly MatchdaySlot[],
  { participants, interpreters, meetings, neverWith, shut, standby }: RepairBasis,
  what: Happening,
): Model {
  const people = new Map(participants.map((one) => [one.id, one]))
  const added = what.kind === 'pair-added' ? what : null
  const waiting = standby.filter(
    ({ hostId, visitorId }) =>
      !(hostId === added?.hostId && visitorId === added.visitorId) &&
      sharesLanguage(people.get(hostId)?.languages ?? [], people.get(visitorId)?.languages ?? []),
  )
  const placeAt = new Map(content.places.map(({ key }, index) => [key, index]))
  // Who interprets a meeting goes where it goes: a pool of one.
  const pools = interpreters.map(({ away }) => ({
    capacity: [...slots.keys()].map((slot) => (away.includes(slot) ? 0 : 1)),
  }))
  const poolAt = new Map(interpreters.map(({ id }, index) => [id, index]))
  const known = [
    ...meetings.map((one) => ({ ...one, pool: one.interpreterId ? (poolAt.get(one.interpreterId) ?? null) : null })),
    ...waiting.map((pair) => ({ ...pair, slots: [] })),
  ]
  return {
    instance: instanceOf({ ...content, slots, participants, meetings: known, pools, neverWith, shut }),
    plan: {
      slots: [...meetings.map(({ slot }) => slot), ...waiting.map(() => unplaced)],
      places: [...meetings.map(({ place }) => placeAt.get(place) ?? unplaced), ...waiting.map(() => unplaced)],
    },
    pairs: [...meetings, ...waiting, ...(added === null ? [] : [added])],
  }
}
