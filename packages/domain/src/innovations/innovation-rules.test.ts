import { describe, expect, it } from 'vitest'

import { asId, type FileId } from '../brand.ts'
import { Problem } from '../problem.ts'
import { blankInnovation, maturities, type InnovationContent } from './innovation.ts'
import { checkInnovation, checkInnovationAnswer } from './innovation-rules.ts'

const whole: InnovationContent = {
  ...blankInnovation,
  title: 'Fog nets',
  problem: 'Haul roads take water that the valley below lacks.',
  seeks: ['pilot-site'],
}
const faultsOf = (content: InnovationContent): readonly string[] => {
  try {
    checkInnovation(content)
    return []
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    expect(error.code).toBe('innovation.incomplete')
    return error.faults.map(({ path }) => path.replace('body.content.', ''))
  }
}

describe('an innovation is published', () => {
  it('with a name, a problem and something it seeks; an idea needs no evidence', () => {
    expect(faultsOf(whole)).toEqual([])
    expect(faultsOf({ ...whole, title: ' ', problem: 'Water.', seeks: [] })).toEqual(['title', 'problem', 'seeks'])
  })

  it('with words, a reference or a file once it was tried', () => {
    const wanting = maturities.filter((maturity) => faultsOf({ ...whole, maturity }).includes('evidence'))
    expect(wanting).toEqual(['pilot-done', 'in-use'])
    const tried = { ...whole, maturity: 'in-use' } as const
    const reference = { text: 'Six months at a limestone quarry.', customer: null, year: 2025 }
    expect(faultsOf({ ...tried, evidence: 'Saved 40 %.' })).toEqual([])
    expect(faultsOf({ ...tried, references: [reference] })).toEqual([])
    expect(faultsOf({ ...tried, fileIds: [asId<FileId>('file')] })).toEqual([])
    expect(faultsOf({ ...tried, references: [{ ...reference, text: '' }] })).toEqual(['references.0.text'])
  })
})

it('is turned down with a reason alone', () => {
  expect(() => checkInnovationAnswer('not-for-us', ' ')).toThrow(Problem)
  expect(() => checkInnovationAnswer('not-for-us', 'We have no haul roads.')).not.toThrow()
  expect(() => checkInnovationAnswer('interested', '')).not.toThrow()
})
