import { describe, expect, it } from 'vitest'

import { takesProposals, type ProposingTo } from './proposing.ts'

const open: ProposingTo = { state: 'published', brief: 'approved', admits: true, answerBy: '2026-12-01' }

describe('a challenge', () => {
  it.each<[Partial<ProposingTo>, boolean]>([
    [{}, true],
    [{ answerBy: null }, true],
    [{ answerBy: '2026-11-30' }, true],
    [{ answerBy: '2026-11-29' }, false],
    [{ brief: 'screening' }, false],
    [{ brief: null }, false],
    [{ state: 'draft' }, false],
    [{ admits: false }, false],
    [{ state: 'closed' }, false],
  ])('%j takes proposals: %s', (change, takes) => {
    expect(takesProposals({ ...open, ...change }, '2026-11-30')).toBe(takes)
  })
})
