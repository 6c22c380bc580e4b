import { expect, it } from 'vitest'

import { standingOf } from '../matchdays/agreed.ts'

it('what was not answered in time is expired for both, what was agreed stays', () => {
  expect([standingOf('meet', null), standingOf('meet', null, true)]).toEqual(['asked', 'expired'])
  expect([standingOf(null, 'must'), standingOf(null, 'must', true)]).toEqual(['asks', 'expired'])
  expect(standingOf('must', 'meet', true)).toBe('agreed')
  // Whoever said "no" is told no more than before, and who said nothing neither.
  expect([standingOf('no', 'must', true), standingOf(null, null, true), standingOf(null, 'no', true)]).toEqual([
    'none',
    'none',
    'none',
  ])
})
