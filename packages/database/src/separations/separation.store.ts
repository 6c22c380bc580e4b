import { sql } from 'drizzle-orm'

import type { MatchdayId, SeparationId } from '@enlace/domain'

import { brokenPromise } from '../broken-promise.ts'
import { toInstant } from '../instant.ts'
import type { MeetingFirm, MeetingPair } from '../matchdays/meeting.store.ts'
import type { Reader, Transaction } from '../open.ts'

export type SeparationRow = {
  /** Null where it is a participant's own "no". */
  readonly id: SeparationId | null
  readonly host: MeetingFirm
  readonly visitor: MeetingFirm
  readonly reason: string
  readonly saidAt: string
}

/** Who never meets, as the actor said itself: the organiser of two, a participant of another; the newest first. */
export async function listSeparations(reader: Reader, matchdayId: MatchdayId): Promise<SeparationRow[]> {
  const firm = (people: string, firms: string) =>
    sql.raw(
      `json_build_object('participantId', ${people}.id, 'organisationId', ${people}.organisation_id, 'name', ${firms}.name)`,
    )
  const rows = await reader.execute<SeparationRow & Record<string, unknown>>(sql`
    with said as (
      select id, host_id as one, visitor_id as other, reason, added_at as said_at from separations where matchday_id = ${matchdayId}
      union all
      select null, by_id, of_id, reason, said_at from matchday_wishes
      where matchday_id = ${matchdayId} and wish = 'no' and by_id = acting_participant(${matchdayId})
    )
    select said.id, ${firm('host', 'buyer')} as host, ${firm('visitor', 'supplier')} as visitor, reason, said_at as "saidAt"
    from said join matchday_participants as host on host.id in (one, other) and host.side = 'host' join organisations as buyer on buyer.id = host.organisation_id
      join matchday_participants as visitor on visitor.id in (one, other) and visitor.side = 'visitor' join organisations as supplier on supplier.id = visitor.organisation_id
    order by said_at desc, host.id, visitor.id`)
  return rows.map((row) => ({ ...row, saidAt: toInstant(row.saidAt) }))
}

type SeparationFault = 'twice' | 'planned'

/**
 * Tries to say of two that they never meet; nothing of it is kept where a meeting lies before them, which is to be called
 * off first, or where it was said already.
 */
export async function tryApart(
  tx: Transaction,
  write: (inner: Transaction) => Promise<unknown>,
): Promise<SeparationFault | null> {
  try {
    // The attempt alone is undone where it fails, not what else is in the transaction.
    await tx.transaction(write)
    return null
  } catch (error) {
    const { constraint } = brokenPromise(error)
    if (constraint === 'separations_planned') return 'planned'
    if (constraint === 'separations_host_id_visitor_id_key') return 'twice'
    throw error
  }
}

/** Keeps two participants apart, as the organiser. */
export const keepSeparation = (
  tx: Transaction,
  matchdayId: MatchdayId,
  { id, hostId, visitorId, reason }: MeetingPair & { readonly id: SeparationId; readonly reason: string },
): Promise<SeparationFault | null> =>
  tryApart(tx, (inner) =>
    inner.execute(sql`
      insert into separations (id, matchday_id, host_id, visitor_id, reason) values (${id}, ${matchdayId}, ${hostId}, ${visitorId}, ${reason})`),
  )

/** Takes a separation back; false where there is none. */
export async function dropSeparation(tx: Transaction, matchdayId: MatchdayId, id: SeparationId): Promise<boolean> {
  const gone = await tx.execute(
    sql`delete from separations where id = ${id} and matchday_id = ${matchdayId} returning id`,
  )
  return gone.length > 0
}
