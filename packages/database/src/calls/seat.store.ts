import { sql } from 'drizzle-orm'

import type { SeatView } from '@enlace/contracts'
import type { CallId, OrganisationId, Seat, Seated, SeatId, UserId } from '@enlace/domain'

import { texts } from '../arrays.ts'
import { toInstantOrNull } from '../instant.ts'
import type { Transaction } from '../open.ts'

type Row = Record<string, unknown> & {
  id: SeatId
  seat: Seat
  email: string
  name: string | null
  user_id: UserId | null
  organisation_id: OrganisationId | null
  organisation: string | null
  public_key: string | null
  has_key: boolean
  accepted_at: string | null
}
export type SeatRow = SeatView & { readonly userId: UserId | null; readonly publicKey: string | null }

const toSeat = (row: Row): SeatRow => ({
  id: row.id,
  seat: row.seat,
  email: row.email,
  name: row.name,
  userId: row.user_id,
  publicKey: row.public_key,
  organisation: row.organisation_id === null ? null : { id: row.organisation_id, name: row.organisation ?? '' },
  hasKey: row.has_key,
  acceptedAt: toInstantOrNull(row.accepted_at),
})

/** The seats of a call that the actor may see, in the order in which they were named. */
export async function listSeats(tx: Transaction, callId: CallId): Promise<SeatRow[]> {
  const rows = await tx.execute<Row>(sql`
    select call_seats.id, seat, email, call_seats.user_id, call_seats.organisation_id, organisations.name as organisation,
      public_key, public_key is not null or seat_has_key(call_seats.id) as has_key, accepted_at, seat_name(call_seats.id) as name
    from call_seats left join organisations on organisations.id = call_seats.organisation_id
    where call_id = ${callId} order by named_at, call_seats.id limit 100`)
  return rows.map(toSeat)
}

/** The seats that are taken, as the rules of the domain want them. */
export const takenSeats = (seats: readonly SeatRow[]): Seated[] =>
  seats.flatMap(({ userId, organisation, seat }) =>
    userId === null || organisation === null ? [] : [{ userId, organisationId: organisation.id, seat }],
  )

/** Puts the acting person into seats of its own organisation's call. */
export async function sitDown(tx: Transaction, callId: CallId, seats: readonly Seat[]): Promise<void> {
  await tx.execute(sql`
    insert into call_seats (id, call_id, seat, email, user_id, organisation_id, accepted_at)
    select gen_random_uuid(), ${callId}::uuid, seat, users.email, users.id, acting_organisation(), clock_timestamp()
    from users, unnest(${texts(seats)}) as seat where users.id = acting_user()`)
}

/** Asks somebody to take a seat: a colleague sits at once, others when they accept. False where the seat is named already. */
export async function insertSeat(
  tx: Transaction,
  seat: { readonly id: SeatId; readonly callId: CallId; readonly seat: Seat; readonly email: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into call_seats (id, call_id, seat, email, user_id, organisation_id, accepted_at)
    select ${seat.id}::uuid, ${seat.callId}::uuid, ${seat.seat}, ${seat.email}, members.user_id, members.organisation_id,
      case when members.user_id is not null then clock_timestamp() end
    from (select colleague_by_email(${seat.email}) as user_id) as found
    left join members on members.user_id = found.user_id and members.organisation_id = acting_organisation()
    on conflict do nothing returning id`)
  return rows.length === 1
}

/** Takes a seat that one was asked to take; false where nobody asked or it is taken. */
export async function takeSeat(
  tx: Transaction,
  seat: {
    readonly id: SeatId
    readonly userId: UserId
    readonly organisationId: OrganisationId
    readonly publicKey: string | null
  },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update call_seats set user_id = ${seat.userId}, organisation_id = ${seat.organisationId}, public_key = ${seat.publicKey},
      accepted_at = clock_timestamp()
    where id = ${seat.id} and accepted_at is null and email = acting_email() returning id`)
  return rows.length === 1
}

/** Says to which key bids are sealed for one who opens. */
export async function setSeatKey(tx: Transaction, id: SeatId, publicKey: string): Promise<boolean> {
  const rows = await tx.execute(
    sql`update call_seats set public_key = ${publicKey} where id = ${id} and user_id = acting_user() returning id`,
  )
  return rows.length === 1
}

/** Holds on to the keys that those who open a draft have now; bids will be sealed to them. */
export async function fixOpenerKeys(tx: Transaction, callId: CallId): Promise<void> {
  await tx.execute(sql`select fix_opener_keys(${callId})`)
}

/** Takes somebody out of a seat; false where there is no such seat. */
export async function deleteSeat(tx: Transaction, callId: CallId, id: SeatId): Promise<boolean> {
  const rows = await tx.execute(sql`delete from call_seats where id = ${id} and call_id = ${callId} returning id`)
  return rows.length === 1
}
