import type { MeetingView } from '@enlace/contracts'
import type { MeetingRow } from '@enlace/database'
import type { MatchdayContent } from '@enlace/domain'

import { slotTimes } from './matchday-view.ts'

/** Meetings with their times and the names of their places. */
export function viewMeetings(content: MatchdayContent, rows: readonly MeetingRow[]): MeetingView[] {
  const slots = slotTimes(content)
  const names = new Map(content.places.map(({ key, name }) => [key, name]))
  return rows.flatMap((row) => {
    const slot = slots[row.slot]
    if (slot === undefined) return []
    const { id, host, visitor, mine, state, interpreter, people, note, sequence } = row
    const place = { key: row.place, name: names.get(row.place) ?? row.place }
    const { startsAt, endsAt } = slot
    const at = { slot: row.slot, startsAt, endsAt, place }
    return [{ id, host, visitor, mine, ...at, state, interpreter, people, note, sequence }]
  })
}
