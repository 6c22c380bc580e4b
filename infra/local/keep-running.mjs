import { startProgram } from './program.mjs'

const firstWaitMs = 500
const longestWaitMs = 30_000
/** A program that lived this long is well; its next crash counts as the first. */
const wellAfterMs = 60_000

/**
 * A program that is started again whenever it ends by itself.
 * @typedef {object} Kept
 * @property {() => number | undefined} pid
 * @property {() => Promise<void>} kill ends it with SIGKILL, for fault tests; it comes back
 * @property {() => Promise<void>} stop ends it for good
 */

/**
 * Keeps a program running, waiting twice as long after each crash in a row.
 * @param {import('./program.mjs').Command} command
 * @param {(how: string, waitMs: number) => void} crashed told of each crash and the wait before the next start
 * @returns {Kept}
 */
export function keepRunning(command, crashed) {
  let stopped = false
  let waitMs = firstWaitMs
  /** @type {NodeJS.Timeout | undefined} */
  let waiting
  let program = start()

  function start() {
    const from = performance.now()
    const started = startProgram(command)
    void started.ended.then((how) => {
      if (stopped) return
      waitMs = performance.now() - from > wellAfterMs ? firstWaitMs : waitMs
      crashed(how, waitMs)
      waiting = setTimeout(() => {
        program = start()
      }, waitMs)
      waitMs = Math.min(waitMs * 2, longestWaitMs)
    })
    return started
  }

  return {
    pid: () => (program.isRunning() ? program.pid : undefined),
    kill: () => program.end('SIGKILL'),
    stop: async () => {
      stopped = true
      clearTimeout(waiting)
      await program.end()
    },
  }
}
