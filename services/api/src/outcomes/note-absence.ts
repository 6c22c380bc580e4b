import { v7 as uuidv7 } from 'uuid'

import type { sayOutcome } from '@enlace/contracts'
import { noteNoShow, withdrawNoShows, type MatchdayRow, type MeetingFirm, type MeetingRow } from '@enlace/database'
import { asId, type NoShowId } from '@enlace/domain'

import type { Call } from '../http/mount.ts'

type Noting = Pick<Call<typeof sayOutcome>, 'tx' | 'record'>

/** Notes that a firm did not come to a meeting, as its side or the organiser says, and tells the firm; what is known already is not told again. */
export async function noteAbsence(
  { tx, record }: Noting,
  { id: matchdayId, organisationId }: MatchdayRow,
  { participantId, organisationId: firmId }: Pick<MeetingFirm, 'participantId' | 'organisationId'>,
  meeting: Pick<MeetingRow, 'id'> | null,
): Promise<boolean | null> {
  const absent = { matchdayId, participantId, meetingId: meeting?.id ?? null }
  const fresh = await noteNoShow(tx, asId<NoShowId>(uuidv7()), absent)
  if (fresh === true) await record('no-show.noted', { matchdayId, organisationId, firmId })
  return fresh
}

/** Keeps the ledger level with what one side, or the organiser, now says of a meeting; null where nobody was absent. */
export async function settleAbsence(
  noting: Noting,
  day: MatchdayRow,
  meeting: MeetingRow,
  absent: MeetingFirm | null,
): Promise<void> {
  await withdrawNoShows(noting.tx, meeting.id, absent?.participantId ?? null)
  if (absent !== null) await noteAbsence(noting, day, absent, meeting)
}
