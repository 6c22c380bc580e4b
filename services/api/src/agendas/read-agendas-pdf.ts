import type { readAgendasPdf as contract } from '@enlace/contracts'
import { asActor, readPrint, type Database } from '@enlace/database'

import type { OpenHandler } from '../http/mount.ts'
import { absent, matchdayFor } from '../matchdays/matchday-for.ts'
import { agendasPdf } from './agendas-pdf.ts'
import { listSheetMeetings } from './print-agendas.ts'
import { briefingsFor } from './read-briefings.ts'

/** Agendas to print: an organiser's for all, a participant's its own with what to read before each meeting. */
export const readAgendasPdf =
  (database: Database): OpenHandler<typeof contract> =>
  async ({ actor, params, query: { by, since: sinceId, language }, reply }) => {
    const given = await asActor(database, actor, async (tx) => {
      const day = await matchdayFor(tx, actor, params.id, 'matchday.read')
      const organiser = day.organisationId === actor.organisationId
      if (!organiser && day.participantId === null) throw absent()
      const since = organiser && sinceId !== undefined ? await readPrint(tx, day.id, sinceId) : null
      if (sinceId !== undefined && since === null) throw absent()
      const briefings = organiser ? [] : await briefingsFor(tx, actor, day)
      return {
        ...{ day, since, language, meetings: await listSheetMeetings(tx, day.id) },
        by: organiser ? by : ('people' as const),
        only: organiser ? null : day.participantId,
        briefings: new Map(briefings.map((briefing) => [briefing.meetingId, briefing])),
      }
    })
    return reply
      .type('application/pdf')
      .header('content-disposition', 'inline; filename="agendas.pdf"')
      .send(agendasPdf(given))
  }
