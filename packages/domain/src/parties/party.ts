import type { PartyMemberId } from '../brand.ts'
import { Problem } from '../problem.ts'

/** Somebody whom a firm brings to a matchday. */
export type PartyMember = {
  readonly id: PartyMemberId
  readonly name: string
  readonly languages: readonly string[]
  /** Slots in which they are not there, by number. */
  readonly away: readonly number[]
}

/** A firm brings no more people than this. */
export const mostOfParty = 20
/** No more than this come to one meeting for a side. */
export const mostAtMeeting = 5

/**
 * Refuses people who are not there in a slot, each by name.
 * @throws Problem party.away
 */
export function checkPresent(members: readonly PartyMember[], slot: number): void {
  const faults = members.flatMap(({ name, away }, index) =>
    away.includes(slot)
      ? [{ path: `body.members.${index}`, code: 'party.away', message: `${name} is not there at that time.` }]
      : [],
  )
  if (faults.length > 0)
    throw new Problem(
      'party.away',
      'Choose somebody who is there then, say anew when they are away, or have the meeting moved.',
      faults,
    )
}

/**
 * Refuses one more than a firm may bring.
 * @throws Problem party.full
 */
export function checkRoom(count: number): void {
  if (count >= mostOfParty)
    throw new Problem('party.full', `A firm brings up to ${mostOfParty} people. Remove somebody first.`)
}
