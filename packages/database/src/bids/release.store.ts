import { sql } from 'drizzle-orm'

import type { BidId, CallId, Envelope, OrganisationId, SeatId } from '@enlace/domain'

import { toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'

export type ReleasedShare = { readonly bidId: BidId; readonly share: string }
export type OpenerRow = {
  readonly id: SeatId
  readonly organisation: string
  readonly organisationId: OrganisationId
  readonly publicKey: string | null
  readonly mine: boolean
  readonly releasedAt: string | null
}

/** Who opens a call, and who released this envelope already. */
export async function listOpeners(tx: Transaction, callId: CallId, envelope: Envelope | null): Promise<OpenerRow[]> {
  const rows = await tx.execute<Omit<OpenerRow, 'releasedAt'> & { released_at: string | null }>(sql`
    select call_seats.id, organisations.name as organisation, call_seats.organisation_id as "organisationId",
      public_key as "publicKey", user_id = acting_user() as mine, released_at
    from call_seats join organisations on organisations.id = call_seats.organisation_id
    left join releases on releases.call_id = call_seats.call_id and releases.seat_id = call_seats.id and releases.envelope = ${envelope}
    where call_seats.call_id = ${callId} and seat = 'opener' order by call_seats.id`)
  return rows.map(({ released_at, ...row }) => ({ ...row, releasedAt: toInstantOrNull(released_at) }))
}

/** Keeps what an opener releases; false where that was done before. */
export async function insertRelease(
  tx: Transaction,
  release: {
    readonly callId: CallId
    readonly envelope: Envelope
    readonly seatId: SeatId
    readonly shares: readonly ReleasedShare[]
  },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into releases (call_id, envelope, seat_id, shares)
    values (${release.callId}, ${release.envelope}, ${release.seatId}, ${JSON.stringify(release.shares)}::jsonb)
    on conflict do nothing returning seat_id`)
  return rows.length === 1
}

/** Every share released for an envelope of a call, opener by opener. */
export async function listReleased(
  tx: Transaction,
  callId: CallId,
  envelope: Envelope,
): Promise<{ seatId: SeatId; shares: ReleasedShare[] }[]> {
  const rows = await tx.execute<{ seatId: SeatId; shares: ReleasedShare[] }>(sql`
    select seat_id as "seatId", shares from releases where call_id = ${callId} and envelope = ${envelope} order by seat_id`)
  return [...rows]
}

/** Opens the envelope where as many have released it as it takes; false where they are too few. */
export async function openEnvelope(tx: Transaction, callId: CallId, envelope: Envelope): Promise<boolean> {
  const [row] = await tx.execute<{ opened: boolean }>(sql`select open_envelope(${callId}, ${envelope}) as opened`)
  return row?.opened ?? false
}
