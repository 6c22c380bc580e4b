import { aspects, themes } from '@enlace/domain'
import * as z from 'zod/mini'

import * as wire from '../wire.ts'

/** A sum that may be below nothing, in minor units. */
const flow = z.int().check(z.gte(-1e14), z.lte(1e14))
const days = z.int().check(z.gte(1), z.lte(365))
const figure = z.number().check(z.gte(-1e12), z.lte(1e12))

/** What a buyer lays before its board; see BriefContent in the domain for the meaning of each field. */
export const briefContent = z.object({
  theme: z.enum(themes),
  baseline: wire.text(2000),
  question: wire.text(4000),
  specification: z._default(wire.text(10_000), ''),
  money: z._default(
    z.nullable(
      z.object({
        currency: wire.currency,
        cashFlows: z.array(flow).check(z.minLength(1), z.maxLength(40)),
        discountRate: wire.percent,
        assumptions: wire.text(2000),
      }),
    ),
    null,
  ),
  measures: z._default(
    z
      .array(
        z.object({
          aspect: z.enum(aspects),
          text: wire.text(200, 1),
          unit: wire.text(40, 1),
          baseline: figure,
          target: figure,
        }),
      )
      .check(z.maxLength(10)),
    [],
  ),
  budget: z._default(z.nullable(wire.money), null),
  stageDays: z.object({ screening: days, proposal: days, pilot: days, 'test-site': days }),
})

/** What yearly flows are worth today; it may be below nothing. */
export const worth = z.object({ amountMinor: z.int(), currency: wire.currency })
