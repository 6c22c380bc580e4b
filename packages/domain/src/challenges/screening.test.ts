import { describe, expect, it } from 'vitest'

import { boardDecision } from './screening.ts'

const votes = (text: string) => text.split('').map((one) => ({ yes: one === 'y' }))

describe('a screening board', () => {
  it.each([
    ['', 1, null],
    ['y', 1, 'approved'],
    ['n', 1, 'refused'],
    ['y', 2, null],
    ['yn', 2, null],
    ['yny', 2, 'approved'],
    ['ynn', 2, 'refused'],
    ['yy', 3, null],
    ['nnyyy', 5, 'approved'],
  ] as const)('that voted %s with a quorum of %i has decided %s', (cast, quorum, decided) => {
    expect(boardDecision(votes(cast), quorum)).toBe(decided)
  })
})
