import { describe, expect, it } from 'vitest'

import { asId, type NeedId } from '../brand.ts'
import { Problem } from '../problem.ts'
import { briefText, checkBrief, stampedText } from './brief-rules.ts'
import { usualStageDays, type BriefContent } from './challenge.ts'

const needId = asId<NeedId>('need')
const brief: BriefContent = {
  theme: 'water',
  baseline: 'Haul roads take 1,200 m3 of water a day.',
  question: 'How can dust be kept down with half the water?',
  specification: '',
  money: { currency: 'USD', cashFlows: [-10, 20], discountRate: 8, assumptions: 'Water at 2.1 USD a cubic metre.' },
  measures: [],
  budget: null,
  stageDays: usualStageDays,
}
const refusal = (change: Partial<BriefContent>): unknown => {
  try {
    checkBrief({ ...brief, ...change })
    return null
  } catch (error) {
    return error instanceof Problem ? error.faults.map(({ path }) => path) : error
  }
}

describe('a brief', () => {
  it('goes before the board with a benefit in money or a measure', () => {
    const measure = { aspect: 'safety', text: 'Injuries', unit: 'a year', baseline: 4, target: 0 } as const
    expect(refusal({})).toBeNull()
    expect(refusal({ money: null, measures: [measure] })).toBeNull()
  })
  it('names all that it lacks', () => {
    expect(refusal({ baseline: '', question: 'How?', money: null })).toEqual([
      'body.content.baseline',
      'body.content.question',
      'body.content.money',
    ])
    expect(refusal({ money: { currency: 'USD', cashFlows: [1], discountRate: 0, assumptions: '' } })).toEqual([
      'body.content.money.assumptions',
    ])
  })
  it('is the same text whatever the order of its fields, and another with one other letter', () => {
    const turned = Object.fromEntries(Object.entries(brief).toReversed()) as BriefContent
    expect(briefText(needId, turned)).toBe(briefText(needId, brief))
    expect(briefText(needId, { ...brief, question: `${brief.question} ` })).not.toBe(briefText(needId, brief))
    expect(stampedText({ b: [1, null], a: 'x' })).toBe('{"a":"x","b":[1,null]}')
  })
})
