const minuteMs = 60_000
const slotMinutes = 10

/** Two slots of ten minutes, the second as the first ends, and one table and one virtual room. */
export const roomPlaces = [
  { key: 'v1', name: 'Room 1', kind: 'virtual', zone: 'Online' },
  { key: 't1', name: 'Table 1', kind: 'table', zone: 'A' },
]

/** A session whose first slot begins so many whole minutes from now; sessions begin with the minute. */
export function sessionFrom(minutes: number, slot = slotMinutes, pauseMinutes = 0): readonly object[] {
  const starts = new Date(Math.floor(Date.now() / minuteMs) * minuteMs + minutes * minuteMs).toISOString()
  return [
    {
      ...{ name: '', date: starts.slice(0, 10), starts: starts.slice(11, 16) },
      ...{ slotCount: 3, slotMinutes: slot, pauseMinutes },
    },
  ]
}
