import type { meetingCalendar as contract } from '@enlace/contracts'
import { asActor, listAgendaMeetings, type Database } from '@enlace/database'
import { agendaEvents } from '@enlace/domain'
import { calendarText } from '@enlace/interchange'

import { download } from '../http/download.ts'
import type { OpenHandler } from '../http/mount.ts'
import { matchdayFor } from './matchday-for.ts'

/** A matchday's meetings as a file for calendars, which moves and deletes where it is taken again. */
export const meetingCalendar =
  (database: Database): OpenHandler<typeof contract> =>
  async ({ actor, params, reply }) => {
    const { day, events } = await asActor(database, actor, async (tx) => {
      const found = await matchdayFor(tx, actor, params.id, 'matchday.read')
      return { day: found, events: agendaEvents(found, await listAgendaMeetings(tx, found.id)) }
    })
    const { title: name, language } = day.content
    return download(reply, 'text/calendar', `${day.id}.ics`, [calendarText(events, { name, language })])
  }
