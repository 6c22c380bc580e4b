import { slotsOf, type MatchdayContent } from '@enlace/domain'
import { Day, unplaced, type DayEvent, type Instance, type Meeting, type Plan, type Random } from '@enlace/scheduling'

import { drawn } from './prepare-day.ts'

type Booked = { readonly host: string; readonly visitor: string; readonly slot: number; readonly place: string }
type Agreed = { readonly host: string; readonly visitor: string }

/** How many visitors in ten come late, by a quarter of the day. */
const late = 0.1
const minuteMs = 60_000

export type RepairFigures = {
  readonly agreed: number
  readonly planned: number
  readonly incidents: number
  readonly keptWithRepair: number
  readonly keptWithout: number
  readonly moved: number
  readonly movedPerIncident: number
}

/**
 * The published timetable, once mended while the day runs and once left as it is: no-shows, late ones and a table that is
 * closed half-way. Kept is a meeting for which both are there and have a table. Who waits for a time is given what falls free.
 */
export function compareRepair(
  content: MatchdayContent,
  booked: readonly Booked[],
  waiting: readonly Agreed[],
  absent: readonly string[],
  random: Random,
): RepairFigures {
  const pairs = [...booked, ...waiting]
  const firms = [...new Set(pairs.flatMap(({ host, visitor }) => [host, visitor]))]
  const at = new Map(firms.map((id, index) => [id, index]))
  const [instance, plan] = modelOf(content, booked, at)
  const slots = instance.slots.length
  const day = new Day(instance, plan)
  const visitors = [...new Set(pairs.map(({ visitor }) => visitor))]
  const comeLate = drawn(
    visitors.filter((id) => !absent.includes(id)),
    Math.round(visitors.length * late),
    random,
  )
  const until = Math.ceil(slots / 4)
  const closed = random.below(content.places.length)
  const half = Math.floor(slots / 2)
  const events: (readonly [number, DayEvent])[] = [
    ...comeLate.map((id) => [0, { kind: 'late', participant: at.get(id) ?? 0, until }] as const),
    // Whether somebody comes is known when the first meeting is missed.
    ...absent
      .filter((id) => booked.some(({ visitor }) => visitor === id))
      .map((id) => [firstOf(booked, id), { kind: 'no-show', participant: at.get(id) ?? 0 }] as const),
    [half, { kind: 'place-lost', place: closed }],
  ]
  const left = waiting.filter(({ visitor }) => !absent.includes(visitor))
  let moved = 0
  for (const [slot, event] of events.toSorted(([a], [b]) => a - b)) {
    day.advance(event.kind === 'no-show' ? slot + 1 : slot)
    const { changes } = day.apply(event)
    moved += changes.filter(({ from, to }) => from !== null && to !== null).length
    if (event.kind !== 'no-show') continue
    for (const pair of left.splice(0)) {
      const given = day.apply({ kind: 'walk-in', meeting: meetingOf(pair, at) })
      moved += given.changes.filter(({ from, to }) => from !== null && to !== null).length
      if (given.lost.length > 0) left.push(pair)
    }
  }
  const isThere = (id: string, slot: number): boolean =>
    !absent.includes(id) && !(comeLate.includes(id) && slot < until)
  const ended = day.instance.meetings.map(({ participants: [host = 0, visitor = 0] }, meeting) => ({
    ...{ host: firms[host] ?? '', visitor: firms[visitor] ?? '' },
    ...{ slot: day.plan.slots[meeting] ?? unplaced, place: day.plan.places[meeting] ?? unplaced },
  }))
  const kept = (all: readonly { readonly visitor: string; readonly slot: number; readonly place: number }[]): number =>
    all.filter(
      ({ visitor, slot, place }) => slot !== unplaced && isThere(visitor, slot) && !(place === closed && slot >= half),
    ).length
  const asPlanned = booked.map((one, meeting) => ({ ...one, place: plan.places[meeting] ?? unplaced }))
  return {
    ...{ agreed: pairs.length, planned: booked.length, incidents: events.length },
    ...{ keptWithRepair: kept(ended), keptWithout: kept(asPlanned) },
    ...{ moved, movedPerIncident: Math.round((moved / events.length) * 100) / 100 },
  }
}

const firstOf = (booked: readonly Booked[], id: string): number =>
  booked.reduce((first, { visitor, slot }) => (visitor === id ? Math.min(first, slot) : first), Infinity)

const meetingOf = ({ host, visitor }: Agreed, at: ReadonlyMap<string, number>): Meeting => ({
  participants: [at.get(host) ?? 0, at.get(visitor) ?? 0],
  ...{ slots: null, places: null, pool: null, after: [] },
})

function modelOf(
  content: MatchdayContent,
  booked: readonly Booked[],
  at: ReadonlyMap<string, number>,
): [Instance, Plan] {
  const slots = slotsOf(content) ?? []
  const begin = slots[0]?.starts ?? 0
  return [
    {
      slots: slots.map(({ starts, ends, session }) => ({
        start: (starts - begin) / minuteMs,
        end: (ends - begin) / minuteMs,
        session,
      })),
      participants: [...at].map(() => ({ forbidden: [] })),
      places: content.places.map(() => ({ zone: 0, closed: [] })),
      walking: [[0]],
      pools: [],
      meetings: booked.map((pair) => meetingOf(pair, at)),
      spread: null,
    },
    {
      slots: booked.map(({ slot }) => slot),
      places: booked.map(({ place }) => content.places.findIndex(({ key }) => key === place)),
    },
  ]
}
