import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ pid: number, birth: string, port: number }} Running */

/**
 * @param {string} name
 * @param {string} folder
 * @param {number} pid
 * @param {number} port
 */
export function record(name, folder, pid, port) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(fileOf(name, folder), JSON.stringify({ pid, birth: birthOf(pid), port }))
}

/**
 * @param {string} name
 * @param {string} folder
 */
export function forget(name, folder) {
  rmSync(fileOf(name, folder), { force: true })
}

/**
 * The instance that already runs on this folder's data, if it is the one we mean and answers.
 * @param {Pick<import('./service.mjs').Recipe, 'name' | 'answers'>} recipe
 * @param {string} folder
 * @returns {Promise<Running | undefined>}
 */
export async function recorded({ name, answers }, folder) {
  const file = fileOf(name, folder)
  if (!existsSync(file)) return undefined
  /** @type {Running} */
  const running = JSON.parse(readFileSync(file, 'utf8'))
  const same = isAlive(running.pid) && birthOf(running.pid) === running.birth
  return same && (await answers(running.port)) ? running : undefined
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/**
 * Process ids are used again, after a reboot above all; the time a process was born tells two of them apart.
 * @param {number} pid
 * @returns {string} Linux' clock ticks since boot, with the boot's own name; empty on other systems
 */
function birthOf(pid) {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? ''
    return `${boot} ${afterName.split(' ')[19]}`
  } catch {
    return ''
  }
}

/**
 * @param {string} name
 * @param {string} folder
 */
function fileOf(name, folder) {
  return join(folder, `${name}.json`)
}
