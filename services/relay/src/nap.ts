export type Nap = {
  /** From here on a wake counts for the next wait. */
  readonly begin: () => void
  /** Ends the wait, or keeps the next one from starting. */
  readonly wake: () => void
  /** Waits that long, or until woken. */
  readonly take: (ms: number) => Promise<void>
}

/** A wait that can be cut short, and that does not miss a wake which comes before it. */
export function createNap(): Nap {
  let woken = false
  let end: () => void = () => undefined
  return {
    begin: () => {
      woken = false
    },
    wake: () => {
      woken = true
      end()
    },
    take: (ms) =>
      new Promise((resolve) => {
        if (woken) return resolve()
        const timer = setTimeout(resolve, ms)
        end = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
  }
}
