import { setTimeout as sleep } from 'node:timers/promises'

/** So long what nobody waits for lets the others come, and so long it waits for them at most, in milliseconds. */
const headStartMs = 6
const patienceMs = 300

/**
 * What somebody waits for at a screen goes before what nobody does. One event obliges us to several reactions, whose jobs
 * come together, and this process has one thread and Postgres one disk for all of them.
 */
export class RightOfWay {
  #going = 0
  #waiting: (() => void)[] = []

  /** Whether nobody waits for anything that is being carried out. */
  get isClear(): boolean {
    return this.#going === 0
  }

  /** Carries out what somebody waits for, at once. */
  async first<T>(work: () => Promise<T>): Promise<T> {
    this.#going += 1
    try {
      return await work()
    } finally {
      this.#going -= 1
      if (this.#going === 0) for (const go of this.#waiting.splice(0)) go()
    }
  }

  /** Carries out what nobody waits for as soon as the others are through, or after `patienceMs`. */
  async after<T>(work: () => Promise<T>): Promise<T> {
    await sleep(headStartMs)
    if (this.#going > 0) await this.#passed()
    return work()
  }

  #passed(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs)
      this.#waiting.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }
}
