import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isLiving, lifeOf } from './life.mjs'

/**
 * Does `work` while no other process does work under the same folder name; a holder that died is no holder.
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(folder, work) {
  while (!take(folder)) await sleep(100)
  try {
    return await work()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} folder
 * @returns {boolean}
 */
function take(folder) {
  const holder = join(folder, 'holder.json')
  try {
    mkdirSync(folder)
    writeFileSync(holder, JSON.stringify(lifeOf(process.pid)))
    return true
  } catch {
    if (isDead(holder)) rmSync(folder, { recursive: true, force: true })
    return false
  }
}

/**
 * @param {string} holder
 * @returns {boolean} false also while the holder has not written who it is
 */
function isDead(holder) {
  try {
    return !isLiving(JSON.parse(readFileSync(holder, 'utf8')))
  } catch {
    return false
  }
}
