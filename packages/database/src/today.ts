import { sql } from 'drizzle-orm'

import type { Transaction } from './open.ts'

/** The present day in UTC (yyyy-mm-dd) by the database's clock, the one clock that deadlines go by. */
export async function today(tx: Transaction): Promise<string> {
  const [row] = await tx.execute<{ today: string }>(
    sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD') as today`,
  )
  if (row === undefined) throw new Error('the database does not tell the day')
  return row.today
}
