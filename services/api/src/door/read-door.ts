import type { readDoor as contract } from '@enlace/contracts'
import { listBadges, listCheckIns, listMeetings, listParticipants } from '@enlace/database'

import type { Handler } from '../http/mount.ts'
import { matchdayFor } from '../matchdays/matchday-for.ts'
import { slotTimes } from '../matchdays/matchday-view.ts'
import { viewMeetings } from '../matchdays/meeting-view.ts'

const mostParticipants = 5000

export const readDoor: Handler<typeof contract> = async ({ tx, actor, params }) => {
  const { id, content } = await matchdayFor(tx, actor, params.id, 'matchday.run')
  const rows = await listParticipants(tx, id, { after: null, limit: mostParticipants, others: false })
  return {
    now: new Date().toISOString(),
    title: content.title,
    timeZone: content.timeZone,
    days: [...new Set(content.sessions.map(({ date }) => date))].toSorted(),
    slots: slotTimes(content),
    places: content.places.map(({ key, name }) => ({ key, name })),
    participants: rows
      .filter(({ state }) => state === 'admitted')
      .map(({ id: participantId, name, side }) => ({ id: participantId, name, side })),
    badges: await listBadges(tx, id),
    meetings: viewMeetings(content, await listMeetings(tx, id)),
    checkIns: await listCheckIns(tx, id),
  }
}
