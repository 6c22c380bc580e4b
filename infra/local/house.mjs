import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './folders.mjs'
import { keepRunning } from './keep-running.mjs'
import { freePort } from './ports.mjs'
import { lastWords } from './program.mjs'

/** Room for the short-lived things of several requests (MB), so that they are not taken for long-lived ones and copied. */
const nodeOptions = ['--enable-source-maps', '--max-semi-space-size=64']

/** @typedef {'api' | 'relay' | 'worker' | 'realtime'} ProcessName */

/**
 * Our four processes at work.
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
 * @property {Record<string, string>} environment what all processes get to know (`environmentOf`)
 * @property {string} logs folder for their output, which begins afresh
 * @property {import('./guard.mjs').Guard} guard
 * @property {(name: ProcessName, how: string, waitMs: number) => void} [crashed]
 */

/** @type {ProcessName[]} */
const names = ['relay', 'worker', 'realtime', 'api']

/**
 * Starts api, relay, worker and realtime from their builds, and starts again each one that ends by itself.
 * @param {HouseOptions} options
 * @returns {Promise<House>}
 */
export async function startHouse({ port, environment, logs, guard, crashed = () => {} }) {
  const [relay, worker, realtime] = [await freePort(), await freePort(), await freePort()]
  const ports = { api: port, relay, worker, realtime }
  const urls = mapNames((name) => `http://127.0.0.1:${ports[name]}`)
  const addresses = { HOST: '127.0.0.1', PUBLIC_URL: urls.api, REALTIME_URL: urls.realtime }
  const processes = mapNames((name) => {
    const own = { PORT: String(ports[name]), PROBE_PORT: String(ports[name]) }
    const env = { ...process.env, ...environment, ...addresses, ...own }
    const args = [...nodeOptions, join(root, 'services', name, 'dist/main.js')]
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
    ready: async ({ timeoutMs = 30_000, signal = new AbortController().signal } = {}) => {
      const patience = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
      await Promise.all(names.map((name) => untilReady(name, urls[name], join(logs, `${name}.log`), patience)))
    },
    stop: async () => {
      await Promise.all(names.map((name) => processes[name].stop()))
    },
  }
}

/**
 * @param {ProcessName} name
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

/**
 * @template T
 * @param {(name: ProcessName) => T} make
 * @returns {Record<ProcessName, T>}
 */
function mapNames(make) {
  return { relay: make('relay'), worker: make('worker'), realtime: make('realtime'), api: make('api') }
}
