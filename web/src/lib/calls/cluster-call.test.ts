import { checkCall, usualStageDays, type BriefContent } from '@enlace/domain'
import { describe, expect, it } from 'vitest'
import { clusterTemplate, clusterText } from './cluster-call.ts'

const brief: BriefContent = {
  theme: 'water',
  baseline: 'Haul roads take 1,200 m3 of water a day.',
  question: 'How can dust be kept down with half the water?',
  specification: '',
  money: null,
  measures: [],
  budget: null,
  stageDays: usualStageDays,
}
const exact = { ...brief, specification: 'PM10 below 150 at 50 m.' }
const now = '2026-01-01T00:00:00Z'

describe('a call of a cluster', () => {
  it('asks the open question itself, and the specification where there is one', () => {
    expect(clusterTemplate(brief).fields.map(({ key, label }) => [key, label])).toEqual([
      ['question', brief.question],
      ['terms', expect.any(String)],
    ])
    expect(clusterTemplate(exact).fields.map(({ key }) => key)).toEqual(['question', 'specification', 'terms'])
    expect(clusterText(exact)).toBe([exact.baseline, exact.question, exact.specification].join('\n\n'))
    expect(clusterText(brief)).toBe([brief.baseline, brief.question].join('\n\n'))
  })

  it('leaves a question that is too long for a label to the text', () => {
    const long = { ...brief, question: 'How? '.repeat(100) }
    expect(clusterTemplate(long).fields[0]?.label.length).toBeLessThanOrEqual(300)
    expect(clusterText(long)).toContain(long.question)
  })

  it.each([brief, exact])('can be published as it begins: sealed, for those who are invited', (of) => {
    const { days: _, ...template } = clusterTemplate(of)
    const rest = {
      title: 'Dust',
      text: clusterText(of),
      language: 'en',
      lots: [],
      currency: 'USD',
      questionsUntil: null,
    }
    const content = { kind: 'rfp', ...template, ...rest, deadline: '2026-02-01T00:00:00Z' } as const
    expect(() => checkCall(content, now)).not.toThrow()
    expect([content.sealing, content.access, content.threshold]).toEqual(['sealed', 'invited', 2])
    expect(() => checkCall({ ...content, criteria: content.criteria.slice(1) }, now)).toThrow('cannot be published')
  })
})
