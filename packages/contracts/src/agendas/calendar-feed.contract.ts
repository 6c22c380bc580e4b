import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

export const agendaSettings = z.object({
  /** Since when there is an address for calendars; null where there is none. */
  feedSince: z.nullable(wire.instant),
  /** Whether invitations come by mail. */
  byMail: z.boolean(),
})
export type AgendaSettings = DeepReadonly<z.output<typeof agendaSettings>>

const common = { noun: 'agendas', access: 'member' } as const

export const readAgendaSettings = endpoint({
  ...common,
  name: 'readAgendaSettings',
  summary: "How the caller takes its organisation's meetings along: by a calendar's address, and by mail.",
  method: 'GET',
  path: '/api/agenda-settings',
  response: agendaSettings,
  problems: ['identity.forbidden'],
})

export const setAgendaSettings = endpoint({
  ...common,
  name: 'setAgendaSettings',
  summary: 'Say whether invitations to meetings come by mail.',
  method: 'PUT',
  path: '/api/agenda-settings',
  body: z.object({ byMail: z.boolean() }),
  response: agendaSettings,
  problems: ['identity.forbidden'],
})

export const renewCalendarFeed = endpoint({
  ...common,
  name: 'renewCalendarFeed',
  summary: 'Take a new secret address for calendars, which is told this once; one that was given out before ends.',
  method: 'POST',
  path: '/api/calendar-feed',
  success: 201,
  response: z.object({ path: z.string() }),
  problems: ['identity.forbidden'],
})

export const endCalendarFeed = endpoint({
  ...common,
  name: 'endCalendarFeed',
  summary: 'End the secret address for calendars; the next request to it finds nothing.',
  method: 'DELETE',
  path: '/api/calendar-feed',
  success: 204,
  problems: ['identity.forbidden'],
})

export const readCalendarFeed = endpoint({
  noun: 'agendas',
  access: 'public',
  name: 'readCalendarFeed',
  summary:
    "A member's meetings at all matchdays for a calendar that asks again and again (iCalendar), by the secret address alone; it ends with the membership.",
  method: 'GET',
  path: '/api/calendar/:file',
  params: z.object({ file: z.string().check(z.regex(/^[\w-]{43}\.ics$/)) }),
  download: 'text/calendar',
  problems: ['thing.not-found', 'identity.rate-limited'],
})
