import { unplaced, type Instance, type Plan } from '@enlace/scheduling'

/** What comes out where everybody books for themselves: in the order of the requests, the first slot both have free. */
export function firstFit({ slots, participants, places, meetings }: Instance): Plan {
  const busy = participants.map(({ forbidden }) => new Set(forbidden))
  const held = slots.map(() => 0)
  const chosen = meetings.map((meeting) => {
    const slot = slots.findIndex(
      (_, at) => (held[at] ?? 0) < places.length && meeting.participants.every((one) => busy[one]?.has(at) === false),
    )
    if (slot < 0) return { slot: unplaced, place: unplaced }
    meeting.participants.forEach((one) => busy[one]?.add(slot))
    const place = held[slot] ?? 0
    held[slot] = place + 1
    return { slot, place }
  })
  return { slots: chosen.map(({ slot }) => slot), places: chosen.map(({ place }) => place) }
}
