import type { Instance, Meeting } from './instance.ts'
import { unplaced, type Plan } from './plan.ts'

/** The rules a plan can break, one name each. */
export const rules = [
  'plan-length',
  'slot-unknown',
  'place-unknown',
  'half-placed',
  'person-twice',
  'person-away',
  'place-twice',
  'place-closed',
  'place-not-allowed',
  'slot-not-allowed',
  'pool-overdrawn',
  'order',
  'never-with',
  'walking-time',
  'spread',
] as const
export type Rule = (typeof rules)[number]

/** One breach of one rule: the meetings it is about and whom or what it concerns, by index. */
export type Violation = {
  readonly rule: Rule
  readonly meetings: readonly number[]
  readonly participant?: number
  readonly place?: number
  readonly pool?: number
  readonly slot?: number
}

type Held = { readonly index: number; readonly meeting: Meeting; readonly slot: number; readonly place: number }

/**
 * Every rule of the instance that the plan breaks; none where it may be published. It is written apart from all that
 * makes plans and shares no code with it.
 */
export function verify(instance: Instance, plan: Plan): readonly Violation[] {
  const { meetings } = instance
  if (plan.slots.length !== meetings.length || plan.places.length !== meetings.length)
    return [{ rule: 'plan-length', meetings: [] }]
  const unknown = meetings.flatMap((_, index) => unknownOf(instance, plan, index))
  if (unknown.length > 0) return unknown
  const held = heldOf(instance, plan)
  return [
    ...held.flatMap((one) => alone(instance, one)),
    ...held.flatMap((one) => orderOf(plan, one)),
    ...apart(instance, held),
    ...twice(held),
    ...overdrawn(instance, held),
    ...hurried(instance, held),
    ...uneven(instance, plan),
  ]
}

/** Breaks of each participant: runs of idle slots between two of their meetings. */
export function breaksByParticipant({ participants, meetings }: Instance, plan: Plan): readonly number[] {
  const busy = participants.map((): number[] => [])
  meetings.forEach((meeting, index) => {
    const slot = plan.slots[index] ?? unplaced
    if (slot !== unplaced) meeting.participants.forEach((one) => busy[one]?.push(slot))
  })
  return busy.map((slots) => {
    const ordered = slots.toSorted((a, b) => a - b)
    return ordered.filter((slot, at) => at > 0 && slot - (ordered[at - 1] ?? slot) > 1).length
  })
}

/** Breaks of all participants together, what a timetable has as few of as it can. */
export const breaksOf = (instance: Instance, plan: Plan): number =>
  breaksByParticipant(instance, plan).reduce((sum, breaks) => sum + breaks, 0)

/** Meetings without a slot. */
export const unplacedOf = (plan: Plan): number => plan.slots.filter((slot) => slot === unplaced).length

const isIndex = (value: number | undefined, length: number): boolean =>
  value !== undefined && Number.isInteger(value) && value >= 0 && value < length

function unknownOf({ slots, places }: Instance, plan: Plan, index: number): readonly Violation[] {
  const [slot, place] = [plan.slots[index] ?? unplaced, plan.places[index] ?? unplaced]
  if (slot !== unplaced && !isIndex(slot, slots.length)) return [{ rule: 'slot-unknown', meetings: [index], slot }]
  if (place !== unplaced && !isIndex(place, places.length)) return [{ rule: 'place-unknown', meetings: [index], place }]
  return (slot === unplaced) === (place === unplaced) ? [] : [{ rule: 'half-placed', meetings: [index] }]
}

const heldOf = ({ meetings }: Instance, plan: Plan): readonly Held[] =>
  meetings.flatMap((meeting, index) => {
    const [slot, place] = [plan.slots[index] ?? unplaced, plan.places[index] ?? unplaced]
    return slot === unplaced ? [] : [{ index, meeting, slot, place }]
  })

/** What one meeting breaks whatever the others do. */
function alone({ participants, places }: Instance, { index, meeting, slot, place }: Held): readonly Violation[] {
  const about = { meetings: [index], slot }
  const away = meeting.participants
    .filter((one) => participants[one]?.forbidden.includes(slot) === true)
    .map((participant): Violation => ({ ...about, rule: 'person-away', participant }))
  const not = (rule: Rule, broken: boolean): readonly Violation[] => (broken ? [{ ...about, rule, place }] : [])
  return [
    ...away,
    ...not('slot-not-allowed', meeting.slots?.includes(slot) === false),
    ...not('place-not-allowed', meeting.places?.includes(place) === false),
    ...not('place-closed', places[place]?.closed.includes(slot) === true),
  ]
}

