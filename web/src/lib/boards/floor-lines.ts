import type { BoardMeeting, MatchdayView } from '@enlace/contracts'

export type FloorLine<Meeting> = {
  readonly place: MatchdayView['content']['places'][number]
  readonly now: Meeting | undefined
  readonly next: Meeting | undefined
}

/** What a screen on the floor says of each place where something runs now or comes next, in the order of the places. */
export function floorLines(
  places: MatchdayView['content']['places'],
  { running, next }: { readonly running: number | null; readonly next: number | null },
  at: (slot: number, place: string) => BoardMeeting | undefined,
): readonly FloorLine<BoardMeeting>[] {
  const there = (slot: number | null, place: string): BoardMeeting | undefined => {
    const meeting = slot === null ? undefined : at(slot, place)
    return meeting?.state === 'planned' || meeting?.state === 'held' ? meeting : undefined
  }
  return places
    .map((place) => ({ place, now: there(running, place.key), next: there(next, place.key) }))
    .filter((line) => line.now !== undefined || line.next !== undefined)
}

/** One page of lines, by its number; numbers go round. */
export const pageOf = <Line>(lines: readonly Line[], perPage: number, page: number): readonly Line[] => {
  const at = page % Math.max(1, Math.ceil(lines.length / perPage))
  return lines.slice(at * perPage, (at + 1) * perPage)
}
