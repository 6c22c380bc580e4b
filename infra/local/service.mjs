import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './ports.mjs'
import { lastWords, startProgram } from './program.mjs'
import { forget, record, recorded } from './service-record.mjs'

/**
 * How one kind of service is found and run.
 * @typedef {object} Recipe
 * @property {string} name
 * @property {string} variable the environment variable that names an instance of the user's own
 * @property {NodeJS.Signals} stopSignal
 * @property {string} advice what a person can do when no program is found
 * @property {(settings: Settings) => Promise<import('./binary.mjs').Binary | undefined>} find the one of this machine
 * @property {(settings: Settings) => import('./binary.mjs').Binary | undefined} [shipped] the one that npm brings
 * @property {(binary: import('./binary.mjs').Binary, settings: Settings) => Promise<string>} prepare makes and returns the data folder
 * @property {(binary: import('./binary.mjs').Binary, data: string, port: number, settings: Settings) => Promise<Call>} call
 * @property {(port: number) => string} url
 * @property {(port: number) => Promise<boolean>} answers
 */

/** @typedef {{ command: string, args: string[], env?: Record<string, string>, uid?: number, gid?: number }} Call */

/**
 * @typedef {object} Settings
 * @property {string} folder where data, logs and records of the services lie
 * @property {string} cache where unpacked programs lie
 * @property {boolean} durable whether data must survive a power cut (Postgres) or the end of the process (Redis)
 * @property {string} key Meilisearch's master key
 * @property {import('./guard.mjs').Guard} guard
 * @property {() => Promise<void>} [installed] waits for the programs that npm ships; without it they are there
 */

/**
 * A service in use. `stop`, `kill` and `restart` do nothing to a service that we did not start.
 * @typedef {object} Service
 * @property {string} name
 * @property {string} url
 * @property {string} origin where it came from, as one reads it in a progress line
 * @property {boolean} ours
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} kill ends it at once (SIGKILL), for fault tests
 * @property {() => Promise<void>} restart starts it again on the same port and the same data
 */

const attempts = 3
const startTimeoutMs = 30_000

/**
 * Finds a service in the order the README promises: named by the environment, already running on our data, found on
 * the machine or shipped; the last is started on a free port and waited for.
 * @param {Recipe} recipe
 * @param {Settings} settings
 * @returns {Promise<Service>}
 */
export async function bringUp(recipe, settings) {
  const { name, variable } = recipe
  const named = process.env[variable]
  if (named) return foreign(name, named, variable)
  const running = await recorded(recipe, settings.folder)
  if (running) return foreign(name, recipe.url(running.port), `${name} that already runs`)
  const binary = (await recipe.find(settings)) ?? (await shipped(recipe, settings))
  if (!binary) throw new Error(`No ${name} found. ${recipe.advice}`)
  const data = await recipe.prepare(binary, settings)
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOn(await freePort(), recipe, binary, data, settings)
    } catch (error) {
      if (attempt === attempts) throw error
    }
  }
}

/**
 * @param {Recipe} recipe
 * @param {Settings} settings
 */
async function shipped(recipe, settings) {
  await settings.installed?.()
  return recipe.shipped?.(settings)
}

/**
 * @param {string} name
 * @param {string} url
 * @param {string} origin
 * @returns {Service}
 */
function foreign(name, url, origin) {
  const nothing = async () => {}
  return { name, url, origin, ours: false, stop: nothing, kill: nothing, restart: nothing }
}

/**
 * @param {number} port
 * @param {Recipe} recipe
 * @param {import('./binary.mjs').Binary} binary
 * @param {string} data
 * @param {Settings} settings
 * @returns {Promise<Service>}
 */
async function startOn(port, recipe, binary, data, settings) {
  const { name, stopSignal } = recipe
  const log = join(settings.folder, `${name}.log`)
  const call = await recipe.call(binary, data, port, settings)
  const env = { ...process.env, ...binary.env, ...call.env }
  const command = { ...call, env, log, stopSignal, guard: settings.guard }
  const start = async () => {
    const program = startProgram(command)
    const deadline = Date.now() + startTimeoutMs
    while (program.isRunning() && Date.now() < deadline) {
      if (await recipe.answers(port)) {
        record(name, settings.folder, program.pid ?? 0, port)
        return program
      }
      await sleep(20)
    }
    await program.end('SIGKILL')
    throw new Error(`${name} did not start on port ${port}. Its last words:\n${lastWords(log)}`)
  }
  let program = await start()
  /** @param {NodeJS.Signals} [signal] */
  const end = async (signal) => {
    await program.end(signal)
    forget(name, settings.folder)
  }
  const restart = async () => {
    await end()
    program = await patiently(start)
  }
  const origin = binary.origin
  return { name, url: recipe.url(port), origin, ours: true, stop: () => end(), kill: () => end('SIGKILL'), restart }
}

/**
 * What a killed service leaves behind (Postgres' own children, a half-closed port) needs a moment to go.
 * @template T
 * @param {() => Promise<T>} start
 * @returns {Promise<T>}
 */
async function patiently(start) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start()
    } catch (error) {
      if (attempt === 10) throw error
      await sleep(100 * attempt)
    }
  }
}
