import { valueKinds, type CallId } from '@enlace/domain'
import * as z from 'zod/mini'

import * as wire from '../wire.ts'

const sums = z.array(wire.money)
const apart = z.object({ buyer: sums, supplier: sums, confirmed: sums })
/** Sums by currency, apart by how much they are worth believing; nothing is in two of them. */
export const valueSums = z.object({ potential: sums, contract: apart, spend: apart })

const said = z.nullable(wire.money)
/** What both sides say of one thing: the agreed value, or what was spent in a year. */
export const valueLine = z.object({
  of: z.enum(['contract', 'spend']),
  year: z.nullable(z.int()),
  /** The call that an agreed value came by. */
  callId: z.nullable(wire.id<CallId>()),
  buyer: said,
  supplier: said,
  confirmed: z.boolean(),
})

export const figure = z
  .object({
    of: z.enum(valueKinds),
    year: z._default(z.nullable(z.int().check(z.gte(1990), z.lte(2100))), null),
    callId: z._default(z.nullable(wire.id<CallId>()), null),
    ...wire.money.shape,
  })
  .check(
    z.refine(({ of, year }) => (of === 'spend') === (year !== null), {
      error: 'Give the year of what was spent, and no other.',
      path: ['year'],
    }),
    z.refine(({ of, callId }) => of === 'contract' || callId === null, {
      error: 'Only an agreed value comes by a call.',
      path: ['callId'],
    }),
  )
