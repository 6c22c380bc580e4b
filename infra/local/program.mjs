import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * @typedef {object} Command
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env all it gets to see; nothing is inherited silently
 * @property {string} log file that takes its output
 * @property {NodeJS.Signals} stopSignal
 * @property {import('./guard.mjs').Guard} guard
 * @property {number} [uid]
 * @property {number} [gid]
 */

/**
 * A child process that was started in the background.
 * @typedef {object} Program
 * @property {number | undefined} pid undefined when it could not be started
 * @property {() => boolean} isRunning
 * @property {Promise<string>} ended how it ended, as one says it ("exit code 1", "SIGKILL")
 * @property {(signal?: NodeJS.Signals) => Promise<void>} end resolves when it is gone; SIGKILL after 10 s
 */

const patienceMs = 10_000

/**
 * Starts a program that outlives Ctrl-C (which reaches a whole terminal) but not us: the guard sees to that.
 * @param {Command} command
 * @returns {Program}
 */
export function startProgram({ command, args, env, log, stopSignal, guard, uid, gid }) {
  mkdirSync(dirname(log), { recursive: true })
  const output = openSync(log, 'a')
  const owner = uid === undefined || gid === undefined ? {} : { uid, gid }
  const child = spawn(command, args, { detached: true, stdio: ['ignore', output, output], env, ...owner })
  closeSync(output)
  const { pid } = child
  if (pid !== undefined) guard.watch(pid, stopSignal)
  let running = pid !== undefined
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  void ended.then(() => {
    running = false
    if (pid !== undefined) guard.forget(pid)
  })
  /** @param {NodeJS.Signals} signal */
  const end = async (signal = stopSignal) => {
    if (!running) return
    child.kill(signal)
    const patience = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    await ended
    clearTimeout(patience)
  }
  return { pid, isRunning: () => running, ended, end }
}

/**
 * The last lines of a log, to say why a program failed.
 * @param {string} log
 * @returns {string}
 */
export function lastWords(log) {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
}
