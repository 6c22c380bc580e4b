import { expect, it } from 'vitest'
import { partsOf, slot } from './sentence.ts'

it('gives the words and the choices of a sentence in its own order', () => {
  expect(partsOf(`Suppliers who pass ${slot('gates')} in ${slot('country')}`)).toEqual([
    { text: 'Suppliers who pass' },
    { slot: 'gates' },
    { text: 'in' },
    { slot: 'country' },
  ])
  expect(partsOf(`${slot('country')}: ${slot('gates')}.`)).toEqual([
    { slot: 'country' },
    { text: ':' },
    { slot: 'gates' },
    { text: '.' },
  ])
})
