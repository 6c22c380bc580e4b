import { describe, expect, it } from 'vitest'
import { instantOf, localOf } from './local-moment.ts'

describe('a moment by the reader’s clock', () => {
  it('comes back as the instant it was', () => {
    expect(instantOf(localOf('2026-03-29T16:05:00.000Z'))).toBe('2026-03-29T16:05:00.000Z')
  })

  it('is nothing while it is not complete', () => {
    expect([localOf(null), instantOf(''), instantOf('2026-03-')]).toEqual(['', null, null])
  })
})
