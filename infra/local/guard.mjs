import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * A process of its own that ends what we started when we are gone, however we went: it reads our orders from a pipe,
 * and a pipe closes even after `kill -9`.
 * @typedef {{
 *   watch(pid: number, signal: NodeJS.Signals): void,
 *   forget(pid: number): void,
 *   removeAtEnd(folder: string): void,
 *   close(): void
 * }} Guard
 */

/**
 * Starts a guard. `removeAtEnd` takes only folders named `enlace-*` in the system's temp folder.
 * @returns {Guard}
 */
export function openGuard() {
  const program = fileURLToPath(new URL('guard-process.mjs', import.meta.url))
  const child = spawn(process.execPath, [program], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  const pipe = child.stdin
  child.unref()
  if ('unref' in pipe && typeof pipe.unref === 'function') pipe.unref()
  pipe.on('error', () => {
    // The guard was ended by hand; there is nobody left to order, and nothing else depends on it.
  })
  /** @param {object} what */
  const order = (what) => void pipe.write(`${JSON.stringify(what)}\n`)
  return {
    watch: (pid, signal) => order({ watch: pid, signal }),
    forget: (pid) => order({ forget: pid }),
    removeAtEnd: (folder) => order({ remove: folder }),
    close: () => void pipe.end(),
  }
}
