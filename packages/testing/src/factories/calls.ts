import { asSystem, openDatabase } from '@enlace/database'
import { sql } from 'drizzle-orm'

/** Lets the deadline of a call have passed in a house that runs. */
export async function letDeadlinePass(databaseUrl: string, id: string): Promise<void> {
  const database = openDatabase({ url: databaseUrl, role: 'enlace_system', maxConnections: 1 })
  await asSystem(database, (tx) =>
    tx.execute(sql`update calls set deadline = clock_timestamp() - interval '1 second' where id = ${id}`),
  )
  await database.close()
}
