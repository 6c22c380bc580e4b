import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The secrets of a local installation, made once and kept where only its user can read them.
 * @param {string} file
 * @returns {{ session: string, meilisearch: string }}
 */
export function secretsIn(file) {
  if (!existsSync(file)) {
    const fresh = { session: randomBytes(32).toString('base64url'), meilisearch: randomBytes(24).toString('base64url') }
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(fresh), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}
