import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './folders.mjs'

const generated = new Set(['node_modules', 'dist', 'build', 'paraglide', 'coverage'])

/**
 * A digest of all files under `paths` (relative to the root) that people write: it changes when a build from them may
 * differ. By content, since tools touch files that they do not change; hidden files and pages are no sources.
 * @param {string[]} paths
 * @returns {string}
 */
export function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, join(root, path))
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addTo(hash, path) {
  if (!existsSync(path)) return
  const stat = statSync(path)
  if (stat.isFile()) hash.update(`${relative(root, path)} ${stat.size}\n`).update(readFileSync(path))
  if (!stat.isDirectory()) return
  const names = readdirSync(path).filter((name) => !generated.has(name) && !/^\.|\.md$/.test(name))
  for (const name of names.toSorted()) addTo(hash, join(path, name))
}
