import { describe, expect, it } from 'vitest'

import { Problem } from '../problem.ts'
import { checkAmendment, checkCall, checkInvitation } from './call-rules.ts'
import type { CallContent } from './call.ts'

const now = '2026-11-26T12:00:00.000Z'
const content: CallContent = {
  kind: 'rfp',
  title: 'Pumps',
  text: '',
  language: 'en',
  access: 'open',
  sealing: 'sealed',
  envelopes: ['technical', 'price'],
  lots: [],
  fields: [{ key: 'how', envelope: 'technical', label: 'How?', required: true, maxWords: 100, prefill: null }],
  criteria: [
    { key: 'method', envelope: 'technical', name: 'Method', weight: 60, maxScore: 10 },
    { key: 'price', envelope: 'price', name: 'Price', weight: 40, maxScore: 10 },
  ],
  currency: 'USD',
  deadline: '2026-12-11T12:00:00.000Z',
  questionsUntil: null,
  threshold: 2,
  standstillDays: 10,
}
const pathsOf = (work: () => void): unknown => {
  try {
    work()
    return []
  } catch (error) {
    return error instanceof Problem ? error.faults.map(({ path }) => path) : error
  }
}
const refusal = (change: Partial<CallContent>): unknown => pathsOf(() => checkCall({ ...content, ...change }, now))
const amended = (change: Partial<CallContent>, at = now): unknown =>
  pathsOf(() => checkAmendment(content, { ...content, ...change }, at))

describe('a call', () => {
  it.each([
    ['the fewest days by its kind to the second', {}, []],
    ['one second less', { deadline: '2026-12-11T11:59:59.000Z' }, ['body.deadline']],
    ['a quotation within five days', { kind: 'rfq', deadline: '2026-12-01T12:00:00.000Z' }, []],
    [
      'weights of 99',
      { criteria: content.criteria.map((one) => ({ ...one, weight: one.weight - 0.5 })) },
      ['body.criteria'],
    ],
    ['no weights where only information is asked', { kind: 'rfi', criteria: [] }, []],
    ['the price before the method', { envelopes: ['price', 'technical'] }, ['body.envelopes']],
    [
      'a field of an envelope it has not',
      { envelopes: ['price'] },
      ['body.fields.0.envelope', 'body.criteria.0.envelope'],
    ],
    ['two fields of one key', { fields: [...content.fields, ...content.fields] }, ['body.fields']],
    ['questions beyond the deadline', { questionsUntil: content.deadline }, ['body.questionsUntil']],
  ] as const)('with %s', (_what, change, paths) => expect(refusal(change)).toEqual(paths))
})

describe('an amendment', () => {
  it.each([
    ['more text and more time', { text: 'More', deadline: '2026-12-20T12:00:00.000Z' }, []],
    ['less time', { deadline: '2026-12-10T12:00:00.000Z' }, ['body.deadline']],
    ['other sealing', { sealing: 'plain' }, ['body.sealing']],
    ['another envelope', { envelopes: ['qualification', 'technical', 'price'] }, ['body.envelopes']],
  ] as const)('with %s', (_what, change, paths) => expect(amended(change)).toEqual(paths))

  it('shortly before the deadline must put it off', () =>
    expect(amended({}, '2026-12-10T12:00:00.000Z')).toEqual(['body.deadline']))
})

describe('who is asked by name later', () => {
  it('has the fewest days of a call of its kind, to the second', () => {
    const at = (deadline: string): unknown => {
      try {
        return checkInvitation({ kind: 'rfq', deadline }, now) ?? 'asked'
      } catch (error) {
        return error instanceof Problem ? error.code : error
      }
    }
    expect(at('2026-11-29T12:00:00.000Z')).toBe('asked')
    expect(at('2026-11-29T11:59:59.000Z')).toBe('call.short')
    expect(at('2026-11-25T12:00:00.000Z')).toBe('call.short')
  })
})
