import { expect, it } from 'vitest'

import { limitOf } from './message-limit.ts'

it('a side may write three messages before an answer, ten a minute and two hundred a day', () => {
  const none = { minute: 0, day: 0, unanswered: 0 }
  expect([limitOf(none), limitOf({ minute: 9, day: 199, unanswered: 2 })]).toEqual([null, null])
  expect(limitOf({ ...none, unanswered: 3 })).toBe('unanswered')
  expect(limitOf({ ...none, minute: 10 })).toBe('minute')
  expect(limitOf({ ...none, day: 200 })).toBe('day')
})
