import type { IncidentView } from '@enlace/contracts'
import {
  readMeeting,
  readParticipantNames,
  type IncidentRow,
  type MatchdayRow,
  type Transaction,
} from '@enlace/database'
import type { IncidentChange, MatchdayParticipantId, MeetingSpot } from '@enlace/domain'

import { slotTimes } from '../matchdays/matchday-view.ts'

/** Incidents with names and times; whoever takes part sees of others nothing but their meetings with itself. */
export async function viewIncidents(
  tx: Transaction,
  day: MatchdayRow,
  rows: readonly IncidentRow[],
  own: MatchdayParticipantId | null,
): Promise<IncidentView[]> {
  const mayKnow = ({ hostId, visitorId }: IncidentChange): boolean =>
    own === null || hostId === own || visitorId === own
  const shown = rows.map((row) => ({ ...row, changes: row.changes.filter(mayKnow) }))
  const names = await readParticipantNames(tx, [...new Set(shown.flatMap(peopleOf))])
  const places = new Map(day.content.places.map(({ key, name }) => [key, name]))
  const times = slotTimes(day.content)
  const nameOf = (id: MatchdayParticipantId): string => names.get(id) ?? ''
  const spotOf = (spot: MeetingSpot | null) => {
    const slot = spot === null ? undefined : times[spot.slot]
    if (spot === null || slot === undefined) return null
    return {
      slot: spot.slot,
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      place: places.get(spot.place) ?? spot.place,
    }
  }
  return Promise.all(
    shown.map(
      async ({ id, kind, by, minutes, overCap, at, tookMs, undoneAt, participantId, meetingId, place, changes }) => ({
        ...{ id, kind, by, minutes, overCap, at, tookMs, undoneAt },
        about:
          place !== null
            ? (places.get(place) ?? place)
            : participantId !== null
              ? nameOf(participantId)
              : await pairOf(tx, day, meetingId),
        changes: changes.map(({ hostId, visitorId, from, to, meetingId: of, what, rule }) => ({
          ...{ meetingId: of, what, rule, host: nameOf(hostId), visitor: nameOf(visitorId) },
          ...{ from: spotOf(from), to: spotOf(to) },
        })),
      }),
    ),
  )
}

const peopleOf = ({ participantId, changes }: IncidentRow): readonly MatchdayParticipantId[] => [
  ...(participantId === null ? [] : [participantId]),
  ...changes.flatMap(({ hostId, visitorId }) => [hostId, visitorId]),
]

async function pairOf(tx: Transaction, day: MatchdayRow, id: IncidentRow['meetingId']): Promise<string> {
  const meeting = id === null ? null : await readMeeting(tx, day.id, id)
  return meeting === null ? '' : `${meeting.host.name} – ${meeting.visitor.name}`
}
