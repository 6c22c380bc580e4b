import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keptWords } from './kept-words.ts'

const around = fc.string({ unit: 'grapheme', maxLength: 60 })

it('never keeps an address, a digit or more than six short words, and keeps of what is kept all', () => {
  fc.assert(
    fc.property(around, fc.emailAddress(), around, (before, address, after) => {
      const kept = keptWords(`${before} ${address} ${after}`)
      expect(kept).not.toMatch(/[\p{N}@.]/u)
      expect(kept.length).toBeLessThanOrEqual(6 * 25)
      expect(keptWords(kept)).toBe(kept)
    }),
  )
})

it('keeps the words beside an address or a telephone number, and nothing of either', () => {
  const numbers = fc.integer({ min: 100, max: 1e10 }).map((number) => `+${number}`)
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), numbers), (personal) => {
      expect(keptWords(`pumps ${personal}`)).toBe('pumps')
    }),
  )
})
