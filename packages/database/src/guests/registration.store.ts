import { sql } from 'drizzle-orm'

import type { MatchdayId } from '@enlace/domain'

import { brokenPromise } from '../broken-promise.ts'
import { attend } from '../matchdays/participant.store.ts'
import type { Reader, Transaction } from '../open.ts'

/** Registers the acting organisation as `attend` does; false where it is new and the deadline has passed, and nothing more can be done in this transaction. */
export async function attendInTime(tx: Transaction, given: Parameters<typeof attend>[1]): Promise<boolean> {
  try {
    await attend(tx, given)
    return true
  } catch (error) {
    if (brokenPromise(error).constraint !== 'matchday_participants_deadline') throw error
    return false
  }
}

/** Whether firms can still come to a matchday, by the clock that all share: it has ended, takes no registration, or is open. */
export async function readInviting(reader: Reader, matchdayId: MatchdayId): Promise<'over' | 'late' | 'open'> {
  const [row] = await reader.execute<{ standing: 'over' | 'late' | 'open' }>(sql`
    select case when ends_at < clock_timestamp() then 'over' when registration_over(id) then 'late' else 'open' end as standing
    from matchdays where id = ${matchdayId}`)
  return row?.standing ?? 'over'
}
