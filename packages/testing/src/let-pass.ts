import { asSystem, openDatabase } from '@enlace/database'
import { sql } from 'drizzle-orm'
import type { SharedHouse } from './shared-house.ts'

/** Lets the deadline of a call in a house pass, which no clock of a test could wait for. */
export async function letDeadlinePass({ environment }: SharedHouse, callId: string): Promise<void> {
  const database = openDatabase({ url: environment['DATABASE_URL'] ?? '', role: 'enlace_system', maxConnections: 1 })
  try {
    await asSystem(database, (tx) =>
      tx.execute(sql`update calls set content = jsonb_set(content, '{deadline}',
          to_jsonb(to_char((clock_timestamp() - interval '1 second') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
        where id = ${callId}`),
    )
  } finally {
    await database.close()
  }
}
