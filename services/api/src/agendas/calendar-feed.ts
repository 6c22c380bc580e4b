import { createHash } from 'node:crypto'

import type { readCalendarFeed as contract } from '@enlace/contracts'
import {
  asActor,
  listAgendaDays,
  listAgendaMeetings,
  readCalendarReader,
  type AgendaDayRow,
  type Database,
  type Transaction,
} from '@enlace/database'
import { agendaEvents, anonymous, can, Problem, type AgendaEvent, type MemberActor } from '@enlace/domain'
import { allow, type Identity } from '@enlace/identity'
import { calendarText } from '@enlace/interchange'

import type { OpenHandler } from '../http/mount.ts'

const absent = (): Problem => new Problem('thing.not-found', 'There is no calendar at this address any more.')

/** A matchday as its organiser has it in its calendar: thousands of meetings of others would bury its own. */
const dayEvent = ({ id, state, content, revision, createdAt, startsAt, endsAt }: AgendaDayRow): AgendaEvent => ({
  uid: `${id}@enlace`,
  sequence: revision + (state === 'cancelled' ? 1 : 0),
  changed: Date.parse(createdAt),
  ...{ title: content.title, text: content.text, location: content.venue },
  starts: Date.parse(startsAt ?? createdAt),
  ends: Date.parse(endsAt ?? createdAt),
  off: state === 'cancelled',
})

async function eventsFor(tx: Transaction, { organisationKind }: MemberActor): Promise<AgendaEvent[]> {
  if (organisationKind === 'agency') return (await listAgendaDays(tx, 'own')).map(dayEvent)
  const events: AgendaEvent[] = []
  for (const day of await listAgendaDays(tx, 'attended'))
    events.push(...agendaEvents(day, await listAgendaMeetings(tx, day.id)))
  return events
}

/**
 * A member's meetings for its calendar. The token alone says who asks: it is looked up anew each time together with
 * the membership and the role, so that an end of any of them holds from the next request on.
 */
export const readCalendarFeed =
  (database: Database, { settings }: Identity): OpenHandler<typeof contract> =>
  async ({ params, request, reply }) => {
    const token = params.file.slice(0, -'.ics'.length)
    const actor = await asActor(database, anonymous, (tx) => readCalendarReader(tx, token))
    if (actor === null || !can(actor, 'matchday.list', null)) {
      // Calendars of many people ask from one address; only who guesses is counted by it.
      await allow(settings, 'tokenPerAddress', request.ip)
      throw absent()
    }
    await allow(settings, 'askingPerCalendar', token)
    const events = await asActor(database, actor, (tx) => eventsFor(tx, actor))
    const text = calendarText(events, { name: 'Enlace', language: 'en' })
    const tag = `"${createHash('sha256').update(text).digest('base64url')}"`
    void reply.header('cache-control', 'private, no-cache').header('etag', tag)
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    return reply.type('text/calendar; charset=utf-8').send(text)
  }
