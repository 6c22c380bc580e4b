import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './ports.mjs'

/**
 * How one kind of service is found and run.
 * @typedef {object} Recipe
 * @property {string} name
 * @property {string} variable the environment variable that names an instance of the user's own
 * @property {NodeJS.Signals} stopSignal
 * @property {string} advice what a person can do when no program is found
 * @property {(settings: Settings) => Promise<import('./binary.mjs').Binary | undefined>} find
 * @property {(binary: import('./binary.mjs').Binary, settings: Settings) => Promise<string>} prepare makes and returns the data folder
 * @property {(binary: import('./binary.mjs').Binary, data: string, port: number, settings: Settings) => Promise<Command>} command
 * @property {(port: number) => string} url
 * @property {(port: number) => Promise<boolean>} answers
 */

/** @typedef {{ command: string, args: string[], uid?: number, gid?: number }} Command */

/**
 * @typedef {object} Settings
 * @property {string} folder where data, logs and records of the services lie
 * @property {string} cache where unpacked programs lie
 * @property {boolean} durable whether data must survive a power cut (Postgres) or the end of the process (Redis)
 * @property {string} key Meilisearch's master key
 * @property {import('./guard.mjs').Guard} guard
 */

/**
 * A service in use. `stop`, `kill` and `restart` do nothing to a service that we did not start.
 * @typedef {object} Service
 * @property {string} name
 * @property {string} url
 * @property {string} origin where its program came from, as one reads it in a progress line
 * @property {boolean} ours
 * @property {() => number | undefined} pid
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} kill ends it at once (SIGKILL), for fault tests
 * @property {() => Promise<void>} restart starts it again on the same port and the same data
 */

const attempts = 3
const startTimeoutMs = 30_000

/**
 * Starts a service from its recipe on a free port and waits until it answers.
 * @param {Recipe} recipe
 * @param {Settings} settings
 * @returns {Promise<Service>}
 */
export async function startService(recipe, settings) {
  const binary = await recipe.find(settings)
  if (!binary) throw new Error(`No ${recipe.name} found. ${recipe.advice}`)
  const data = await recipe.prepare(binary, settings)
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const program = await recipe.command(binary, data, port, settings)
    const runner = new Runner(recipe, program, binary.env ?? {}, port, settings)
    try {
      await runner.start()
      return runner.service(binary.origin)
    } catch (error) {
      await runner.kill()
      if (attempt === attempts) throw error
    }
  }
}

/** One program on one port, which can be ended and started again. */
class Runner {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child

  /**
   * @param {Recipe} recipe
   * @param {Command} program
   * @param {Record<string, string>} env
   * @param {number} port
   * @param {Settings} settings
   */
  constructor(recipe, program, env, port, settings) {
    this.recipe = recipe
    this.program = program
    this.env = env
    this.port = port
    this.settings = settings
    this.logFile = join(settings.folder, `${recipe.name}.log`)
  }

  async start() {
    const { command, args, uid, gid } = this.program
    mkdirSync(this.settings.folder, { recursive: true })
    const log = openSync(this.logFile, 'a')
    const owner = uid === undefined || gid === undefined ? {} : { uid, gid }
    const env = { ...process.env, ...this.env }
    // Detached: Ctrl-C must not reach the databases before the services that use them.
    const child = spawn(command, args, { detached: true, stdio: ['ignore', log, log], env, ...owner })
    closeSync(log)
    child.unref()
    this.#child = child
    child.once('error', () => {})
    if (child.pid) this.settings.guard.watch(child.pid, this.recipe.stopSignal)
    await this.#untilItAnswers(child)
  }

  /** @param {import('node:child_process').ChildProcess} child */
  async #untilItAnswers(child) {
    const deadline = Date.now() + startTimeoutMs
    while (Date.now() < deadline) {
      if (child.pid === undefined || hasEnded(child)) break
      if (await this.recipe.answers(this.port)) return
      await sleep(20)
    }
    const lastLines = readFileSync(this.logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
    throw new Error(`${this.recipe.name} did not start on port ${this.port}. Its last words:\n${lastLines}`)
  }

  /** @param {NodeJS.Signals} signal */
  async #end(signal) {
    const child = this.#child
    this.#child = undefined
    if (!child?.pid) return
    const patience = signal === 'SIGKILL' ? undefined : setTimeout(() => child.kill('SIGKILL'), 10_000)
    while (!hasEnded(child)) {
      if (!child.killed) child.kill(signal)
      await sleep(10)
    }
    clearTimeout(patience)
    this.settings.guard.forget(child.pid)
  }

  kill() {
    return this.#end('SIGKILL')
  }

  /**
   * What a killed service leaves behind (Postgres' workers, a half-closed port) may need a moment to go, so a start
   * that fails at once is tried again.
   */
  async restart() {
    await this.#end(this.recipe.stopSignal)
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.start()
      } catch (error) {
        await this.kill()
        if (attempt === 10) throw error
        await sleep(100 * attempt)
      }
    }
  }

  /**
   * @param {string} origin
   * @returns {Service}
   */
  service(origin) {
    return {
      name: this.recipe.name,
      url: this.recipe.url(this.port),
      origin,
      ours: true,
      pid: () => this.#child?.pid,
      stop: () => this.#end(this.recipe.stopSignal),
      kill: () => this.kill(),
      restart: () => this.restart(),
    }
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null
}
