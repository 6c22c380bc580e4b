import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { smallDay } from '../generate-small.ts'
import type { Instance } from '../instance.ts'
import { unplaced, type Plan } from '../plan.ts'
import { randomFrom } from '../random.ts'
import { construct } from '../search/construct.ts'
import { breaksOf, verify } from '../verify.ts'
import { Board } from './board.ts'
import { Chain, evenCost } from './chain.ts'
import { planOf, Seats } from './seats.ts'

/** How even the runs of all are: of each, what the squares of their lengths lack of the square of all their meetings. */
function evenness({ participants, meetings }: Instance, { slots }: Plan): number {
  return participants.reduce((sum, _, one) => {
    const own = meetings.flatMap((meeting, at) => (meeting.participants.includes(one) ? [slots[at] ?? unplaced] : []))
    const times = own.filter((slot) => slot !== unplaced).toSorted((a, b) => a - b)
    const runs: number[] = []
    for (const [at, slot] of times.entries())
      if (at > 0 && slot - 1 === times[at - 1]) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1
      else runs.push(1)
    return sum - runs.reduce((squares, length) => squares + length ** 2, 0) / Math.max(1, own.length) ** 2
  }, 0)
}

it('an exchange breaks no rule, costs what was said, and is undone by itself', () => {
  let exchanged = 0
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = randomFrom(seed)
      const instance = { ...smallDay(seed, 9), spread: null }
      const board = new Board(instance)
      const [seats, chain] = [new Seats(instance, board, true), new Chain(board)]
      construct(board, seats)
      for (let done = 0; done < 20; done += 1) {
        const meeting = random.below(board.meetings)
        const to = random.below(board.slots)
        const from = board.slotOf[meeting] ?? unplaced
        if (from === unplaced || from === to || !chain.grow(meeting, to, board.meetings, Infinity)) continue
        const state = () => ({ plan: planOf(board, seats), breaks: board.breaks, cells: [...board.at] })
        const before = state()
        const isDone = seats.exchange(chain)
        expect(verify(instance, planOf(board, seats))).toEqual([])
        // An exchange for which there are no places leaves everything as it was.
        expect(isDone || JSON.stringify(state()) === JSON.stringify(before)).toBe(true)
        if (!isDone) continue
        exchanged += 1
        expect(board.breaks).toBe(breaksOf(instance, planOf(board, seats)))
        const evened = evenness(instance, planOf(board, seats)) - evenness(instance, before.plan)
        expect(chain.delta).toBeCloseTo(board.breaks - before.breaks + evenCost * evened, 9)
        if (random.share() < 0.5) continue
        chain.exchange()
        expect([board.breaks, [...board.at]]).toEqual([before.breaks, before.cells])
        chain.exchange()
      }
    }),
    { numRuns: 300 },
  )
  expect(exchanged).toBeGreaterThan(300)
})
