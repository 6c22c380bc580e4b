import { breaksOf, generate, largeDay, unplacedOf, type Instance, type Plan } from '@enlace/scheduling'

import { firstFit } from './first-fit.ts'
import { type Clock, timedSearch } from './timed-search.ts'

/** A day of a thousand people from so many seeds, beside what comes out where everybody books for themselves. */
export function measureLarge(seeds: number, seconds: number, now: Clock, say: (text: string) => void) {
  return Array.from({ length: seeds }, (_, at) => {
    const seed = at + 1
    const instance = generate(largeDay, seed)
    const booked = firstFit(instance)
    const { figures, plan } = timedSearch(instance, seed, seconds * 1000, now)
    const selfBooked = { waiting: unplacedOf(booked), breaks: breaksOf(instance, booked) }
    say(
      `large day ${seed}: ${figures.breaks} breaks, first after ${figures.firstFeasibleMs} ms; booked ${selfBooked.breaks}`,
    )
    return { seed, instance, plan, figures: { ...figures, selfBooked } }
  })
}

export type LargeRun = { readonly seed: number; readonly instance: Instance; readonly plan: Plan }
