import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { faultsOf } from './check.ts'
import type { SelectionQuestion, Wish } from './question.ts'
import { select } from './select.ts'

const wishes: readonly Wish[] = ['must', 'meet', 'none', 'none', 'no-thanks']
const types = ['a', 'b']

/** Small matchdays in which much is scarce: slots, rooms, partners, languages. */
const questions = (interpreted: boolean): fc.Arbitrary<SelectionQuestion> =>
  fc.record({ hosts: fc.integer({ min: 1, max: 4 }), visitors: fc.integer({ min: 1, max: 6 }) }).chain((size) => {
    const slots = fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 })
    const participant = (side: 'host' | 'visitor') =>
      fc.record({
        side: fc.constant(side),
        standing: fc.constantFrom('buyer' as const, 'small' as const, 'other' as const),
        type: fc.constantFrom(...types),
        languages: interpreted ? fc.constantFrom(['es'], ['en'], ['es', 'en']) : fc.constant(['es']),
        slots,
        atLeast: fc.integer({ min: 0, max: 3 }),
        atMost: fc.integer({ min: 1, max: 4 }),
        quotas: fc.uniqueArray(
          fc.record({
            type: fc.constantFrom(...types),
            atLeast: fc.constantFrom(0, 0, 1),
            atMost: fc.integer({ min: 0, max: 3 }),
          }),
          { selector: ({ type }) => type, maxLength: 2 },
        ),
      })
    const places = size.hosts * size.visitors
    const wish = fc.constantFrom(...wishes)
    return fc.record({
      participants: fc
        .tuple(
          fc.array(participant('host'), { minLength: size.hosts, maxLength: size.hosts }),
          fc.array(participant('visitor'), { minLength: size.visitors, maxLength: size.visitors }),
        )
        .map(([hosts, visitors]) => [...hosts, ...visitors]),
      candidates: fc.uniqueArray(fc.integer({ min: 0, max: places - 1 }), { maxLength: places }).chain((at) =>
        fc.tuple(
          ...at.map((one) =>
            fc.record({
              host: fc.constant(one % size.hosts),
              visitor: fc.constant(size.hosts + Math.floor(one / size.hosts)),
              score: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
              hostWish: wish,
              visitorWish: wish,
              metBefore: fc.boolean(),
            }),
          ),
        ),
      ),
      neverWith: fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: size.hosts - 1 }),
          fc.integer({ min: size.hosts, max: size.hosts + size.visitors - 1 }),
        ),
        { maxLength: 2 },
      ),
      interpreters: interpreted
        ? fc
            .array(fc.integer({ min: 0, max: 3 }), { maxLength: 1 })
            .map((counts) => counts.map((meetings) => ({ languages: ['es', 'en'] as const, meetings })))
        : fc.constant([]),
      slots: fc.integer({ min: 1, max: 4 }),
      places: fc.integer({ min: 1, max: 3 }),
    })
  })

describe('a selection', () => {
  it('meets every floor or proves which ones block each other, in 1,000 matchdays', async () => {
    await fc.assert(
      fc.asyncProperty(questions(false), async (question) => {
        const selection = await select(question, { top: 2 })
        expect(selection.integral).toBe(true)
        expect(faultsOf(question, selection)).toEqual([])
      }),
      { numRuns: 1000, seed: 1 },
    )
  })
})
