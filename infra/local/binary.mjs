import { execFile } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

/** @typedef {{ path: string, origin: string, env?: Record<string, string> }} Binary */

export const run = promisify(execFile)

/**
 * Finds a program on PATH, or undefined.
 * @param {string} name
 * @returns {string | undefined}
 */
export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

/**
 * @param {string} path
 * @returns {boolean}
 */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/**
 * PREFER=embedded passes the machine's own programs by, so that what npm ships can be tried on any machine.
 * @returns {boolean}
 */
export function prefersEmbedded() {
  return process.env.PREFER === 'embedded'
}
