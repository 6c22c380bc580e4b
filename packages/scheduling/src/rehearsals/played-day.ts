import type { Random } from '../random.ts'
import { target, type Assumptions, type Frame } from './assumptions.ts'
import { drawDay, type DrawnDay, type DrawnPair } from './draw-day.ts'
import { MostPairs } from './most-pairs.ts'

/** More slots than this a day does not have. */
const mostSlots = 60
/** Between the first who is let in and the first meeting, in minutes; people come evenly in it. */
const doorMinutes = 30
/** What one at the door needs for a firm, in minutes, and how long nobody should wait. */
const checkInMinutes = 0.75
const longestWait = 5

/** What is known of a day once it is played through in a frame. */
export type PlayedDay = {
  readonly agreed: number
  /** Pairs with a time, by the number of tables from 0 on; the last holds for all that are more. */
  readonly placed: (tables: number) => number
  /** Of those with a time, the meetings for which both come, and those that were agreed on the spot. */
  readonly held: number
  /** Tables from which on the share that is aimed at has a time; Infinity where the slots are too few for any number. */
  readonly tables: number
  /** Slots from which on it has, with the tables there are. */
  readonly slots: number
  readonly interpreters: number
  readonly doorStaff: number
  /** Whether each visitor has as many meetings as it should, as far as it agreed with as many. */
  readonly everyFloor: boolean
}

/**
 * Plays one day. No timetable is searched for: in a hall where everybody is there all day, pairs of which nobody is in
 * more than there are slots fit into them always, spread evenly (König 1916, de Werra 1971). So what has a time is the
 * most pairs that keep each firm within the slots, and no more than there are tables in all slots.
 */
export function playDay(assumptions: Assumptions, frame: Frame, random: Random): PlayedDay {
  const day = drawDay(assumptions, random)
  const { pairs, hosts, visitors } = day
  const wanted = Math.ceil(target.placed * pairs.length)
  const most = new MostPairs(hosts, visitors, pairs)
  let slotsNeeded = pairs.length === 0 ? 0 : Infinity
  const raise = (slots: number): void => {
    const cap = Math.min(slots, frame.mostMeetings)
    if (Math.min(most.raise(cap, cap), slots * frame.tables) >= wanted) slotsNeeded = Math.min(slotsNeeded, slots)
  }
  for (let slots = 1; slots <= frame.slots; slots += 1) raise(slots)
  const chosen = pairs.filter((_, at) => most.isTaken(at))
  const held = heldOf(day, frame, chosen, random)
  const size = most.size
  for (let slots = frame.slots + 1; slots <= mostSlots && slotsNeeded === Infinity; slots += 1) raise(slots)
  return {
    agreed: pairs.length,
    placed: (tables) => Math.min(size, tables * frame.slots),
    held,
    tables: size < wanted ? Infinity : Math.ceil(wanted / frame.slots),
    slots: slotsNeeded,
    interpreters: Math.ceil(
      chosen.slice(0, frame.tables * frame.slots).filter(({ foreign }) => foreign).length / frame.slots,
    ),
    doorStaff: doorStaffOf(day, random),
    everyFloor: hasEveryFloor(day, frame),
  }
}

/** Meetings of those who come; what falls free goes to those who walked in. */
function heldOf(
  { hosts, visitors, absent, onTheSpot }: DrawnDay,
  { slots, tables }: Frame,
  chosen: readonly DrawnPair[],
  random: Random,
): number {
  const loads = { host: new Int32Array(hosts), visitor: new Int32Array(visitors) }
  const take = ({ host, visitor }: DrawnPair): void => {
    loads.host[host] = (loads.host[host] ?? 0) + 1
    loads.visitor[visitor] = (loads.visitor[visitor] ?? 0) + 1
  }
  let left = slots * tables
  for (const pair of shuffled(chosen, random).slice(0, left)) {
    if (absent[pair.visitor] === true) continue
    take(pair)
    left -= 1
  }
  for (const pair of onTheSpot) {
    if (left === 0) break
    if ((loads.host[pair.host] ?? 0) >= slots || (loads.visitor[pair.visitor] ?? 0) >= slots) continue
    take(pair)
    left -= 1
  }
  return slots * tables - left
}

function shuffled<T>(all: readonly T[], random: Random): T[] {
  const mixed = [...all]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1)
    const [one, two] = [mixed[at], mixed[other]]
    if (one !== undefined && two !== undefined) [mixed[at], mixed[other]] = [two, one]
  }
  return mixed
}

function hasEveryFloor({ hosts, visitors, pairs }: DrawnDay, { slots, tables, mostMeetings, floor }: Frame): boolean {
  const agreed = new Int32Array(visitors)
  for (const { visitor } of pairs) agreed[visitor] = (agreed[visitor] ?? 0) + 1
  const floors = [...agreed].map((count) => Math.min(count, floor, slots, mostMeetings))
  const needed = floors.reduce((sum, one) => sum + one, 0)
  const cap = Math.min(slots, mostMeetings)
  const most = new MostPairs(hosts, visitors, pairs)
  return needed <= slots * tables && most.raise(cap, (visitor) => floors[visitor] ?? 0) === needed
}

/** How many it takes so that nobody waits too long: who comes goes to whoever is free first. */
function doorStaffOf({ hosts, visitors, absent }: DrawnDay, random: Random): number {
  const coming = hosts + visitors - absent.filter(Boolean).length
  const arrivals = Array.from({ length: coming }, () => random.share() * doorMinutes).toSorted((a, b) => a - b)
  const waits = (staff: number): boolean => {
    const free = new Float64Array(staff)
    return arrivals.some((at, index) => {
      const one = index % staff
      const begins = Math.max(at, free[one] ?? 0)
      free[one] = begins + checkInMinutes
      return begins - at > longestWait
    })
  }
  let staff = 1
  while (waits(staff)) staff += 1
  return staff
}
