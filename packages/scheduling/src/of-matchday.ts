import type { Instance } from './instance.ts'

const minuteMs = 60_000

/** What is known of a matchday, as far as a timetable goes; participants and places by their names. */
export type DayFacts = {
  /** Instants are ms since 1970. */
  readonly slots: readonly { readonly starts: number; readonly ends: number; readonly session: number }[]
  readonly participants: readonly { readonly id: string; readonly away: readonly number[] }[]
  readonly places: readonly { readonly key: string; readonly zone: string }[]
  readonly walkingMinutes: number
  readonly meetings: readonly {
    readonly hostId: string
    readonly visitorId: string
    /** The only slots it may have; absent where any will do. */
    readonly slots?: readonly number[]
    /** The only places it may have, by their keys; absent where any will do. */
    readonly places?: readonly string[]
    /** The pool it draws on; absent or null where on none. */
    readonly pool?: number | null
  }[]
  readonly pools: Instance['pools']
  readonly neverWith: readonly { readonly hostId: string; readonly visitorId: string }[]
  /** Slots in which somebody, or a place, is out, as was reported while the day ran. */
  readonly shut: readonly { readonly held: string; readonly slot: number }[]
}

/** A matchday as the timetable's model has it: participants, meetings and places by their place in the facts. */
export function instanceOf(day: DayFacts): Instance {
  const { slots, participants, places, walkingMinutes, meetings, pools, neverWith, shut } = day
  const begin = slots[0]?.starts ?? 0
  const at = new Map(participants.map(({ id }, index) => [id, index]))
  const zones = [...new Set(places.map(({ zone }) => zone))]
  const out = new Map<string, number[]>()
  for (const { held, slot } of shut) out.set(held, [...(out.get(held) ?? []), slot])
  const outIn = (held: string): readonly number[] => out.get(held) ?? []
  return {
    slots: slots.map(({ starts, ends, session }) => ({
      start: (starts - begin) / minuteMs,
      end: (ends - begin) / minuteMs,
      session,
    })),
    participants: participants.map(({ id, away }) => ({ forbidden: [...new Set([...away, ...outIn(id)])] })),
    places: places.map(({ key, zone }) => ({ zone: zones.indexOf(zone), closed: outIn(key) })),
    walking: zones.map((from) => zones.map((to) => (from === to ? 0 : walkingMinutes))),
    pools: pools.map(({ capacity }) => ({ capacity })),
    meetings: meetings.map((meeting) => ({
      participants: [at.get(meeting.hostId) ?? -1, at.get(meeting.visitorId) ?? -1],
      slots: meeting.slots ?? null,
      places: meeting.places?.map((key) => places.findIndex((place) => place.key === key)) ?? null,
      pool: meeting.pool ?? null,
      after: [],
    })),
    neverWith: neverWith.map(({ hostId, visitorId }) => [at.get(hostId) ?? -1, at.get(visitorId) ?? -1] as const),
    spread: null,
  }
}
