import {
  asSystem,
  readKnownFiles,
  takeOrphans,
  takeUnusedBidFiles,
  type Database,
  type Transaction,
} from '@enlace/database'
import { asId, type FileId } from '@enlace/domain'
import { madeAt, type Storage } from '@enlace/storage'

const dayMs = 86_400_000
const batch = 200

export type SweepPorts = { readonly database: Database; readonly storage: Storage }

type Take = (tx: Transaction, limit: number) => Promise<readonly FileId[]>

/** Removes files that nothing has referred to for a day, as `take` finds them. @returns how many */
async function sweepOrphans({ database, storage }: SweepPorts, take: Take): Promise<number> {
  let swept = 0
  for (;;) {
    const taken = await asSystem(database, (tx) => take(tx, batch))
    for (const id of taken) await storage.remove(id)
    swept += taken.length
    if (taken.length < batch) return swept
  }
}

/**
 * Removes bytes that have lain for a day without a row: of uploads that broke off after storing, and of rows swept by a
 * process that died before it came to the bytes. @returns how many
 */
async function sweepStrays({ database, storage }: SweepPorts, now: number): Promise<number> {
  let swept = 0
  for await (const page of storage.list()) {
    const old = page.filter((id) => madeAt(id) < now - dayMs).map((id) => asId<FileId>(id))
    const known = await asSystem(database, (tx) => readKnownFiles(tx, old))
    const strays = old.filter((id) => !known.has(id))
    for (const id of strays) await storage.remove(id)
    swept += strays.length
  }
  return swept
}

/** Clears away what was uploaded and never used; `now` in milliseconds since 1970. */
export async function sweepFiles(
  ports: SweepPorts,
  now: number,
): Promise<{ readonly orphans: number; readonly strays: number }> {
  const orphans = (await sweepOrphans(ports, takeOrphans)) + (await sweepOrphans(ports, takeUnusedBidFiles))
  return { orphans, strays: await sweepStrays(ports, now) }
}
