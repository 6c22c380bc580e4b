import type { OrganisationId, UserId } from '../brand.ts'
import type { FieldFault } from '../problem.ts'
import type { Sealing } from './call.ts'

export const seats = ['author', 'approver', 'opener', 'evaluator', 'observer'] as const
/**
 * What a person does in one call: writes and leads it; approves what the author decides; opens envelopes; scores bids;
 * or looks on.
 */
export type Seat = (typeof seats)[number]

export type Seated = { readonly userId: UserId; readonly organisationId: OrganisationId; readonly seat: Seat }

/**
 * Seats that one person never holds together in a sealed call: nobody approves what he wrote or scored, and nobody who
 * scores opens. In a plain call one person may do all.
 */
export const barredPairs: readonly (readonly [Seat, Seat])[] = [
  ['author', 'approver'],
  ['evaluator', 'approver'],
  ['evaluator', 'opener'],
  ['observer', 'author'],
  ['observer', 'approver'],
  ['observer', 'evaluator'],
  ['observer', 'opener'],
]

/** The barred pairs that one person holds. */
export const heldTogether = (held: readonly Seat[], sealing: Sealing): readonly (readonly [Seat, Seat])[] =>
  sealing === 'plain' ? [] : barredPairs.filter(([one, other]) => held.includes(one) && held.includes(other))

/**
 * What keeps a call from being published as it is seated: too few to approve, open or score; and for a sealed call no
 * opener of another organisation, or one person in two seats that are barred.
 */
export function seatFaults(
  call: { readonly sealing: Sealing; readonly threshold: number; readonly organisationId: OrganisationId },
  seated: readonly Seated[],
): FieldFault[] {
  const faults: FieldFault[] = []
  const fault = (code: string, message: string): void => void faults.push({ path: 'seats', code, message })
  const holders = (seat: Seat): readonly Seated[] => seated.filter((one) => one.seat === seat)
  if (holders('approver').length === 0) fault('no_approver', 'Name somebody who approves.')
  if (holders('evaluator').length === 0) fault('no_evaluator', 'Name somebody who scores the bids.')
  if (holders('opener').length < call.threshold)
    fault('too_few_openers', `Name at least ${call.threshold} who open the bids.`)
  if (call.sealing === 'sealed') {
    if (call.threshold < 2) fault('lone_opener', 'It takes two to open a sealed bid.')
    if (holders('opener').every((one) => one.organisationId === call.organisationId))
      fault('no_outside_opener', 'One who opens must be of another organisation.')
    const people = new Set(seated.map((one) => one.userId))
    for (const userId of people) {
      const held = seated.filter((one) => one.userId === userId).map((one) => one.seat)
      for (const [one, other] of heldTogether(held, call.sealing))
        fault('barred_seats', `Nobody is both ${one} and ${other} of a sealed call.`)
    }
  }
  return faults
}
