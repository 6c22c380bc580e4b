import { expect, it } from 'vitest'

import { withField } from './json-text.ts'

it('puts a value that is JSON already behind the others, as it is', () => {
  const text = withField({ name: 'a "name" — ñ', none: undefined, empty: null }, 'list "one"', '[1, {"b":"}"}]')
  expect(text).toBe('{"name":"a \\"name\\" — ñ","empty":null,"list \\"one\\"":[1, {"b":"}"}]}')
  expect(JSON.parse(text)).toEqual({ name: 'a "name" — ñ', empty: null, 'list "one"': [1, { b: '}' }] })
})
