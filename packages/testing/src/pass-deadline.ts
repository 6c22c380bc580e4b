import { asSystem, openDatabase } from '@enlace/database'
import { sql, type SQL } from 'drizzle-orm'

import type { SharedHouse } from './shared-house.ts'

async function change({ environment }: SharedHouse, statement: SQL): Promise<void> {
  const database = openDatabase({ url: environment['DATABASE_URL'] ?? '', role: 'enlace_system', maxConnections: 1 })
  try {
    await asSystem(database, (tx) => tx.execute(statement))
  } finally {
    await database.close()
  }
}

/** Lets the deadline of a call pass, since no test waits for days. */
export const passDeadline = (house: SharedHouse, callId: string): Promise<void> =>
  change(house, sql`update calls set deadline = clock_timestamp() - interval '1 second' where id = ${callId}`)

/** Lets the standstill of a call pass. */
export const passStandstill = (house: SharedHouse, callId: string): Promise<void> =>
  change(house, sql`update calls set standstill_until = clock_timestamp() - interval '1 second' where id = ${callId}`)
