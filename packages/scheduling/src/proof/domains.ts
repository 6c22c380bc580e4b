import type { Instance } from '../instance.ts'

/** The slots that each meeting may have: its own, without those of its participants and those in which no place of its is open. */
export function domainsOf({ slots, participants, places, meetings }: Instance): readonly (readonly number[])[] {
  const all = places.map((_, index) => index)
  return meetings.map((meeting) => {
    const barred = new Set(meeting.participants.flatMap((p) => participants[p]?.forbidden ?? []))
    const open = (slot: number): boolean =>
      (meeting.places ?? all).some((place) => places[place] !== undefined && !places[place].closed.includes(slot))
    return (meeting.slots ?? slots.map((_, slot) => slot)).filter((slot) => !barred.has(slot) && open(slot))
  })
}
