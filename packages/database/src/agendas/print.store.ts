import { sql } from 'drizzle-orm'

import type { MatchdayId, MatchdayPrintId, PrintedMeeting, UserId } from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Reader, Transaction } from '../open.ts'

export type PrintRow = {
  readonly id: MatchdayPrintId
  readonly printedAt: string
  readonly meetings: readonly PrintedMeeting[]
}

/** Keeps what paper says from now on. */
export async function insertPrint(
  tx: Transaction,
  given: {
    readonly id: MatchdayPrintId
    readonly matchdayId: MatchdayId
    readonly by: UserId
    readonly meetings: readonly PrintedMeeting[]
  },
): Promise<void> {
  await tx.execute(sql`
    insert into matchday_prints (id, matchday_id, printed_by, meetings)
    values (${given.id}, ${given.matchdayId}, ${given.by}, ${JSON.stringify(given.meetings)}::jsonb)`)
}

/** A print of a matchday, or the last one; null where there is none that the actor may see. */
export async function readPrint(
  reader: Reader,
  matchdayId: MatchdayId,
  id: MatchdayPrintId | null,
): Promise<PrintRow | null> {
  const [row] = await reader.execute<PrintRow & Record<string, unknown>>(sql`
    select id, printed_at as "printedAt", meetings from matchday_prints
    where matchday_id = ${matchdayId} and (${id}::uuid is null or id = ${id}) order by printed_at desc, id desc limit 1`)
  return row === undefined ? null : { ...row, printedAt: toInstant(row.printedAt) }
}
