import { describe, expect, it } from 'vitest'

import { expectationsOf } from './expectations.ts'

const day = { hosts: 10, visitors: 40, wishes: 200, agreed: 100, held: 72, missed: 8 }

describe('expectations', () => {
  it('are what past matchdays say, and as unsure as those were different', () => {
    const told = expectationsOf([day, { ...day, visitors: 60, wishes: 300, agreed: 150 }], [], 'es')
    expect(told.visitors).toEqual({ expected: 50, give: 0.2 })
    expect(told.wishes.expected).toBe(5)
    expect(told.acceptance).toEqual({ expected: 0.5, give: 0.1 })
    expect(told.noShows.expected).toBeCloseTo(0.1)
    expect(told.languages).toEqual([{ language: 'es', hosts: 100, visitors: 100 }])
  })

  it('are the usual ones for what no past matchday says', () => {
    const silent = { ...day, wishes: 0, agreed: 0, held: 0, missed: 0 }
    const told = expectationsOf([silent], [], 'es')
    expect(told.hosts).toEqual({ expected: 10, give: 0.2 })
    expect([told.acceptance.expected, told.noShows.expected]).toEqual([0.6, 0.1])
    expect(expectationsOf([], [], 'es').visitors.expected).toBe(60)
  })

  it('take languages from those who named theirs', () => {
    const told = expectationsOf([], [{ language: 'en', hosts: 1, visitors: 3, several: 1 }], 'es')
    expect(told.languages).toEqual([{ language: 'en', hosts: 1, visitors: 3 }])
    expect(told.bilingual).toBe(0.25)
  })
})
