import type { BookedMeeting, Interpreter, MeetingPair, PlanBasis } from '@enlace/database'
import type { MatchdayParticipantId } from '@enlace/domain'

/** Interpreters between the same two languages: to the planner one is as good as another. */
export type InterpreterPool = {
  readonly languages: readonly [string, string]
  readonly members: readonly Interpreter[]
  /** How many of them are there, by slot. */
  readonly capacity: readonly number[]
}

/** The interpreters of a matchday by their languages. */
export function poolsOf({ interpreters }: Pick<PlanBasis, 'interpreters'>, slotCount: number): InterpreterPool[] {
  const groups = new Map<string, Interpreter[]>()
  for (const one of interpreters) {
    const key = one.languages.toSorted().join(' ')
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map((members) => {
    const [one = '', other = ''] = members[0]?.languages ?? []
    const capacity = Array.from(
      { length: slotCount },
      (_, slot) => members.filter(({ away }) => !away.includes(slot)).length,
    )
    return { languages: [one, other], members, capacity }
  })
}

/** Tells which pool a pair draws on, by index; null where it needs none. Who said nothing about languages gets by with everybody. */
export function poolFor(
  { participants }: Pick<PlanBasis, 'participants'>,
  pools: readonly InterpreterPool[],
): (pair: MeetingPair) => number | null {
  const spoken = new Map<MatchdayParticipantId, readonly string[]>(participants.map((one) => [one.id, one.languages]))
  return ({ hostId, visitorId }) => {
    const [ours, theirs] = [spoken.get(hostId) ?? [], spoken.get(visitorId) ?? []]
    if (ours.length === 0 || theirs.length === 0 || ours.some((one) => theirs.includes(one))) return null
    const at = pools.findIndex(
      ({ languages: [a, b] }) => (ours.includes(a) && theirs.includes(b)) || (ours.includes(b) && theirs.includes(a)),
    )
    return at === -1 ? null : at
  }
}

/**
 * Gives each meeting that draws on a pool one of its interpreters: whoever is free, those with the fewest meetings
 * first. The plan keeps to what pools hold in each slot, so there is always one.
 */
export function assignInterpreters(
  meetings: readonly BookedMeeting[],
  pools: readonly InterpreterPool[],
  poolOf: (pair: MeetingPair) => number | null,
): BookedMeeting[] {
  const busy = new Map<Interpreter, Set<number>>()
  const busyOf = (one: Interpreter): ReadonlySet<number> => busy.get(one) ?? new Set()
  return meetings
    .toSorted((a, b) => a.slot - b.slot)
    .map((meeting) => {
      const pool = pools[poolOf(meeting) ?? -1]
      if (pool === undefined) return meeting
      const [free] = pool.members
        .filter((one) => !one.away.includes(meeting.slot) && !busyOf(one).has(meeting.slot))
        .toSorted((a, b) => busyOf(a).size - busyOf(b).size)
      if (free === undefined) throw new Error('the timetable draws on more interpreters than there are')
      busy.set(free, new Set([...busyOf(free), meeting.slot]))
      return { ...meeting, interpreterId: free.id }
    })
}
