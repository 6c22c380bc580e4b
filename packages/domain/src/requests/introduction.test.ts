import { expect, it } from 'vitest'

import type { Problem } from '../problem.ts'
import { checkIntroduction, introductionState, type IntroducedPair } from './introduction.ts'

const pair: IntroducedPair = {
  one: { side: 'host', state: 'admitted' },
  other: { side: 'visitor', state: 'admitted' },
  ...{ barred: false, agreed: false },
}
const refusal = (given: Partial<IntroducedPair>): string => {
  try {
    checkIntroduction({ ...pair, ...given })
  } catch (error) {
    return (error as Problem).code
  }
  return 'none'
}

it.each<[string, Partial<IntroducedPair>]>([
  ['none', {}],
  ['none', { one: pair.other, other: pair.one }],
  ['introduction.side', { other: pair.one }],
  ['introduction.not-admitted', { other: { side: 'visitor', state: 'applied' } }],
  ['introduction.not-admitted', { one: { side: 'host', state: 'withdrawn' } }],
  ['introduction.barred', { barred: true }],
  ['introduction.needless', { agreed: true }],
])('%s is said of two who are introduced', (code, given) => {
  expect(refusal(given)).toBe(code)
})

it('who agreed stays so, and what nobody took up in time is expired', () => {
  expect([introductionState(true, true), introductionState(false, true), introductionState(false, false)]).toEqual([
    'agreed',
    'expired',
    'open',
  ])
})
