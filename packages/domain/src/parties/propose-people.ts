import type { MeetingId, PartyMemberId } from '../brand.ts'
import { sharesLanguage } from '../incidents/shares-language.ts'
import type { PartyMember } from './party.ts'

/** A meeting as one of its sides plans who comes to it. */
export type AttendedMeeting = {
  readonly id: MeetingId
  readonly slot: number
  /** Which languages the other side speaks. */
  readonly languages: readonly string[]
  /** Who comes already, chosen or proposed before. */
  readonly people: readonly PartyMemberId[]
}

/** Somebody of a party, and in which slots of its meetings they sit with somebody else for another. */
export type ProposedMember = PartyMember & { readonly elsewhere: readonly number[] }

/**
 * Proposes one person for each meeting to which nobody comes yet: of those who are there, who speaks with the other
 * side, then who has the fewest meetings, then who was added first. Meetings at which nobody can be are left out.
 */
export function proposePeople(
  members: readonly ProposedMember[],
  meetings: readonly AttendedMeeting[],
): ReadonlyMap<MeetingId, PartyMemberId> {
  const counts = new Map(members.map(({ id }) => [id, 0]))
  const countOf = (id: PartyMemberId): number => counts.get(id) ?? 0
  const take = (id: PartyMemberId): void => void counts.set(id, countOf(id) + 1)
  for (const { people } of meetings) people.forEach(take)
  const proposed = new Map<MeetingId, PartyMemberId>()
  const open = meetings.filter(({ people }) => people.length === 0).toSorted((one, other) => one.slot - other.slot)
  for (const { id, slot, languages } of open) {
    // Sorting keeps the order in which they were added among equals.
    const [best] = members
      .filter(({ away, elsewhere }) => !away.includes(slot) && !elsewhere.includes(slot))
      .map((member) => ({ id: member.id, mute: sharesLanguage(member.languages, languages) ? 0 : 1 }))
      .toSorted((one, other) => one.mute - other.mute || countOf(one.id) - countOf(other.id))
    if (best === undefined) continue
    proposed.set(id, best.id)
    take(best.id)
  }
  return proposed
}
