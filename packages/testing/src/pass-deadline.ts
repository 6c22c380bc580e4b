import { asSystem, openDatabase } from '@enlace/database'
import { sql } from 'drizzle-orm'

import type { SharedHouse } from './shared-house.ts'

/** Lets the deadline of a call pass, since no test waits for days. */
export async function passDeadline({ environment }: SharedHouse, callId: string): Promise<void> {
  const database = openDatabase({ url: environment['DATABASE_URL'] ?? '', role: 'enlace_system', maxConnections: 1 })
  try {
    await asSystem(database, (tx) =>
      tx.execute(sql`update calls set deadline = clock_timestamp() - interval '1 second' where id = ${callId}`),
    )
  } finally {
    await database.close()
  }
}
