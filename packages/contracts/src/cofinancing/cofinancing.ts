import * as z from 'zod/mini'

import * as wire from '../wire.ts'

const percent = z.int().check(z.gte(0), z.lte(100))

/** See CoFinancing in the domain. */
export const cofinancing = z.object({
  fee: wire.money,
  percents: z.array(percent).check(z.minLength(1), z.maxLength(10)),
})

/** See Borne in the domain. */
export const borne = z.object({ nth: z.int(), percent, borne: wire.money, own: wire.money })
