import { describe, expect, it } from 'vitest'

import { firstFew } from './first-few.ts'

describe('the first few', () => {
  it.each([
    [['3a', '1a', '2a', '1b', '0a'], 3, ['0a', '1a', '1b']],
    [['3a', '3b', '3c'], 2, ['3a', '3b']],
    [['2a', '1a'], 5, ['1a', '2a']],
    [[], 2, []],
  ])('of %j, %i at most, are %j', (all, most, few) => {
    expect(firstFew(all, most, (item) => Number(item[0]))).toEqual(few)
  })
})
