const everyMs = 15_000

/** The time of the page, so that all "minutes ago" move together and one timer serves them all. */
class Clock {
  now = $state(Date.now())
  #readers = 0
  #timer: ReturnType<typeof setInterval> | undefined

  /** Keeps the clock running while somebody looks; gives back how to stop looking. */
  watch(): () => void {
    this.#readers += 1
    if (this.#readers === 1) {
      this.now = Date.now()
      this.#timer = setInterval(() => (this.now = Date.now()), everyMs)
    }
    return () => {
      this.#readers -= 1
      if (this.#readers === 0) clearInterval(this.#timer)
    }
  }
}

export const clock = new Clock()
