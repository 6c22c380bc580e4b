import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './folders.mjs'
import { keepRunning } from './keep-running.mjs'
import { freePort } from './ports.mjs'
import { lastWords } from './program.mjs'

/** Room for the short-lived things of several requests (MB), so that they are not taken for long-lived ones and copied. */
const nodeOptions = ['--enable-source-maps', '--max-semi-space-size=64']

/** A process that cannot start says so and ends; one that is merely slow, on a machine with much else to do, is waited for. */
const patienceMs = 120_000

/** @typedef {'api' | 'relay' | 'worker' | 'realtime' | `worker-${number}`} ProcessName */

/**
 * Our processes at work: one of each, and further workers as `worker-2`, `worker-3` and so on.
 * @typedef {object} House
 * @property {string} url where a browser finds it
 * @property {Record<ProcessName, string>} urls where each process answers /health, /ready and /metrics
 * @property {Record<ProcessName, import('./keep-running.mjs').Kept>} processes
 * @property {(options?: { timeoutMs?: number, signal?: AbortSignal }) => Promise<void>} ready resolves when each
 *   process says it is ready; rejects with the last words of one that does not
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {object} HouseOptions
 * @property {number} port where the api listens
 * @property {number} [workers] how many share the reactions, 1 unless told; each holds the market in its memory
 * @property {Record<string, string>} environment what all processes get to know (`environmentOf`)
 * @property {string} logs folder for their output, which begins afresh
 * @property {import('./guard.mjs').Guard} guard
 * @property {(name: ProcessName, how: string, waitMs: number) => void} [crashed]
 */

/**
 * Starts api, relay, workers and realtime from their builds, and starts again each one that ends by itself.
 * @param {HouseOptions} options
 * @returns {Promise<House>}
 */
export async function startHouse({ port, workers = 1, environment, logs, guard, crashed = () => {} }) {
  const further = Array.from({ length: workers - 1 }, (_, at) => /** @type {const} */ (`worker-${at + 2}`))
  /** @type {ProcessName[]} */
  const names = ['relay', 'worker', ...further, 'realtime', 'api']
  /**
   * @template T
   * @param {(name: ProcessName, at: number) => T} make
   */
  const byName = (make) =>
    /** @type {Record<ProcessName, T>} */ (Object.fromEntries(names.map((name, at) => [name, make(name, at)])))

  /** @type {number[]} */
  const ports = []
  for (const name of names) ports.push(name === 'api' ? port : await freePort())
  const urls = byName((_, at) => `http://127.0.0.1:${ports[at]}`)
  const addresses = { HOST: '127.0.0.1', PUBLIC_URL: urls.api, REALTIME_URL: urls.realtime }
  const processes = byName((name, at) => {
    const own = { PORT: String(ports[at]), PROBE_PORT: String(ports[at]) }
    const env = { ...process.env, ...environment, ...addresses, ...own }
    const program = name.startsWith('worker') ? 'worker' : name
    const args = [...nodeOptions, join(root, 'services', program, 'dist/bundle/main.js')]
    const log = join(logs, `${name}.log`)
    rmSync(log, { force: true })
    return keepRunning({ command: process.execPath, args, env, log, stopSignal: 'SIGTERM', guard }, (how, waitMs) =>
      crashed(name, how, waitMs),
    )
  })
  return {
    url: urls.api,
    urls,
    processes,
    ready: async ({ timeoutMs = patienceMs, signal = new AbortController().signal } = {}) => {
      const patience = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
      await Promise.all(
        Object.entries(urls).map(([name, url]) => untilReady(name, url, join(logs, `${name}.log`), patience)),
      )
    },
    stop: async () => {
      await Promise.all(Object.values(processes).map((process) => process.stop()))
    },
  }
}

/**
 * @param {string} name
 * @param {string} url
 * @param {string} log
 * @param {AbortSignal} patience
 */
async function untilReady(name, url, log, patience) {
  while (!patience.aborted) {
    const request = fetch(`${url}/ready`, { signal: AbortSignal.any([patience, AbortSignal.timeout(2_000)]) })
    const ready = await request.then(
      (response) => response.ok,
      () => false,
    )
    if (ready) return
    await sleep(100)
  }
  throw new Error(`${name} did not become ready. Its last words:\n${lastWords(log)}`)
}
