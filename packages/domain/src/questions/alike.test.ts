import { describe, expect, it } from 'vitest'

import { alikeFrom, findAlike, questionLikeness } from './alike.ts'

const seals = 'Which seals do you accept for slurry pumps?'

describe('two questions', () => {
  it.each([
    ['the same words', seals, 1],
    ['another case, other accents and signs', 'WHICH SEALS do you áccept, for slurry pumps', 1],
    ['other carrying words', 'Can you accept which seals for the slurry pump?', 1],
    ['one word more', 'Which mechanical seals do you accept for slurry pumps?', 8 / 9],
    ['half of the words', 'Which seals do you accept for gate valves?', 4 / 8],
    ['nothing in common', 'Where is the site visit?', 0],
  ])('with %s', (_what, other, expected) => {
    expect(questionLikeness(seals, other)).toBeCloseTo(expected, 9)
    expect(questionLikeness(other, seals)).toBeCloseTo(expected, 9)
  })

  it('with other numbers ask about other things', () => {
    expect(questionLikeness('Is lot 1 delivered to the site?', 'Is lot 2 delivered to the site?')).toBe(0)
    expect(questionLikeness('Is lot 1 delivered to the site?', 'Is lot 1 to be delivered to the site?')).toBe(1)
  })

  it('of carrying words alone are one only to the letter', () => {
    expect([questionLikeness('How many?', 'how many?'), questionLikeness('How many?', 'How much?')]).toEqual([1, 0])
  })

  it('in Spanish are compared without accents and plurals', () =>
    expect(
      questionLikeness('¿Cuántas válvulas se entregan en la faena?', '¿Cuántas valvulas entrega la faena?'),
    ).toBeGreaterThanOrEqual(alikeFrom))
})

describe('the question that was asked already', () => {
  const asked = [
    { text: 'Which seals do you accept?' },
    { text: 'Which mechanical seals do you accept for pumps?' },
    { text: 'When is the visit?' },
  ]
  it('is the one most alike', () =>
    expect(findAlike('Which mechanical seals do you accept for the pumps', asked)?.asked).toBe(asked[1]))
  it('is none where none is alike enough', () => expect(findAlike('Who pays the freight?', asked)).toBeNull())
})
