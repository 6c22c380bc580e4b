import { fork } from 'node:child_process'

import type { Door, Tally } from './crowd.ts'

const patienceMs = 180_000

/** Holds so many connections in a process of its own, and says how they fare. */
export function holdSockets(door: Door & { readonly connections: number }) {
  const child = fork(
    new URL('./hold-sockets.main.js', import.meta.url),
    Object.entries(door).map(([name, value]) => `--${name}=${value}`),
  )
  let tally: Tally = { listening: 0, heard: 0, presences: 0, resumed: 0, lost: 0 }
  let look = (): void => undefined
  child.on('message', (told) => {
    tally = told as Tally
    look()
  })
  return {
    tally: () => tally,
    /** Resolves when the connections fare so; one may wait at a time. */
    until: (wanted: (tally: Tally) => boolean): Promise<void> =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`the connections did not come so far: ${JSON.stringify(tally)}`)),
          patienceMs,
        )
        look = () => {
          if (!wanted(tally)) return
          clearTimeout(timer)
          look = () => undefined
          resolve()
        }
        look()
      }),
    close: (): void => void child.kill('SIGKILL'),
  }
}
