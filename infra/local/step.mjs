import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { data, root } from './folders.mjs'
import { lastWords } from './program.mjs'

/**
 * Who ends a step before its time: the signal when we are told to stop, the guard when we are gone without a word. A step
 * that yields leaves the processors to what takes longest.
 * @typedef {{ signal: AbortSignal, guard?: import('./guard.mjs').Guard, yields?: boolean }} Oversight
 */

/** How much a step that yields stands back, on the system's scale of 0 to 19. */
const yielding = 10

/** @typedef {Oversight & { env?: NodeJS.ProcessEnv, cwd?: string }} StepOptions */

/**
 * Runs one command to its end, its output in a log; throws with the log's last lines if it fails.
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @param {StepOptions} options
 * @returns {Promise<void>}
 */
export async function runStep(name, command, args, { signal, guard, yields = false, env = process.env, cwd = root }) {
  signal.throwIfAborted()
  const log = join(data.logs, `${name}.log`)
  mkdirSync(data.logs, { recursive: true })
  const output = openSync(log, 'w')
  // A command may start others (npx starts a shell, that starts pnpm). Where a guard sees to their end they are a group
  // of their own, which one signal ends; without one they stay in ours, so that Ctrl-C reaches them.
  const child = spawn(command, args, { cwd, env, detached: guard !== undefined, stdio: ['ignore', output, output] })
  closeSync(output)
  const { pid } = child
  if (yields && pid !== undefined) setPriority(pid, yielding)
  const whom = pid !== undefined && guard ? -pid : pid
  if (whom !== undefined) guard?.watch(whom, 'SIGTERM')
  const end = () => send(whom)
  signal.addEventListener('abort', end)
  const how = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, by) => resolve(by ?? code))
  })
  signal.removeEventListener('abort', end)
  if (whom !== undefined) guard?.forget(whom)
  signal.throwIfAborted()
  if (how !== 0) throw new Error(`${name} failed (${how}). Its last words:\n${lastWords(log)}`)
}

/** @param {number | undefined} whom a process, or a group as a negative number */
function send(whom) {
  if (whom === undefined) return
  try {
    process.kill(whom, 'SIGTERM')
  } catch {
    // It ended at this moment.
  }
}
