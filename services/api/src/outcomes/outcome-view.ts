import type { OutcomeView } from '@enlace/contracts'
import type { MatchdayRow, MeetingRow, OutcomeRow } from '@enlace/database'
import { nothingSaid } from '@enlace/domain'

import { viewMeetings } from '../matchdays/meeting-view.ts'

/** The reader's own meetings with what its side said of them: those without an answer first, then in the order of time. */
export function viewOutcomes(
  { content }: MatchdayRow,
  meetings: readonly MeetingRow[],
  said: readonly OutcomeRow[],
): OutcomeView[] {
  const of = new Map(said.map((one) => [one.meetingId, one]))
  return viewMeetings(content, meetings)
    .filter(({ mine, state }) => mine !== null && state !== 'cancelled')
    .map(({ id, host, visitor, mine, startsAt, place }): OutcomeView => ({
      ...{ ...nothingSaid, verdict: 'open', revision: 0, ...of.get(id) },
      ...{ meetingId: id, other: mine === 'host' ? visitor.name : host.name, startsAt, place: place.name },
    }))
    .toSorted((one, other) => Number(one.held !== null) - Number(other.held !== null))
}
