import { setTimeout as sleep } from 'node:timers/promises'

/** So long the last of those that somebody waits for must be over before others begin, and so long these wait at most, in milliseconds. */
const calmMs = 15
const patienceMs = 300

/**
 * What somebody waits for at a screen goes before what nobody does. One event obliges us to several reactions, whose jobs
 * come together, and this process has one thread and Postgres one disk for all of them.
 */
export class RightOfWay {
  #going = 0
  #ended = -Infinity

  /** Carries out what somebody waits for, at once. */
  async first<T>(work: () => Promise<T>): Promise<T> {
    this.#going += 1
    try {
      return await work()
    } finally {
      this.#going -= 1
      this.#ended = performance.now()
    }
  }

  /** Carries out what nobody waits for once the others have passed, or after `patienceMs`. */
  async after<T>(work: () => Promise<T>): Promise<T> {
    const latest = performance.now() + patienceMs
    do await sleep(calmMs)
    while (!this.#calm() && performance.now() < latest)
    return work()
  }

  #calm(): boolean {
    return this.#going === 0 && performance.now() - this.#ended >= calmMs
  }
}
