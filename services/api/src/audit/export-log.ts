import type { SignedCheckpointView } from '@enlace/contracts'
import { asActor, readLogLines, type Database } from '@enlace/database'
import type { MemberActor } from '@enlace/domain'

const pageSize = 1_000

/** The log up to a checkpoint as lines of JSON, the checkpoint first; no transaction between two pages. */
export async function* logLines(
  database: Database,
  actor: MemberActor,
  { checkpoint, signature, size }: SignedCheckpointView,
): AsyncGenerator<string> {
  yield `${JSON.stringify({ checkpoint, signature })}\n`
  for (let from = 0; from < size; from += pageSize) {
    const lines = await asActor(database, actor, (tx) => readLogLines(tx, { from, size, limit: pageSize }))
    yield lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  }
}
