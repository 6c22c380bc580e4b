import { describe, expect, it } from 'vitest'

import { Problem } from '../problem.ts'
import { checkPublishable, dateFaults } from './need-rules.ts'
import { blankNeed, type NeedContent } from './need.ts'

const content: NeedContent = {
  ...blankNeed,
  title: 'Dust suppressant',
  text: 'Dust suppressant for 38 km of haul roads.',
  answerBy: '2026-12-04',
  deliverFrom: '2027-01-01',
  deliverUntil: '2027-12-31',
}
const refusal = (change: Partial<NeedContent>): unknown => {
  try {
    checkPublishable({ ...content, ...change }, '2026-11-22')
    return null
  } catch (error) {
    return error instanceof Problem ? [error.code, error.faults.map((fault) => fault.path)] : error
  }
}

describe('publishing a need', () => {
  it('passes a need with text and dates in order', () => expect(refusal({})).toBeNull())
  it('refuses a need that says next to nothing', () =>
    expect(refusal({ text: 'dust' })).toEqual(['need.incomplete', ['body.text']]))
  it('takes specification rows in place of text', () =>
    expect(
      refusal({
        text: '',
        specification: [{ text: 'PM10', value: 50, unit: 'µg/m3', tolerance: null, mandatory: true }],
      }),
    ).toBeNull())
  it('refuses an answer date in the past, today being still open', () => {
    expect(refusal({ answerBy: '2026-11-21' })).toEqual(['need.dates', ['body.answerBy']])
    expect(refusal({ answerBy: '2026-11-22' })).toBeNull()
  })
  it('names every date that contradicts another', () =>
    expect(dateFaults({ ...content, deliverUntil: '2026-11-30' }, '2026-11-22').map((fault) => fault.path)).toEqual([
      'body.deliverUntil',
      'body.deliverUntil',
    ]))
})
