const shortestMs = 300
const firstWaitMs = 1000
const longestWaitMs = 30_000

/**
 * Asks where there is no websocket: again as soon as it was answered, by a server that waits until there is more to tell,
 * or after as many ms as `ask` says; later each time while no answer comes, and not while nobody looks at the page.
 * It ends when the returned function is called.
 */
export function askAgain(ask: () => Promise<number>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let [failed, asking, ended] = [0, false, false]
  const run = async (): Promise<void> => {
    clearTimeout(timer)
    if (asking || ended || document.visibilityState !== 'visible') return
    asking = true
    const wait = await ask().then(
      (ms) => {
        failed = 0
        return Math.max(shortestMs, ms)
      },
      () => {
        failed += 1
        return Math.min(longestWaitMs, firstWaitMs * 2 ** (failed - 1)) * (0.5 + Math.random() / 2)
      },
    )
    asking = false
    if (!ended) timer = setTimeout(look, wait)
  }
  const look = (): void => void run()
  look()
  addEventListener('online', look)
  document.addEventListener('visibilitychange', look)
  return () => {
    ended = true
    clearTimeout(timer)
    removeEventListener('online', look)
    document.removeEventListener('visibilitychange', look)
  }
}
