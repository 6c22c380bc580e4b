import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isLiving, lifeOf } from './life.mjs'

/** @typedef {import('./life.mjs').Life & { port: number }} Running */

/**
 * @param {string} name
 * @param {string} folder
 * @param {number} pid
 * @param {number} port
 */
export function record(name, folder, pid, port) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(fileOf(name, folder), JSON.stringify({ ...lifeOf(pid), port }))
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
  return isLiving(running) && (await answers(running.port)) ? running : undefined
}

/**
 * @param {string} name
 * @param {string} folder
 */
function fileOf(name, folder) {
  return join(folder, `${name}.json`)
}
