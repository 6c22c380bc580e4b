import type { sendOperations } from '@enlace/contracts'
import {
  holdMeetings,
  keepFold,
  listAdmittedParticipants,
  listDoorBadges,
  listUnsealed,
  readDoorTaken,
  type HeldMeeting,
  type MatchdayRow,
  type Transaction,
} from '@enlace/database'
import { foldOperations, type DoorMeeting, type Fate } from '@enlace/domain'

import type { Call } from '../http/mount.ts'
import { slotTimes } from '../matchdays/matchday-view.ts'

const sameMeeting = (one: DoorMeeting, other: DoorMeeting): boolean =>
  one.slot === other.slot && one.place === other.place && one.state === other.state && one.note === other.note
const sameFate = (one: Fate, other: Fate): boolean => one.outcome === other.outcome && one.reason === other.reason

/**
 * Folds anew all operations of a matchday that is held, from the meetings as they were before the first of them, and
 * tells those for whom something came out differently.
 */
export async function foldDoor(
  tx: Transaction,
  day: MatchdayRow,
  record: Call<typeof sendOperations>['record'],
): Promise<void> {
  const held = await holdMeetings(tx, day.id)
  const operations = await listUnsealed(tx, day.id)
  const ground = {
    slotCount: slotTimes(day.content).length,
    places: new Set(day.content.places.map(({ key }) => key)),
    participants: new Set(await listAdmittedParticipants(tx, day.id)),
    badges: await listDoorBadges(tx, day.id),
    meetings: held.map(({ base }) => base),
    ...(await readDoorTaken(tx, day.id)),
  }
  const folded = foldOperations(ground, operations)
  const moved = held.flatMap((one) => {
    const next = folded.meetings.get(one.now.id)
    return next === undefined || sameMeeting(one.now, next) ? [] : [{ ...one, next }]
  })
  const fates = operations.flatMap(({ id, firm, fate }) => {
    const next = folded.fates.get(id)
    return next === undefined || sameFate(fate, next) ? [] : [{ id, firm, ...next }]
  })
  if (moved.length === 0 && fates.length === 0) return
  await keepFold(
    tx,
    day.id,
    moved.map(({ next }) => next),
    fates,
  )
  const about = { matchdayId: day.id, organisationId: day.organisationId }
  for (const one of moved) await tellMeeting(record, about, one)
  await record('door.changed', { ...about, concerned: [...new Set(fates.map(({ firm }) => firm))] })
}

async function tellMeeting(
  record: Call<typeof sendOperations>['record'],
  about: { readonly matchdayId: MatchdayRow['id']; readonly organisationId: MatchdayRow['organisationId'] },
  { now, next, hostFirm, visitorFirm }: HeldMeeting & { readonly next: DoorMeeting },
): Promise<void> {
  const what = { ...about, meetingId: next.id, hostId: hostFirm, visitorId: visitorFirm }
  await record('meeting.changed', what)
  if (next.state === 'held' && now.state !== 'held') await record('meeting.held', what)
}
