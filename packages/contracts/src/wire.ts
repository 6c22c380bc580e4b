import * as z from 'zod/mini'

import type { Brand } from '@enlace/domain'

/** Text without NUL, control characters or lone surrogates, which Postgres refuses and people never mean. */
export const text = (max: number, min = 0) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(min),
      z.maxLength(max),
      z.regex(/^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]*$/u, 'Remove control characters.'),
    )

/** A uuid in its canonical lower-case form, typed as the id of one kind of thing. */
export const id = <Id extends Brand<string>>() =>
  z.pipe(
    z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'Not an id.')),
    z.transform((value) => value as Id),
  )

/** A mail address in lower case; whether it exists is proved by a link sent to it. */
export const email = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(254),
    z.regex(/^[^\s@<>"(),:;[\]\\\u0000-\u001f]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'Write the address as name@example.org.'),
  )
/** Languages the product speaks. */
export const locale = z.enum(['en', 'es'])
/** A secret from a mail: opaque, and never part of an address that a server could log. */
export const token = z.string().check(z.regex(/^[A-Za-z0-9_.-]{20,600}$/, 'This link is not complete; copy all of it.'))

/** ISO 8601 calendar date between 1900 and 2200. */
export const date = z.string().check(
  z.regex(/^(19|20|21)\d\d-\d\d-\d\d$/, 'Write the date as yyyy-mm-dd.'),
  z.refine((value) => isCalendarDate(value), 'There is no such day.'),
)
const isCalendarDate = (value: string): boolean => {
  const parsed = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)
}
/** ISO 8601 instant in UTC. */
export const instant = z.iso.datetime({ offset: true })
export const country = z.string().check(z.regex(/^[A-Z]{2}$/, 'Use the two-letter country code.'))
export const currency = z.string().check(z.regex(/^[A-Z]{3}$/, 'Use the three-letter currency code.'))
export const language = z.string().check(z.regex(/^[a-z]{2}$/, 'Use the two-letter language code.'))
export const percent = z.number().check(z.gte(0), z.lte(100))
export const amount = z.number().check(z.gte(0), z.lte(1e12))
export const whole = (max: number) => z.int().check(z.gte(0), z.lte(max))

export const place = z.object({
  country,
  region: z._default(z.nullable(text(120)), null),
  locality: z._default(z.nullable(text(120)), null),
  latitude: z._default(z.nullable(z.number().check(z.gte(-90), z.lte(90))), null),
  longitude: z._default(z.nullable(z.number().check(z.gte(-180), z.lte(180))), null),
})
export const money = z.object({ amountMinor: whole(9e15), currency })
export const quantity = z.object({
  value: amount,
  unit: text(40, 1),
  per: z._default(z.nullable(z.enum(['day', 'week', 'month', 'year', 'once'])), null),
})
export const languageSkill = z.object({ language, level: z.enum(['basic', 'working', 'fluent']) })
export const categoryCode = z.object({
  scheme: z.enum(['CPV', 'NACE', 'HS', 'NAICS']),
  code: z.string().check(z.regex(/^[0-9A-Z.]{1,12}$/, 'Not a category code.')),
})

/** A page of a list read by keyset: pass `next` back as `cursor` to read on; null means the end. */
export const page = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({ items: z.array(item), next: z.nullable(z.string()) })
/** How every list is asked for: an opaque cursor and how many rows (1..100). */
export const paging = {
  cursor: z.optional(z.string().check(z.maxLength(400))),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 20),
}

/** A query value that may be given several times, at most 20; a list always. */
export const several = <Item extends z.ZodMiniType<string, string>>(item: Item) =>
  z._default(
    z.pipe(
      z.union([item, z.array(item).check(z.maxLength(20))]),
      z.transform((given): z.output<Item>[] => [given].flat() as z.output<Item>[]),
    ),
    [],
  )

/** RFC 9457 problem details with our stable code and the fields at fault. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  faults: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
})
