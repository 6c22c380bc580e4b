import fc from 'fast-check'
import { expect, test } from 'vitest'

import { fold } from '../text.ts'
import { sameLocality } from './nearest-site.ts'

const at = (locality: string) => ({ country: 'PE', region: null, locality, latitude: null, longitude: null })
const letter = fc.constantFrom('a', 'A', 'á', 'Á', 'e', 'É', 'ñ', 'n', 'N', 'ﬁ', 'f', 'i', 'İ', ' ', 'e\u0301', '7')
const name = fc.array(letter, { maxLength: 3 }).map((letters) => letters.join(''))

test('two names are the same where they fold to the same, whatever their first letter tells sooner', () => {
  const seen = new Set<boolean>()
  fc.assert(
    fc.property(name, name, (one, other) => {
      const same = fold(one) === fold(other)
      seen.add(same)
      expect(sameLocality(at(one), at(other))).toBe(same)
    }),
    { numRuns: 2000 },
  )
  expect(seen.size).toBe(2)
})
