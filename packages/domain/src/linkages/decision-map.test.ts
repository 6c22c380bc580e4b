import { expect, it } from 'vitest'

import { shownAt } from './decision-map.ts'

it('a line of the decision map is shown from its stage on, never once stopped, and some to nobody', () => {
  const people = [{ shownFrom: null }, { shownFrom: 'match' }, { shownFrom: 'offer' }] as const
  const counts = (['requested', 'match', 'rfq', 'offer', 'repeat', 'stopped'] as const).map(
    (stage) => shownAt(people, stage).length,
  )
  expect(counts).toEqual([0, 1, 1, 2, 2, 0])
})
