import { readCalibration, type Output } from '@enlace/contracts'
import { chanceOf, isBarred, type Chance, type Match } from '@enlace/domain'
import { call } from '../api/call.ts'

/** How often matches of a score were shortlisted, asked for when somebody first looks closer at a match. */
class Chances {
  #calibration = $state.raw<Output<typeof readCalibration> | null>(null)
  #asked: Promise<void> | null = null

  /** Asks once; where it cannot be had, the next look asks again and this one says nothing. */
  ask(): void {
    this.#asked ??= call(readCalibration, {}).then(
      (calibration) => void (this.#calibration = calibration),
      () => void (this.#asked = null),
    )
  }

  /** The chance of a match; "none" where there is too little history; null where nothing can be said of it. */
  of(match: Match): Chance | 'none' | null {
    if (this.#calibration === null || isBarred(match)) return null
    const { weights, steps } = this.#calibration
    if (steps.length === 0) return 'none'
    return weights.includes(match.weights) ? chanceOf(steps, match.score) : null
  }
}

export const chances = new Chances()
