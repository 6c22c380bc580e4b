import { expect, it } from 'vitest'
import { isMissed, isSameTyping } from './missed-search.ts'

it('a search is missed where it asked for something and found two or fewer', () => {
  expect([0, 2, 3].map((total) => isMissed({ isNarrowed: true, total }))).toEqual([true, true, false])
  expect(isMissed({ isNarrowed: false, total: 0 })).toBe(false)
})

it('who types on, or takes letters away, is still typing; who clears the field or asks anew is not', () => {
  expect(isSameTyping('biod', 'Biodegradable ')).toBe(true)
  expect(isSameTyping('pumpss', 'pump')).toBe(true)
  expect(isSameTyping('pumps', 'valves')).toBe(false)
  expect(isSameTyping('pumps', '')).toBe(false)
})
