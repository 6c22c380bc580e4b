import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { textDiff } from './text-diff.ts'

const text = fc
  .array(fc.constantFrom('the', 'buyer', 'pays', 'firm', ' ', '\n', 'x'), { maxLength: 14 })
  .map((all) => all.join(' '))
const without = (kind: string, before: string, after: string): string =>
  textDiff(before, after)
    .filter((part) => part.kind !== kind)
    .map((part) => part.text)
    .join('')

describe('a diff of two texts', () => {
  it('holds both texts, word by word', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(without('added', before, after)).toBe(before)
        expect(without('removed', before, after)).toBe(after)
      }),
    )
  })
  it('of a text with itself changes nothing, and shows one changed word alone', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(textDiff(one, one).every(({ kind }) => kind === 'same')).toBe(true)
      }),
    )
    expect(textDiff('The firm keeps all rights', 'The buyer keeps all rights')).toEqual([
      { kind: 'same', text: 'The ' },
      { kind: 'removed', text: 'firm ' },
      { kind: 'added', text: 'buyer ' },
      { kind: 'same', text: 'keeps all rights' },
    ])
  })
})