/** Who does not have its time yet, or no more, orders nobody. */
const orderOf = (plan: Plan, { index, meeting, slot }: Held): readonly Violation[] =>
  meeting.after
    .filter((earlier) => (plan.slots[earlier] ?? unplaced) >= slot)
    .map((earlier) => ({ rule: 'order', meetings: [earlier, index], slot }))

/** Meetings of two who never meet. */
function apart({ neverWith = [] }: Instance, held: readonly Held[]): readonly Violation[] {
  const walls = new Set(neverWith.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]))
  return held
    .filter(({ meeting: { participants } }) =>
      participants.some((one) => participants.some((other) => walls.has(`${one} ${other}`))),
    )
    .map(({ index, slot }) => ({ rule: 'never-with', meetings: [index], slot }))
}

const grouped = (held: readonly Held[], keysOf: (one: Held) => readonly string[]): readonly (readonly Held[])[] => {
  const groups = new Map<string, Held[]>()
  for (const one of held)
    for (const key of keysOf(one)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [one])
      else group.push(one)
    }
  return [...groups.values()].filter((group) => group.length > 1)
}

const meetingsOf = (group: readonly Held[]): readonly number[] => group.map(({ index }) => index)

function twice(held: readonly Held[]): readonly Violation[] {
  const people = grouped(held, ({ meeting, slot }) => meeting.participants.map((one) => `${one} ${slot}`))
  const places = grouped(held, ({ place, slot }) => [`${place} ${slot}`])
  return [
    ...people.map((group): Violation => ({ rule: 'person-twice', meetings: meetingsOf(group), ...sharedOf(group) })),
    ...places.map((group): Violation => ({ rule: 'place-twice', meetings: meetingsOf(group), ...placeOf(group) })),
  ]
}

const placeOf = ([first]: readonly Held[]) => (first === undefined ? {} : { place: first.place, slot: first.slot })

function sharedOf([first, second]: readonly Held[]) {
  const participant = first?.meeting.participants.find((one) => second?.meeting.participants.includes(one))
  return first === undefined || participant === undefined ? {} : { participant, slot: first.slot }
}

function overdrawn({ pools, slots }: Instance, held: readonly Held[]): readonly Violation[] {
  return pools.flatMap(({ capacity }, pool) =>
    slots.flatMap((_, slot): readonly Violation[] => {
      const drawn = held.filter((one) => one.meeting.pool === pool && one.slot === slot)
      return drawn.length > (capacity[slot] ?? 0)
        ? [{ rule: 'pool-overdrawn', meetings: meetingsOf(drawn), pool, slot }]
        : []
    }),
  )
}

/** Between any two meetings of one person lies the time to walk from the one's zone to the other's. */
function hurried({ slots, places, walking }: Instance, held: readonly Held[]): readonly Violation[] {
  const isHurried = (one: Held, other: Held): boolean => {
    const [from, to] = [places[one.place]?.zone ?? 0, places[other.place]?.zone ?? 0]
    const minutes = (slots[other.slot]?.start ?? 0) - (slots[one.slot]?.end ?? 0)
    return minutes < (walking[from]?.[to] ?? 0)
  }
  return grouped(held, ({ meeting }) => meeting.participants.map(String)).flatMap((group) => {
    const inTime = group.toSorted((a, b) => a.slot - b.slot)
    return inTime.flatMap((one, at) =>
      inTime
        .slice(at + 1)
        .filter((other) => other.slot > one.slot && isHurried(one, other))
        .map((other): Violation => ({ rule: 'walking-time', meetings: [one.index, other.index], slot: other.slot })),
    )
  })
}

function uneven(instance: Instance, plan: Plan): readonly Violation[] {
  const breaks = breaksByParticipant(instance, plan)
  if (instance.spread === null || breaks.length === 0) return []
  const [least, most] = [Math.min(...breaks), Math.max(...breaks)]
  return most - least > instance.spread ? [{ rule: 'spread', meetings: [], participant: breaks.indexOf(most) }] : []
}
