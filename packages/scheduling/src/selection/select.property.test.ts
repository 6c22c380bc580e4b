import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { faultsOf } from './check.ts'
import type { SelectionQuestion, Wish } from './question.ts'
import { select } from './select.ts'
import { firstMeetings, weightOf } from './weight.ts'

const wishes: readonly Wish[] = ['must', 'must', 'meet', 'meet', 'none', 'none', 'none', 'no-thanks']
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
        atLeast: fc.constantFrom(0, 0, 0, 0, 1, 1, 2),
        atMost: fc.integer({ min: 1, max: 4 }),
        quotas: fc.uniqueArray(
          fc.record({
            type: fc.constantFrom(...types),
            atLeast: fc.constantFrom(0, 0, 0, 1),
            atMost: fc.integer({ min: 0, max: 3 }),
          }),
          { selector: ({ type }) => type, maxLength: 1 },
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
      candidates: fc
        .uniqueArray(fc.integer({ min: 0, max: places - 1 }), { minLength: Math.ceil(places / 2), maxLength: places })
        .chain((at) =>
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

/** What a choice comes to, reckoned the slow way: floors missed, then worth. */
function outcomeOf(question: SelectionQuestion, chosen: readonly number[]) {
  const { participants, candidates } = question
  const met = chosen.flatMap((at) => candidates[at] ?? [])
  const has = (who: number, type: string | null): number =>
    met.filter(({ host, visitor }) => {
      const partner = host === who ? visitor : host
      return (host === who || visitor === who) && (type === null || participants[partner]?.type === type)
    }).length
  const short = (floor: number, count: number): number => Math.max(0, floor - count)
  const missing = participants.map(
    ({ atLeast, quotas }, who) =>
      short(atLeast, has(who, null)) +
      quotas.reduce((sum, { type, atLeast: floor }) => sum + short(floor, has(who, type)), 0),
  )
  const firsts = participants.map(({ standing }, who) =>
    firstMeetings[standing].slice(0, has(who, null)).reduce((sum, first) => sum + first, 0),
  )
  const total = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0)
  return { missing: total(missing), worth: total(firsts) + total(met.map((one) => weightOf(one) ?? 0)) }
}

const nothingTold = { worth: 0, bound: 0, missing: [], bottlenecks: [], barred: new Map(), integral: true }
const nothingDone = { pairs: 0, of: 0, solved: 0 }

/** The best of all choices there are. */
function bestOf(question: SelectionQuestion) {
  const choices = Array.from({ length: 2 ** question.candidates.length }, (_, bits) =>
    question.candidates.flatMap((_candidate, at) => ((bits >> at) & 1 ? [at] : [])),
  )
  return choices
    .filter((chosen) =>
      faultsOf(question, { ...nothingTold, effort: nothingDone, chosen }).every(
        ({ fault }) => fault !== 'too-many' && fault !== 'may-not-meet',
      ),
    )
    .map((chosen) => outcomeOf(question, chosen))
    .reduce((best, one) =>
      one.missing < best.missing || (one.missing === best.missing && one.worth > best.worth) ? one : best,
    )
}

const tiny = (interpreted: boolean) =>
  questions(interpreted).map((question) => ({ ...question, candidates: question.candidates.slice(0, 8) }))

describe('a selection', () => {
  it('meets every floor or proves which ones block each other, in 1,000 matchdays', async () => {
    let blocked = 0
    await fc.assert(
      fc.asyncProperty(questions(false), async (question) => {
        const selection = await select(question, { top: 2 })
        if (selection.missing.length > 0) blocked += 1
        expect(selection.integral).toBe(true)
        expect(faultsOf(question, selection)).toEqual([])
      }),
      { numRuns: 1000, seed: 1 },
    )
    expect(blocked).toBeGreaterThan(300)
    expect(blocked).toBeLessThan(950)
  })

  it.each([
    { says: 'of a network', interpreted: false },
    { says: 'with interpreters, where the program may leave halves', interpreted: true },
  ])('is the best of all there are, $says', async ({ interpreted }) => {
    await fc.assert(
      fc.asyncProperty(tiny(interpreted), async (question) => {
        const selection = await select(question, { top: 2 })
        const outcome = outcomeOf(question, selection.chosen)
        const best = bestOf(question)
        expect(outcome.missing).toBe(best.missing)
        expect(outcome.worth).toBeCloseTo(best.worth, 6)
        expect(selection.worth).toBeCloseTo(best.worth, 6)
      }),
      { numRuns: 150, seed: 2 },
    )
  })
})
