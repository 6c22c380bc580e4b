import { randomFrom, select, waysOf, type SelectionQuestion, type Wish } from '@enlace/scheduling'

import { rounded } from '../load/figures.ts'
import { drawAskings, type Manners } from './askings.ts'
import { firstPlan } from './first-plan.ts'
import { selfBooked } from './self-booking.ts'

const day = 100
/** For the timetable of what was selected; it ends sooner once every meeting has a slot. */
const planSeconds = 2
/** Two weeks of booking; answers take two days on average, and one in ten never comes. */
const usual: Manners = { close: 14 * day, meanAnswer: 2 * day, neverAnswer: 0.1, lapse: 14 * day }
/** As a careful organiser would have it: what is not answered in three days is free again. */
const lapsing: Manners = { ...usual, lapse: 3 * day }
/** Everybody answers at once, so nothing is ever pending: what is left is the order in which requests came. */
const instant: Manners = { ...usual, meanAnswer: 0, neverAnswer: 0 }

type Pair = readonly [number, number]

const pairOf = ({ candidates }: Pick<SelectionQuestion, 'candidates'>, at: number): Pair => {
  const { host, visitor } = candidates[at] ?? { host: 0, visitor: 0 }
  return [host, visitor]
}

/** Meetings, those of them that both sides wished for beforehand, and people who are left without any. */
function outcomeOf({ candidates, participants }: SelectionQuestion, met: readonly number[]) {
  const wishes = (wish: Wish | undefined): boolean => wish === 'must' || wish === 'meet'
  const people = new Set(met.flatMap((at) => pairOf({ candidates }, at)))
  return {
    meetings: met.length,
    mutual: met.filter((at) => wishes(candidates[at]?.hostWish) && wishes(candidates[at]?.visitorWish)).length,
    without: participants.length - people.size,
  }
}

/** The same requests and answers, once booked one at a time and once kept as commitments without a time. */
async function compare(question: SelectionQuestion, manners: Manners, seed: number) {
  const random = randomFrom(seed).share
  const wayOf = waysOf(question)
  const able = { ...question, candidates: question.candidates.filter((one) => wayOf(one).bar === null) }
  const askings = drawAskings(able, manners, random)
  const eager = selfBooked(able, askings, manners, day, random)
  const committed = askings.filter(
    ({ at, answersAfter, yes }) => yes && answersAfter !== null && at + answersAfter < manners.close,
  )
  const commitments = committed.flatMap(({ candidate }) => able.candidates[candidate] ?? [])
  const late = { ...able, candidates: commitments }
  const { chosen } = await select(late)
  return {
    commitments: commitments.length,
    eager: outcomeOf(able, eager),
    late: outcomeOf(late, chosen),
    placed: outcomeOf(late, firstPlan(late, chosen, planSeconds).placed),
  }
}

type Run = Awaited<ReturnType<typeof compare>>

async function over(preferences: (seed: number) => SelectionQuestion, manners: Manners, seeds: readonly number[]) {
  const runs: Run[] = []
  for (const seed of seeds) runs.push(await compare(preferences(seed), manners, seed))
  const mean = (of: (run: Run) => number): number => rounded(runs.reduce((sum, run) => sum + of(run), 0) / runs.length)
  const means = (way: 'eager' | 'late' | 'placed') => ({
    meetings: mean((run) => run[way].meetings),
    mutual: mean((run) => run[way].mutual),
    without: mean((run) => run[way].without),
  })
  const ratio = (of: 'meetings' | 'mutual') => {
    const all = runs.map(({ placed, eager }) => placed[of] / eager[of])
    return {
      mean: mean(({ placed, eager }) => placed[of] / eager[of]),
      least: rounded(Math.min(...all)),
      most: rounded(Math.max(...all)),
    }
  }
  return {
    seeds: runs.length,
    commitments: mean((run) => run.commitments),
    eager: means('eager'),
    late: means('late'),
    latePlaced: means('placed'),
    extraMutual: mean(({ placed, eager }) => placed.mutual - eager.mutual),
    ratio: { meetings: ratio('meetings'), mutual: ratio('mutual') },
  }
}

/**
 * How many more meetings come about when nothing pending blocks a slot: the late way counts only what the timetable
 * found slots for. Self-booking is let off lightly: it keeps no quota, has interpreters without end, and whoever found no slot
 * asks again every day.
 */
export async function lateVersusEager(preferences: (seed: number) => SelectionQuestion, seeds: readonly number[]) {
  return {
    usual: await over(preferences, usual, seeds),
    lapsing: await over(preferences, lapsing, seeds),
    instant: await over(preferences, instant, seeds),
  }
}
