import { describe, expect, it } from 'vitest'

import { askedOf, replaced, toggled } from './address.ts'

describe('the address of a search', () => {
  it('takes a value in beside others of its name and lets it go again', () => {
    const once = toggled(new URLSearchParams('query=steel&country=CL'), 'country', 'PE')
    expect(once.toString()).toBe('query=steel&country=CL&country=PE')
    expect(toggled(once, 'country', 'CL').toString()).toBe('query=steel&country=PE')
  })

  it('holds one value of a name that has one, and none where it is emptied', () => {
    expect(replaced(new URLSearchParams('sort=name'), 'sort', 'newest').toString()).toBe('sort=newest')
    expect(replaced(new URLSearchParams('sort=name'), 'sort', '').toString()).toBe('')
  })

  it('is asked only for the names that are known', () => {
    expect(askedOf(new URLSearchParams('country=CL&country=PE&utm=x'), ['country', 'size'])).toEqual({
      country: ['CL', 'PE'],
      size: [],
    })
  })
})
