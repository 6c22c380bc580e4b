import { describe, expect, it } from 'vitest'
import { generate, publishedSizes } from '../generate.ts'
import { randomFrom } from '../random.ts'
import { breaksOf, unplacedOf, verify } from '../verify.ts'
import { inSteps, inTime } from './budget.ts'
import { search } from './search.ts'

const forum = publishedSizes['forum-14']
if (forum === undefined) throw new Error('forum-14 has a size')

describe('the search of a timetable', () => {
  it('yields plans that break no rule, each better than the one before', () => {
    const instance = generate(forum, 1)
    const found = [...search(instance, { random: randomFrom(1), budget: inSteps(100_000) })]
    const values = found.map(({ waiting, breaks }) => waiting * 1000 + breaks)
    expect(values).toEqual(values.toSorted((a, b) => b - a))
    expect(new Set(values).size).toBe(values.length)
    for (const { plan, waiting, breaks } of found) {
      expect(verify(instance, plan())).toEqual([])
      expect([unplacedOf(plan()), breaksOf(instance, plan())]).toEqual([waiting, breaks])
    }
    expect(found.at(-1)?.waiting).toBe(0)
  })

  it('gives the same plans for the same seed and steps, and others for another seed', () => {
    const instance = generate(forum, 2)
    const run = (seed: number) => [...search(instance, { random: randomFrom(seed), budget: inSteps(20_000) })].at(-1)
    expect(run(7)?.plan()).toEqual(run(7)?.plan())
    expect(run(7)?.plan()).not.toEqual(run(8)?.plan())
  })

  it('ends when the clock handed in says so', () => {
    let now = 0
    const budget = inTime(10, () => (now += 1))
    const found = [...search(generate(forum, 3), { random: randomFrom(1), budget })]
    expect(now).toBe(11)
    expect(found.length).toBeGreaterThan(0)
  })
})
