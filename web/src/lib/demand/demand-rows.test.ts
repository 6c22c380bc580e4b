import { expect, it } from 'vitest'
import { barParts } from './demand-rows.ts'

it('the parts of a bar follow on each other and end at its share of the longest', () => {
  expect(barParts({ none: 1, weak: 0, served: 4 }, 10)).toEqual([
    { part: 'none', from: 0, width: 10 },
    { part: 'served', from: 10, width: 40 },
  ])
  expect(barParts({ none: 0, weak: 0, served: 0 }, 0)).toEqual([])
})
