import { beforeAll, describe, expect, it } from 'vitest'

import { attacks } from './attacks.ts'
import { type Gain, measureAttacks } from './measure-attacks.ts'

/** A sample that a test has time for; docs/matching.md tells what the whole brings. */
const attackers = 2
const everyNeed = 12

let gains: readonly Gain[]
beforeAll(() => {
  gains = measureAttacks(attackers, everyNeed)
}, 300_000)

describe('a firm that writes to be found rather than read', () => {
  it.each(Object.keys(attacks))('gains nothing by %s', (attack) => {
    const found = gains.find((gain) => gain.attack === attack)
    expect(found?.attacking.mrr).toBeLessThanOrEqual((found?.honest.mrr ?? 0) + 1e-4)
    expect(found?.attacking.top10).toBeLessThanOrEqual(found?.honest.top10 ?? 0)
  })

  it.each([
    'the need’s words fifty times, in one text',
    'the need’s words fifty times, as entries',
    'the entries of twenty other passports',
  ])('would gain by %s if nothing were on guard', (attack) => {
    const found = gains.find((gain) => gain.attack === attack)
    expect(found?.unguarded.mrr).toBeGreaterThan((found?.honest.mrr ?? 1) + 0.001)
  })
})
