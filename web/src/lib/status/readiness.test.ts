import { expect, it } from 'vitest'
import { readinessFrom } from './readiness.ts'

const body = (postgres: boolean, meilisearch: boolean) => ({
  ready: postgres,
  checks: {
    postgres: { ok: postgres, needed: true, sinceMs: 1 },
    meilisearch: { ok: meilisearch, needed: false, sinceMs: 1 },
  },
})

it('is ready, degraded or down by what is needed', () => {
  expect([body(true, true), body(true, false), body(false, true)].map((given) => readinessFrom(given).state)).toEqual([
    'ready',
    'degraded',
    'down',
  ])
})
it.each([null, 'no', {}, { checks: null }, { checks: { postgres: true } }])(
  'takes %j for a service that is down',
  (given) => {
    expect(readinessFrom(given)).toEqual({ state: 'down', parts: [] })
  },
)
