import type { meetingCalendar as contract } from '@enlace/contracts'
import { asActor, listMeetings, type Database } from '@enlace/database'
import { Problem } from '@enlace/domain'
import { createEvents, type EventAttributes } from 'ics'

import { download } from '../http/download.ts'
import type { OpenHandler } from '../http/mount.ts'
import { matchdayFor } from './matchday-for.ts'
import { viewMeetings } from './meeting-view.ts'

/**
 * A matchday's meetings as iCalendar (RFC 5545): a meeting keeps its UID for good, its SEQUENCE rises with every change,
 * and one that is off is told as cancelled, so that a calendar which takes the file again moves and deletes.
 */
export const meetingCalendar =
  (database: Database): OpenHandler<typeof contract> =>
  async ({ actor, params, reply }) => {
    const { day, meetings } = await asActor(database, actor, async (tx) => {
      const found = await matchdayFor(tx, actor, params.id, 'matchday.read')
      return { day: found, meetings: viewMeetings(found.content, await listMeetings(tx, found.id)) }
    })
    const events = meetings.map(
      ({ id, host, visitor, mine, sequence, startsAt, endsAt, place, state }): EventAttributes => {
        const other = mine === 'host' ? visitor.name : host.name
        const off = state === 'cancelled' || day.state === 'cancelled'
        return {
          uid: `${id}@enlace`,
          // A cancelled matchday changes every meeting once more.
          sequence: sequence + (day.state === 'cancelled' ? 1 : 0),
          title: mine === null ? `${host.name} – ${visitor.name}` : other,
          description: day.content.title,
          location: [place.name, day.content.venue].filter((part) => part !== '').join(', '),
          start: Date.parse(startsAt),
          end: Date.parse(endsAt),
          startOutputType: 'utc',
          status: off ? 'CANCELLED' : 'CONFIRMED',
        }
      },
    )
    const { error, value } = createEvents(events, { productId: '-//Enlace//Matchdays//EN', calName: day.content.title })
    if (error !== null && error !== undefined)
      throw new Problem('service.unavailable', 'The calendar could not be made.')
    return download(reply, 'text/calendar', `${day.id}.ics`, [value ?? ''])
  }
