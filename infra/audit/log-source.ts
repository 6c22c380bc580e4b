import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

import type { LogLine, SignedCheckpoint } from '@enlace/audit-log'
import type postgres from 'postgres'

/** A log to be verified: the checkpoint that comes with it, and its entries in their order. */
export type LogSource = { readonly own: SignedCheckpoint | null; readonly lines: AsyncIterable<LogLine> }

/** A file as the export makes it: the checkpoint in its first line, then an entry a line. */
export async function logInFile(path: string): Promise<LogSource> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity })[Symbol.asyncIterator]()
  const first = parse((await lines.next()).value ?? '')
  const own = 'checkpoint' in first && 'signature' in first ? (first as SignedCheckpoint) : null
  return { own, lines: entriesOf(own === null ? first : null, lines) }
}

async function* entriesOf(first: object | null, lines: AsyncIterator<string>): AsyncGenerator<LogLine> {
  if (first !== null) yield first as LogLine
  for (let next = await lines.next(); next.done !== true; next = await lines.next())
    if (next.value !== '') yield parse(next.value) as LogLine
}

/** A line that is no JSON is a line without an index, which the check calls unreadable. */
function parse(line: string): object {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

type Sql = postgres.Sql | postgres.TransactionSql

/** The log in a database, read by a role that sees all of it. */
export async function logInDatabase(sql: Sql): Promise<LogSource> {
  const [own = null] = await sql<SignedCheckpoint[]>`
    select checkpoint, signature from audit_checkpoints order by size desc limit 1`
  return { own, lines: rowsOf(sql) }
}

// Entries and hashes are joined in full, so that one without the other is seen.
async function* rowsOf(sql: Sql): AsyncGenerator<LogLine> {
  const rows = sql<(Omit<LogLine, 'index'> & { index: string })[]>`
    select coalesce(entries.index, leaves.position) as index, encode(leaves.hash, 'base64') as hash,
      to_char(entries.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, entries.body, facts.facts, facts.salt
    from audit_entries as entries full join (select * from audit_nodes where level = 0) as leaves on leaves.position = entries.index
      left join audit_facts as facts on facts.index = entries.index
    order by 1`
  for await (const page of rows.cursor(1_000))
    for (const row of page)
      // Whoever sees all sees a hash without an entry for what it is: an entry that is gone.
      yield { ...row, index: Number(row.index), hash: row.body === null ? null : row.hash }
}
