import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { data, root } from './folders.mjs'
import { lastWords } from './program.mjs'

/** @typedef {{ signal: AbortSignal, env?: NodeJS.ProcessEnv, cwd?: string }} StepOptions */

/**
 * Runs one command to its end, its output in a log; throws with the log's last lines if it fails.
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @param {StepOptions} options
 * @returns {Promise<void>}
 */
export async function runStep(name, command, args, { signal, env = process.env, cwd = root }) {
  signal.throwIfAborted()
  const log = join(data.logs, `${name}.log`)
  mkdirSync(data.logs, { recursive: true })
  const output = openSync(log, 'w')
  const child = spawn(command, args, { cwd, env, signal, stdio: ['ignore', output, output] })
  closeSync(output)
  const how = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, by) => resolve(by ?? code))
  })
  signal.throwIfAborted()
  if (how !== 0) throw new Error(`${name} failed (${how}). Its last words:\n${lastWords(log)}`)
}
