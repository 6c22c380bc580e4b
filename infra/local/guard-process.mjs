import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

const graceMs = 5_000
/** @type {Map<number, NodeJS.Signals>} */
const watched = new Map()
/** @type {Set<string>} */
const folders = new Set()

// Ctrl-C reaches the whole terminal; this process must outlive the one it guards.
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => {})

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line)
  if (order.watch) watched.set(order.watch, order.signal)
  if (order.forget) watched.delete(order.forget)
  if (order.remove) folders.add(order.remove)
}

for (const [pid, signal] of watched) send(pid, signal)
const deadline = Date.now() + graceMs
while (Date.now() < deadline && [...watched.keys()].some(isAlive)) await sleep(50)
for (const pid of watched.keys()) send(pid, 'SIGKILL')
for (const folder of folders) {
  if (dirname(folder) === tmpdir() && basename(folder).startsWith('enlace-')) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether the process was there
 */
function send(pid, signal) {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

/**
 * An orphan that has ended may wait as a zombie for an init that never asks; it counts as gone.
 * @param {number} pid
 * @returns {boolean}
 */
function isAlive(pid) {
  if (!send(pid, 0)) return false
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return process.platform !== 'linux'
  }
}
