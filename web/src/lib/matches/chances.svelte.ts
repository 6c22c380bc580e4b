import { readCalibration, type Output } from '@enlace/contracts'
import { chanceOf, isBarred, type Chance, type Match } from '@enlace/domain'
import { call } from '../api/call.ts'

/** How often matches of a score were shortlisted, asked for when somebody first looks closer at a match. */
class Chances {
  #calibration = $state.raw<Output<typeof readCalibration> | null>(null)
  #asked = false

  /** Asks once; where it cannot be had, the next look asks again and this one says nothing. */
  ask(): void {
    if (this.#asked) return
    this.#asked = true
    call(readCalibration, {}).then(
      (calibration) => (this.#calibration = calibration),
      () => (this.#asked = false),
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
