import { sql } from 'drizzle-orm'

import type { Transaction } from '../open.ts'

export type WorkFigure = {
  /** A reaction, or "publish" for events that have not left the outbox. */
  readonly reaction: string
  readonly open: number
  /** Given up after many attempts, waiting for a person. */
  readonly parked: number
  readonly oldestSeconds: number
}

/** What is still to be done, by reaction; a reaction with nothing to do is not named. */
export async function readWork(tx: Transaction): Promise<WorkFigure[]> {
  const rows = await tx.execute<{ reaction: string; open: number; parked: number; oldest_seconds: number }>(
    sql`select reaction, open, parked, oldest_seconds from work_figures()`,
  )
  return rows.map(({ oldest_seconds: oldestSeconds, ...row }) => ({ ...row, oldestSeconds }))
}
