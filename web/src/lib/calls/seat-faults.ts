import type { CallView, SeatView } from '@enlace/contracts'
import { asId, heldTogether, seatFaults, type FieldFault, type Seat, type UserId } from '@enlace/domain'

/** People of a call are told apart by their addresses. */
const personOf = (email: string): UserId => asId<UserId>(email)

/** What keeps a call from being published as it is seated now, as the server will say it. */
export function seatsMissing(call: CallView, seats: readonly SeatView[]): readonly FieldFault[] {
  const taken = seats.flatMap(({ acceptedAt, organisation, email, seat }) =>
    acceptedAt === null || organisation === null
      ? []
      : [{ userId: personOf(email), organisationId: organisation.id, seat }],
  )
  const faults = seatFaults({ ...call, organisationId: call.buyer.id }, taken)
  const keyless = seats.some(({ seat, acceptedAt, hasKey }) => seat === 'opener' && acceptedAt !== null && !hasKey)
  return call.sealing === 'sealed' && keyless ? [...faults, { path: 'seats', code: 'no_key', message: '' }] : faults
}

/** The two seats that one person may not hold together, where naming it once more would bring that about. */
export function barredBy(
  call: CallView,
  seats: readonly SeatView[],
  named: { readonly email: string; readonly seat: Seat },
): readonly [Seat, Seat] | null {
  const email = named.email.trim().toLowerCase()
  const held = seats.filter((one) => one.email.toLowerCase() === email).map(({ seat }) => seat)
  return heldTogether([...held, named.seat], call.sealing)[0] ?? null
}
