import { isZone, rhythms, searchedThings, type SavedSearchId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import { facetValues } from '../search/search.contract.ts'
import * as wire from '../wire.ts'

export const savedSearchView = z.object({
  id: wire.id<SavedSearchId>(),
  searched: z.enum(searchedThings),
  name: z.string(),
  rhythm: z.enum(rhythms),
  query: z.string(),
  /** By facet the values of which any will do. */
  filters: z.record(z.string(), z.array(z.string())),
  createdAt: wire.instant,
  lastToldAt: z.nullable(wire.instant),
  /** How many results wait to be told, and when they will be. */
  waiting: z.int(),
  dueAt: z.nullable(wire.instant),
})
export type SavedSearchView = DeepReadonly<z.output<typeof savedSearchView>>

const list = <Item extends z.ZodMiniType<string, string>>(item: Item) =>
  z._default(z.array(item).check(z.maxLength(20)), [])
const { kind, size, ...shared } = facetValues
const filters = {
  country: list(shared.country),
  region: list(shared.region),
  category: list(shared.category),
  certificate: list(shared.certificate),
  language: list(shared.language),
}
const kept = { name: wire.text(120, 1), rhythm: z.enum(rhythms), query: z._default(wire.text(200), '') }

const noun = 'alerts'
const one = { params: z.object({ id: wire.id<SavedSearchId>() }) }

export const listSavedSearches = endpoint({
  name: 'listSavedSearches',
  summary: 'Searches that the caller saved, newest first; there are at most fifty.',
  noun,
  method: 'GET',
  path: '/api/saved-searches',
  access: 'member',
  response: z.object({ items: z.array(savedSearchView) }),
})

export const saveSearch = endpoint({
  name: 'saveSearch',
  summary: 'Save a search, and be told of what it finds from now on.',
  noun,
  method: 'POST',
  path: '/api/saved-searches',
  access: 'member',
  body: z.discriminatedUnion('searched', [
    z.object({ ...kept, searched: z.literal('needs'), filters: z.object({ ...filters, kind: list(kind) }) }),
    z.object({ ...kept, searched: z.literal('suppliers'), filters: z.object({ ...filters, size: list(size) }) }),
  ]),
  success: 201,
  response: savedSearchView,
  problems: ['alert.limit'],
})

export const changeSavedSearch = endpoint({
  name: 'changeSavedSearch',
  summary: 'Rename a saved search or change how often it tells; off forgets what waits to be told.',
  noun,
  method: 'PATCH',
  path: '/api/saved-searches/:id',
  access: 'member',
  ...one,
  body: z.object({ name: z.optional(wire.text(120, 1)), rhythm: z.optional(z.enum(rhythms)) }),
  response: savedSearchView,
  problems: ['thing.not-found'],
})

export const deleteSavedSearch = endpoint({
  name: 'deleteSavedSearch',
  summary: 'Delete a saved search; saving it again undoes that.',
  noun,
  method: 'DELETE',
  path: '/api/saved-searches/:id',
  access: 'member',
  ...one,
  success: 204,
  problems: ['thing.not-found'],
})

/** Equal times mean that nothing is quiet. */
const timeOfDay = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3]):(00|15|30|45)$/, 'Write a time of day on a quarter hour, such as 20:00.'))
export const alertHours = z.object({
  zone: z.string().check(
    z.maxLength(60),
    z.refine((zone) => isZone(zone), 'Write a time zone by its name, such as America/Santiago.'),
  ),
  quietFrom: timeOfDay,
  quietUntil: timeOfDay,
})

export const readAlertHours = endpoint({
  name: 'readAlertHours',
  summary: "The caller's time zone and quiet hours; where none were set, those of the organisation's country.",
  noun,
  method: 'GET',
  path: '/api/alert-hours',
  access: 'member',
  response: alertHours,
})

export const setAlertHours = endpoint({
  name: 'setAlertHours',
  summary: "Set the caller's time zone and quiet hours, in which no alert comes.",
  noun,
  method: 'PUT',
  path: '/api/alert-hours',
  access: 'member',
  body: alertHours,
  response: alertHours,
})

/** It stands in the header of a mail, so unlike other secrets it is a part of an address (RFC 8058). */
const secret = z.object({ token: wire.token })
const stopped = z.object({ name: z.string(), off: z.boolean() })

export const openUnsubscribe = endpoint({
  name: 'openUnsubscribe',
  summary: 'Lead whoever follows the link of a mail to the page with the button that turns alerts off.',
  noun,
  method: 'GET',
  path: '/api/unsubscribe',
  access: 'public',
  query: secret,
  success: 303,
})

export const unsubscribe = endpoint({
  name: 'unsubscribe',
  summary: 'Turn the alerts of one saved search off by the token of a mail, with or without a body (RFC 8058).',
  noun,
  method: 'POST',
  path: '/api/unsubscribe',
  access: 'public',
  query: secret,
  response: stopped,
  problems: ['alert.link'],
})

export const readUnsubscribe = endpoint({
  name: 'readUnsubscribe',
  summary: 'Which saved search the token of a mail speaks of, and whether its alerts are off.',
  noun,
  method: 'POST',
  path: '/api/unsubscribe/read',
  access: 'public',
  body: secret,
  response: stopped,
  problems: ['alert.link'],
})
