import { readFileSync } from 'node:fs'

/**
 * One process and no other: ids are used again, after a reboot above all, and the time of birth tells two of them apart.
 * @typedef {{ pid: number, birth: string }} Life
 */

/**
 * @param {number} pid
 * @returns {Life}
 */
export const lifeOf = (pid) => ({ pid, birth: birthOf(pid) })

/**
 * @param {Life} life
 * @returns {boolean}
 */
export const isLiving = ({ pid, birth }) => isThere(pid) && birthOf(pid) === birth

/** @param {number} pid */
function isThere(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // A process of somebody else may not be asked, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * @param {number} pid
 * @returns {string} Linux' clock ticks since boot, with the boot's own name; empty on other systems, and of a process
 *   that has ended and only waits for somebody to ask how
 */
function birthOf(pid) {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? ''
    return afterName.startsWith('Z') ? '' : `${boot} ${afterName.split(' ')[19]}`
  } catch {
    return ''
  }
}
