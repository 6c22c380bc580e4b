import * as z from 'zod/mini'

import { needContent, wire } from '@enlace/contracts'

const orNull = <Schema extends z.ZodMiniType>(schema: Schema) => z._default(z.nullable(schema), null)
/** A number that is empty is none; otherwise all who have none would be the same. */
const unlessEmpty = (max: number) =>
  z.pipe(
    orNull(wire.text(max)),
    z.transform((value) => (value === '' ? null : value)),
  )
const buyer = z.object({ name: wire.text(200, 1), country: orNull(wire.country) })

/** A need as a line of JSONL says it, and as the cells of a table are read into. */
export const needRow = z.extend(needContent, {
  /** The number the sender knows the need by; the same number is the same need. */
  externalId: unlessEmpty(200),
  /** Who asks; found by its name among the buyers this agency brought, or added. */
  buyer: z.union([
    buyer,
    z.pipe(
      wire.text(200, 1),
      z.transform((name) => ({ name, country: null })),
    ),
  ]),
})

const amount = z.optional(z.nullable(z.union([z.number(), wire.text(40)])))
const text = (max: number) => z.optional(wire.text(max))

/** A need as open notices write it; see NeedRow in the domain for the meaning of each field. */
export const noticeRow = z.object({
  id: wire.text(200, 1),
  title: wire.text(1000, 1),
  text: z._default(wire.text(100_000), ''),
  buyer: z._default(wire.text(400), ''),
  country: z.optional(wire.country),
  lang: z.optional(wire.language),
  categories: z.optional(z.array(z.object({ scheme: wire.text(20, 1), code: wire.text(60, 1), label: text(500) }))),
  cpv: z.optional(z.array(wire.text(20, 2))),
  regions: z.optional(z.array(wire.text(2000))),
  municipalities: z.optional(z.array(wire.text(120))),
  region: text(2000),
  value: amount,
  value_low: text(40),
  value_high: text(40),
  currency: z.optional(wire.currency),
  closes: text(40),
  start: text(40),
  end: text(40),
  program: text(200),
})

/** Whether a line speaks the language of open notices rather than ours. */
export const isNotice = (value: Readonly<Record<string, unknown>>): boolean =>
  ['cpv', 'closes', 'lang', 'published', 'value_low', 'notice_type', 'program'].some((field) => field in value)
