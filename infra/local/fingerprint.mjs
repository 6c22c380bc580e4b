import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './folders.mjs'

const generated = new Set(['node_modules', 'dist', 'build', '.svelte-kit', 'paraglide', 'coverage'])

/**
 * A digest of the names, sizes and times of all files under `paths` (relative to the root), which changes when a build
 * from them may differ.
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
  if (stat.isFile()) hash.update(`${relative(root, path)} ${stat.size} ${stat.mtimeMs}\n`)
  if (!stat.isDirectory()) return
  const names = readdirSync(path).filter((name) => !generated.has(name))
  for (const name of names.toSorted()) addTo(hash, join(path, name))
}
