import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isExecutable, onPath, run } from './binary.mjs'

// Redis and those of its libraries that a plain Debian does not have; names differ between releases.
const wanted = /^(redis-server|redis-tools|libjemalloc|liblzf|libatomic|liblua|lua-|libhiredis)/

/**
 * Downloads Debian's Redis packages and unpacks them under `folder` (no root needed); undefined where there is no apt.
 * @param {string} folder
 * @returns {Promise<import('./binary.mjs').Binary | undefined>}
 */
export async function debianRedis(folder) {
  const unpacked = join(folder, 'unpacked')
  const path = join(unpacked, 'usr/bin/redis-server')
  if (!isExecutable(path)) {
    if (!onPath('apt-get') || !onPath('dpkg')) return undefined
    await unpack(folder, unpacked)
  }
  const libraries = join(unpacked, 'usr/lib')
  const folders = existsSync(libraries) ? readdirSync(libraries).map((name) => join(libraries, name)) : []
  const env = { LD_LIBRARY_PATH: [libraries, ...folders].join(':') }
  return isExecutable(path) ? { path, origin: 'Redis from Debian packages', env } : undefined
}

/**
 * @param {string} folder
 * @param {string} unpacked
 */
async function unpack(folder, unpacked) {
  const debs = join(folder, 'packages')
  rmSync(debs, { recursive: true, force: true })
  mkdirSync(debs, { recursive: true })
  mkdirSync(unpacked, { recursive: true })
  await download(debs, []).catch(async () => {
    const own = await ownLists(folder)
    await download(debs, own)
  })
  const files = readdirSync(debs).filter((name) => name.endsWith('.deb'))
  for (const file of files) await run('dpkg', ['-x', join(debs, file), unpacked])
}

/**
 * @param {string} debs
 * @param {string[]} options
 */
async function download(debs, options) {
  const links = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'].map((link) => `--no-${link}`)
  const { stdout } = await run('apt-cache', [...options, 'depends', '--recurse', ...links, 'redis-server'])
  const names = stdout.split('\n').filter((line) => wanted.test(line))
  await run('apt-get', [...options, 'download', ...names], { cwd: debs })
}

/**
 * A new machine has no package lists, and only root may fetch them for all: so fetch them for us alone.
 * @param {string} folder
 * @returns {Promise<string[]>} options that make apt use them
 */
async function ownLists(folder) {
  const [state, archives] = [join(folder, 'apt/lists'), join(folder, 'apt/archives')]
  for (const each of [state, archives]) mkdirSync(join(each, 'partial'), { recursive: true })
  const options = ['-o', `Dir::State::Lists=${state}`, '-o', `Dir::Cache=${join(folder, 'apt')}`]
  await run('apt-get', [...options, 'update'])
  return options
}
