import * as z from 'zod/mini'

import { passportDraft, wire } from '@enlace/contracts'

const orNull = <Schema extends z.ZodMiniType>(schema: Schema) => z._default(z.nullable(schema), null)
/** A number that is empty is none; otherwise all who have none would be the same. */
const unlessEmpty = (max: number) =>
  z.pipe(
    orNull(wire.text(max)),
    z.transform((value) => (value === '' ? null : value)),
  )

/** A supplier as a line of JSONL says it, and as the cells of a table are read into. */
export const supplierRow = z.extend(passportDraft, {
  /** The number the sender knows the supplier by; the same number is the same supplier. */
  externalId: unlessEmpty(200),
  /** The number its country's tax office knows it by. */
  taxId: unlessEmpty(60),
  name: wire.text(200, 1),
  /** What it does by codes alone; they go to the capabilities that name none. */
  categories: z._default(z.array(wire.categoryCode).check(z.maxLength(100)), []),
})

const number = z.union([z.number(), z.string()])

/** A supplier as open award data describes it; see SupplierRow in the domain for the meaning of each field. */
export const awardRow = z.object({
  id: wire.text(200, 1),
  name: wire.text(200, 1),
  country: wire.country,
  lang: z._default(wire.language, 'en'),
  regions: z._default(z.array(z.object({ name: wire.text(120, 1), n: z._default(z.number(), 1) })), []),
  categories: z._default(
    z.array(z.object({ scheme: wire.text(20, 1), code: wire.text(60, 1), label: z.optional(wire.text(2000)) })),
    [],
  ),
  references: z._default(z.array(wire.text(20_000, 1)), []),
  contracts: z.optional(
    z.array(
      z.object({
        text: wire.text(20_000, 1),
        cpv: z._default(z.array(wire.text(20)), []),
        regions: z._default(z.array(wire.text(120)), []),
        value: z.optional(z.nullable(z.number())),
        published: z.optional(wire.text(40)),
      }),
    ),
  ),
  value_median: z.pipe(
    z.optional(z.nullable(number)),
    z.transform((value) => (value === null || value === undefined ? undefined : Number(value))),
  ),
  last_year: z.optional(z.int()),
  n_contracts: z.optional(z.int()),
})

/** Whether a line speaks the language of award data rather than ours. */
export const isAward = (value: Readonly<Record<string, unknown>>): boolean =>
  'lang' in value ||
  'n_contracts' in value ||
  (Array.isArray(value['references']) && typeof value['references'][0] === 'string')
