import { sql } from 'drizzle-orm'

import type { Transaction } from './open.ts'

/** The present day in UTC (yyyy-mm-dd) by the database's clock, the one clock that deadlines go by: for within a statement. */
export const presentDay = sql`to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD')`

/** The same by itself. */
export async function today(tx: Transaction): Promise<string> {
  const [row] = await tx.execute<{ today: string }>(sql`select ${presentDay} as today`)
  if (row === undefined) throw new Error('the database does not tell the day')
  return row.today
}
