import { sql } from 'drizzle-orm'

import type { MatchdayId } from '@enlace/domain'

import { toInstant } from '../instant.ts'
import { tryBooking } from '../matchdays/meeting.store.ts'
import type { Reader, Transaction } from '../open.ts'

/** What is kept free: a place, by its key, or a participant, by its id. */
export type HoldRow = { readonly slot: number; readonly held: string; readonly until: string }

/** What is held free at a matchday now. */
export async function listHolds(reader: Reader, matchdayId: MatchdayId): Promise<HoldRow[]> {
  const rows = await reader.execute<HoldRow & Record<string, unknown>>(sql`
    select slot, held, held_until as until from matchday_bookings
    where matchday_id = ${matchdayId} and held_until > clock_timestamp() order by slot, held`)
  return rows.map((row) => ({ ...row, until: toInstant(row.until) }))
}

/** Holds something free for some minutes, or for so long anew; null where a meeting is there. */
export async function holdSlot(
  tx: Transaction,
  matchdayId: MatchdayId,
  { slot, held, minutes }: { readonly slot: number; readonly held: string; readonly minutes: number },
): Promise<HoldRow | null> {
  await releaseHold(tx, matchdayId, slot, held)
  const fault = await tryBooking(
    tx,
    sql`insert into matchday_bookings (matchday_id, slot, held, held_until)
      values (${matchdayId}, ${slot}, ${held}, clock_timestamp() + make_interval(mins => ${minutes}))`,
  )
  if (fault !== null) return null
  const kept = (await listHolds(tx, matchdayId)).find((one) => one.slot === slot && one.held === held)
  return kept ?? null
}

/** Lets go of a hold; false where there is none. */
export async function releaseHold(
  tx: Transaction,
  matchdayId: MatchdayId,
  slot: number,
  held: string,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    delete from matchday_bookings where matchday_id = ${matchdayId} and slot = ${slot} and held = ${held} and held_until is not null
    returning slot`)
  return rows.length === 1
}
