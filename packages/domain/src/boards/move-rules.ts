import { Problem, type FieldFault } from '../problem.ts'
import type { MatchdayPlace } from '../matchdays/matchday.ts'
import type { MatchdaySlot } from '../matchdays/matchday-slots.ts'

/** What can stand in the way of moving a meeting, the first that does is told. */
export const moveRules = [
  'locked',
  'slot-past',
  'person-away',
  'person-twice',
  'place-closed',
  'place-held',
  'place-twice',
  'walking-time',
] as const
export type MoveRule = (typeof moveRules)[number]

/** Where another meeting of one of the two is. */
type OtherMeeting = { readonly slot: number; readonly place: string }

/** All that decides where a meeting may go. */
export type MoveBasis = {
  readonly locked: boolean
  readonly slots: readonly MatchdaySlot[]
  readonly places: readonly Pick<MatchdayPlace, 'key' | 'zone'>[]
  readonly walkingMinutes: number
  /** ms since 1970 */
  readonly now: number
  /** Slots in which one of the two does not come, or is out. */
  readonly away: readonly number[]
  /** What else the two have. */
  readonly others: readonly OtherMeeting[]
  /** Places at which others meet, by slot. */
  readonly taken: readonly OtherMeeting[]
  /** Places that are closed, by slot. */
  readonly closed: readonly OtherMeeting[]
  /** Places, or slots of one of the two (null), that the organiser keeps free. */
  readonly held: readonly { readonly slot: number; readonly place: string | null }[]
}

/** Where a meeting may go: in each slot what forbids all of it, else the places that are forbidden with their rule. */
export type SlotMoves = { readonly rule: MoveRule | null; readonly places: ReadonlyMap<string, MoveRule> }

const minuteMs = 60_000

function slotRule({ locked, slots, now, away, others, held }: MoveBasis, at: number): MoveRule | null {
  if (locked) return 'locked'
  if ((slots[at]?.starts ?? 0) <= now) return 'slot-past'
  if (away.includes(at)) return 'person-away'
  if (others.some(({ slot }) => slot === at)) return 'person-twice'
  return held.some(({ slot, place }) => slot === at && place === null) ? 'place-held' : null
}

/** The zones in which one of the two is so shortly before or after that only who stays in that zone is in time. */
function boundZones({ slots, places, walkingMinutes, others }: MoveBasis, at: number): ReadonlySet<string> {
  const slot = slots[at]
  const zoneOf = new Map(places.map(({ key, zone }) => [key, zone]))
  const near = others.filter((other) => {
    const there = slots[other.slot]
    if (slot === undefined || there === undefined) return false
    const between = Math.max(slot.starts - there.ends, there.starts - slot.ends)
    return between < walkingMinutes * minuteMs
  })
  return new Set(near.map(({ place }) => zoneOf.get(place) ?? ''))
}

/** Where a meeting may go, slot by slot. */
export function movesOf(basis: MoveBasis): readonly SlotMoves[] {
  const { slots, places, taken, closed, held } = basis
  const bySlot = (all: MoveBasis['held'], at: number): ReadonlySet<string | null> =>
    new Set(all.filter(({ slot }) => slot === at).map(({ place }) => place))
  return slots.map((_, at) => {
    const rule = slotRule(basis, at)
    if (rule !== null) return { rule, places: new Map() }
    const [full, shut, kept] = [bySlot(taken, at), bySlot(closed, at), bySlot(held, at)]
    const zones = boundZones(basis, at)
    const placeRule = ({ key, zone }: MoveBasis['places'][number]): MoveRule | null => {
      if (shut.has(key)) return 'place-closed'
      if (kept.has(key)) return 'place-held'
      if (full.has(key)) return 'place-twice'
      return [...zones].some((bound) => bound !== zone) ? 'walking-time' : null
    }
    return {
      rule,
      places: new Map(
        places.flatMap((place) => {
          const broken = placeRule(place)
          return broken === null ? [] : [[place.key, broken] as const]
        }),
      ),
    }
  })
}

const relax: Readonly<Record<MoveRule, FieldFault>> = {
  locked: { path: 'body.slot', code: 'locked', message: 'The meeting is locked. Unlock it first.' },
  'slot-past': { path: 'body.slot', code: 'slot-past', message: 'This slot has begun. Choose a later one.' },
  'person-away': {
    path: 'body.slot',
    code: 'person-away',
    message: 'One of the two does not come then. It can say anew when it comes.',
  },
  'person-twice': { path: 'body.slot', code: 'person-twice', message: 'One of the two meets somebody else then.' },
  'place-closed': {
    path: 'body.place',
    code: 'place-closed',
    message: 'This place is closed then. Take back the incident that closed it, or choose another.',
  },
  'place-held': { path: 'body.place', code: 'place-held', message: 'This is held free. Release the hold first.' },
  'place-twice': { path: 'body.place', code: 'place-twice', message: 'Others meet there then.' },
  'walking-time': {
    path: 'body.place',
    code: 'walking-time',
    message: 'One of the two is in another zone just before or after. Choose a place there, or plan less time to walk.',
  },
}

/**
 * Refuses to move a meeting to where a rule forbids it, and says what would have to give way.
 * @throws Problem meeting.taken where others are there, else meeting.rule
 */
export function checkMove(basis: MoveBasis, to: { readonly slot: number; readonly place: string }): void {
  const moves = movesOf(basis)[to.slot]
  const rule = moves?.rule ?? moves?.places.get(to.place) ?? null
  if (rule === null) return
  const isTaken = rule === 'person-twice' || rule === 'place-twice'
  throw new Problem(isTaken ? 'meeting.taken' : 'meeting.rule', 'The meeting cannot go there.', [relax[rule]])
}
