import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { smallDay } from '../generate-small.ts'
import { unplaced } from '../plan.ts'
import { randomFrom } from '../random.ts'
import { construct } from '../search/construct.ts'
import { breaksOf, verify } from '../verify.ts'
import { Board } from './board.ts'
import { Chain } from './chain.ts'
import { planOf, Seats } from './seats.ts'

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
        expect(breaksOf(instance, planOf(board, seats))).toBe(before.breaks + chain.delta)
        expect(board.breaks).toBe(before.breaks + chain.delta)
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
