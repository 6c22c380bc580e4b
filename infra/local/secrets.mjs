import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The secrets of a local installation, each made once and kept where only its user can read them.
 * @param {string} file
 * @returns {{ session: string, meilisearch: string, audit: string }}
 */
export function secretsIn(file) {
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const secrets = {
    session: randomBytes(32).toString('base64url'),
    meilisearch: randomBytes(24).toString('base64url'),
    audit: randomBytes(32).toString('base64'),
    ...kept,
  }
  if (Object.keys(secrets).some((name) => !(name in kept))) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 })
  }
  return secrets
}
