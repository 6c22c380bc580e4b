import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import postgres from 'postgres'

/** Beside the sources, and beside what is compiled of them; a program in one file lies a folder deeper. */
const folder =
  ['../migrations/', '../../migrations/']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path)) ?? ''
/** Any number serves, as long as all migrators take the same lock. */
const lockKey = 7_203_114

/**
 * Brings the schema up to date as the owner: applies the files of migrations/ in the order of their names, each in
 * a transaction, once. Two processes may call it at the same time. A file changed after it was applied is refused.
 * @returns the names applied now
 */
export async function migrate(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  const applied: string[] = []
  try {
    await sql`select pg_advisory_lock(${lockKey})`
    await sql`create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default clock_timestamp())`
    const known = new Map(
      (await sql<{ name: string; sha256: string }[]>`select name, sha256 from migrations`).map((row) => [
        row.name,
        row.sha256,
      ]),
    )
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted()) {
      const text = await readFile(new URL(name, `file://${folder}`), 'utf8')
      const sha256 = createHash('sha256').update(text).digest('hex')
      const before = known.get(name)
      if (before === sha256) continue
      if (before !== undefined)
        throw new Error(`migration ${name} was changed after it was applied; start afresh or add a new file`)
      await sql.begin(async (tx) => {
        await tx.unsafe(text)
        await tx`insert into migrations (name, sha256) values (${name}, ${sha256})`
      })
      applied.push(name)
    }
    return applied
  } finally {
    await sql.end({ timeout: 5 })
  }
}
